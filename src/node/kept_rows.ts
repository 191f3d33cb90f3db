import type { Outcome } from "../read.ts";
import type { RawRow } from "../table.ts";
import type { Cache } from "./cache.ts";
import type { Loaded, Waiting } from "./loaded.ts";
import { staged } from "./stage.ts";
import type { Trace } from "./trace.ts";
import type { Warehouse } from "./warehouse.ts";

/** What is to be kept of a file that was read just now, once its rows are all in DuckDB. */
export interface Fresh {
  readonly results: readonly Loaded[];
  readonly outcome: Outcome;
  readonly traces: readonly Trace[];
}

/** SQL of a table's sound rows in order of line: those that the reader gave, and those that were read in bulk. */
const soundRows = ({ id, table, inBulk }: Loaded): string | null => {
  if (!table.header) return null;
  const one = `FROM ${staged(table.header.register)} WHERE _file = ${id}`;
  const both = inBulk ? `${one} UNION ALL BY NAME SELECT * EXCLUDE (_rec) FROM (${inBulk.bulk.staged})` : one;
  return `${both} ORDER BY _line`;
};

const refusedOf = ({ problems, sent }: Trace, waiting?: Waiting): Map<number, RawRow> => {
  const lines = problems.flatMap(({ line, severity }) =>
    line !== null && severity === "error" ? [line] : [],
  );
  return new Map(
    lines.flatMap((line): [number, RawRow][] => {
      const row = sent.get(line) ?? waiting?.kept?.get(line);
      return row ? [[line, row]] : [];
    }),
  );
};

/** Keeps what reading a file gave. */
export const keep = async (
  warehouse: Warehouse,
  cache: Cache,
  { results, outcome, traces }: Fresh,
): Promise<void> =>
  cache.keep(
    warehouse,
    (results[0] as Loaded).sha256,
    outcome,
    results.map((loaded, i) => {
      const { problems, mended } = traces[i] as Trace;
      return {
        table: loaded.table,
        rows: soundRows(loaded),
        listed: loaded.inBulk?.bulk.listed ?? [],
        problems,
        mended,
        sent: refusedOf(traces[i] as Trace, loaded.inBulk),
      };
    }),
  );
