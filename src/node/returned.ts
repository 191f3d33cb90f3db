import { isWorkbook } from "../decode.ts";
import type { Preamble } from "../preamble.ts";
import { read } from "../read.ts";
import type { Register } from "../register.ts";
import type { Sink } from "../sink.ts";
import type { RawRow } from "../table.ts";
import { openWorkbook } from "../workbook.ts";
import { sameBytes } from "./inbox.ts";
import type { Loaded } from "./loaded.ts";
import { headersOf, type Returned } from "./receipt_text.ts";
import type { Refused } from "./verdicts.ts";

const lastOf = (refused: Refused | undefined): number[] => [...(refused?.verdicts.keys() ?? [])].slice(-1);

/** Thrown when all wanted rows have been read. */
class Enough extends Error {}

/** Reads a file once more for rows that were refused, by the reader or because of other registers. */
const returnedBy = (
  bytes: Uint8Array,
  registers: readonly Register[],
  wanted: readonly (Refused | undefined)[],
): Returned[] => {
  const found: { headers: string[]; preamble: Preamble; rows: RawRow[] }[] = [];
  const last = isWorkbook(bytes)
    ? Number.POSITIVE_INFINITY
    : wanted.reduce((most, refused) => Math.max(most, ...lastOf(refused)), 0);
  const open = (): Sink => {
    const own = { headers: [] as string[], preamble: {} as Preamble, rows: [] as RawRow[] };
    const at = found.push(own) - 1;
    return {
      begin: (header, preamble) => {
        own.headers = headersOf(header, preamble);
        own.preamble = preamble;
      },
      row: () => {},
      raw: (row) => {
        // The lines of a text ascend from table to table.
        if (row.line > last) throw new Enough();
        if (wanted[at]?.verdicts.has(row.line)) own.rows.push(row);
      },
      problem: () => {},
    };
  };
  try {
    read(bytes, registers, open, openWorkbook);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return found;
};

/** The same of a table whose rows wait in DuckDB. One without a register gives nothing back. */
const returnedFromBulk = async (
  { table: { header, preamble }, inBulk }: Loaded,
  refused: Refused | undefined,
): Promise<Returned> => {
  if (!inBulk || !refused) return { headers: [], preamble, rows: [] };
  const { bulk, kept = new Map<number, RawRow>() } = inBulk;
  const lines = [...refused.verdicts.keys()];
  const own = lines.flatMap((line) => kept.get(line) ?? []);
  const others = await bulk.at(lines.filter((line) => !kept.has(line)));
  return {
    headers: header ? headersOf(header, preamble) : [],
    preamble,
    rows: [...own, ...others].sort((a, b) => a.line - b.line),
  };
};

/** The refused rows of a file's tables, from where they wait; from the file itself where they do not. */
export const returned = async (
  tables: readonly Loaded[],
  registers: readonly Register[],
  refused: ReadonlyMap<number, Refused>,
): Promise<Returned[]> => {
  const inBulk = tables.flatMap((one) => one.inBulk ?? []);
  const isHeld = inBulk.length > 0 && inBulk.every(({ kept }) => kept !== undefined);
  if (isHeld) return Promise.all(tables.map((table) => returnedFromBulk(table, refused.get(table.id))));
  const [{ file, sha256 }] = tables as [Loaded];
  const wanted = tables.map(({ id }) => refused.get(id));
  return returnedBy(sameBytes(file, sha256), registers, wanted);
};
