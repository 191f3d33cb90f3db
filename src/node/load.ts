import { byName } from "../order.ts";
import { quarter } from "../quarter.ts";
import type { Outcome } from "../read.ts";
import { read } from "../read.ts";
import { fault } from "../reason.ts";
import type { Register } from "../register.ts";
import { remark } from "../remark.ts";
import type { Sink, Table } from "../sink.ts";
import type { RawRow } from "../table.ts";
import { openWorkbook } from "../workbook.ts";
import type { Cache } from "./cache.ts";
import { type Content, type Handed, readIn } from "./inbox.ts";
import { enter } from "./ledger.ts";
import { type InBulk, readBulk } from "./read_bulk.ts";
import type { SetWise } from "./set_wise.ts";
import { prepareStages, Stage, staged } from "./stage.ts";
import { StagedRows } from "./staged_rows.ts";
import { Allowance, held, OpenLedger, Trace } from "./trace.ts";
import type { Warehouse } from "./warehouse.ts";

/** A table that was read: how it was understood, and the number it has in the ledger. */
export interface Loaded {
  readonly id: number;
  /** The file's path, followed by the sheet or the line where it holds more than one table: unique. */
  readonly path: string;
  readonly file: Handed;
  readonly sha256: string;
  readonly content: Content;
  readonly outcome: Pick<Outcome, "encoding" | "separator">;
  readonly table: Table;
  readonly copyOf: string | null;
  /** Where its rows wait in DuckDB, read in bulk or in an earlier run. */
  readonly inBulk?: Waiting;
}

/** Sound rows that are settled set-wise. */
export interface Waiting {
  readonly bulk: SetWise;
  /** Rows that were refused, and accepted ones that do not wait there, by line, as sent; undefined where they were too many. */
  readonly kept: ReadonlyMap<number, RawRow> | undefined;
}

const nothing: Outcome = {
  encoding: null,
  by: null,
  separator: null,
  tables: [{ sheet: null, header: null, preamble: {}, read: 0, refused: 0 }],
};

/** Names the tables of a file apart. */
const namesOf = (path: string, tables: readonly Table[]): string[] =>
  tables.map(({ sheet, header }, i) => {
    if (tables.length === 1) return path;
    const alone = sheet !== null && tables.filter((other) => other.sheet === sheet).length === 1;
    const place = alone ? sheet : [sheet, `${i + 1}`, header && `L${header.line}`].filter(Boolean).join(" ");
    return `${path} · ${place}`;
  });

/** Bytes from which on a file is read in bulk: for a few thousand rows JavaScript is as fast. */
export const bigFile = 1_000_000;

/** What is to be kept of a file that was read just now, once its rows are all in DuckDB. */
interface Fresh {
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

const keep = async (warehouse: Warehouse, cache: Cache, { results, outcome, traces }: Fresh): Promise<void> =>
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

/** How files are read, where it is not as usual. */
interface How {
  /** Folder where DuckDB may read; none where every file goes through the JavaScript reader. */
  readonly records?: string;
  /** Bytes from which on a file is read in bulk. */
  readonly big?: number | undefined;
  /** What earlier runs read; without it every file is read. */
  readonly cache?: Cache | undefined;
  /** The number of the first table in the ledger. */
  readonly first?: number;
  /** Refused rows and problems of all files that are held in memory. */
  readonly most?: number | undefined;
}

/** Reads every file into its register's staging table and the ledger. A byte-for-byte copy is read once. */
export const load = async (
  warehouse: Warehouse,
  files: readonly Handed[],
  registers: readonly Register[],
  progress: (done: number, path: string) => void,
  { records, big = bigFile, cache, first: lowest = 0, most = held }: How = {},
): Promise<Loaded[]> => {
  const stages = new Map<string, Stage>();
  await prepareStages(warehouse, registers);
  for (const register of registers) stages.set(register.id, await Stage.open(warehouse, register));
  const ledger = await OpenLedger.open(warehouse);
  const allowance = new Allowance(most);
  const first = new Map<string, Loaded[]>();
  const loaded: Loaded[] = [];
  const toKeep: Fresh[] = [];
  let next = lowest;
  for (const [done, file] of files.entries()) {
    progress(done, file.path);
    const { bytes, content } = readIn(file);
    const { sha256: hash } = content;
    const originals = first.get(hash);
    const isKept = !("reason" in bytes) && !originals && cache?.isWorth(bytes) === true;
    const found = isKept ? cache?.find(file, hash) : undefined;
    const traces: Trace[] = [];
    const trace = (): Trace => {
      const fresh = new Trace(next++, ledger, allowance, isKept && !found);
      traces.push(fresh);
      return fresh;
    };
    const open = (): Sink => {
      const own = trace();
      let stage: Stage | undefined;
      return {
        ...own.sink((values, line) => stage?.add(own.id, line, values)),
        begin: ({ register }) => {
          stage = stages.get(register.id);
        },
      };
    };
    let outcome = nothing;
    let inBulk: InBulk | undefined;
    if ("reason" in bytes) trace().tell(remark(bytes));
    else if (originals) {
      outcome = {
        ...nothing,
        ...originals[0]?.outcome,
        tables: originals.map(({ table }) => ({ ...table, refused: 0 })),
      };
      for (const { path } of originals)
        trace().tell(remark(fault("file.copy", { original: path }), "warning"));
    } else if (found) {
      outcome = found.outcome;
      for (const { problems, mended } of found.tables) {
        const own = trace();
        for (const problem of problems) own.tell(problem);
        for (const one of mended) own.mend(one);
      }
    } else {
      if (records !== undefined && bytes.length >= big)
        inBulk = await readBulk(warehouse, bytes, registers, open, records, most);
      outcome = inBulk?.outcome ?? read(bytes, registers, open, openWorkbook);
      await inBulk?.bulk.place((traces[0] as Trace).id, file.path);
      if (inBulk?.kept && !allowance.take(inBulk.kept.size)) {
        inBulk = { ...inBulk, kept: undefined };
        traces[0]?.release();
      }
    }
    const names = namesOf(file.path, outcome.tables);
    const results = outcome.tables.map((table, i): Loaded => {
      const { id } = traces[i] as Trace;
      const kept = found?.tables[i];
      const sent = kept && allowance.take(kept.sent.size) ? kept.sent : new Map<number, RawRow>();
      const waiting = kept?.staged
        ? { bulk: new StagedRows(warehouse, { ...kept.staged, sent }, id, names[i] as string), kept: sent }
        : inBulk;
      return {
        id,
        path: names[i] as string,
        file,
        sha256: hash,
        content,
        outcome,
        table,
        copyOf: originals?.[i]?.path ?? null,
        ...(waiting && { inBulk: waiting }),
      };
    });
    if (hash !== "" && !originals) first.set(hash, results);
    if (traces.every(({ isHeld }) => isHeld)) toKeep.push({ results, outcome, traces });
    else for (const one of traces) one.release();
    loaded.push(...results);
  }
  ledger.close();
  await enter(
    warehouse,
    "columns",
    loaded.flatMap(({ id, table }) =>
      (table.header?.columns ?? []).map((c, i) => [id, i + 1, c.header, c.field]),
    ),
  );
  for (const stage of stages.values()) stage.close();
  if (cache) for (const fresh of toKeep) await keep(warehouse, cache, fresh);
  return loaded;
};

/**
 * The day a file speaks for: its filing date, else the last day of its 期别; undefined where it states neither.
 * @param firstMonth first month of the reporting year, whose quarter a 期别 is
 */
export const statedDay = ({ table: { preamble } }: Loaded, firstMonth: number): string | undefined =>
  preamble.filed ?? (preamble.period ? quarter(preamble.period, firstMonth).lastDay : undefined);

/**
 * The order in which files speak, the last word counting: files that state no day first, by name; then those that
 * state one, by day and name. A stated day survives renaming and copying, a name does not.
 * @param dayOf the day that a file states; undefined where it states none
 */
export const inOrder = <T extends { readonly path: string }>(
  files: readonly T[],
  dayOf: (file: T) => string | undefined,
): T[] =>
  [...files].sort((a, b) => {
    const [left, right] = [dayOf(a) ?? "", dayOf(b) ?? ""];
    return left === right ? byName(a.path, b.path) : left < right ? -1 : 1;
  });

/** The tables of each file, by its path; copies of other files are left out. */
export const byFile = (loaded: readonly Loaded[]): Map<string, Loaded[]> => {
  const files = new Map<string, Loaded[]>();
  for (const one of loaded)
    if (one.copyOf === null) files.set(one.file.path, [...(files.get(one.file.path) ?? []), one]);
  return files;
};

/** What stood in the files when they were read. */
export const contentsOf = (loaded: readonly Loaded[]): Content[] => [
  ...new Map(loaded.map(({ content }) => [content.file.path, content])).values(),
];
