import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { isWorkbook } from "../decode.ts";
import { lasting } from "../formula.ts";
import type { Header } from "../header.ts";
import type { Preamble } from "../preamble.ts";
import { mend, tells, why } from "../problem.ts";
import { read } from "../read.ts";
import { receiptColumns } from "../receipt.ts";
import type { Register } from "../register.ts";
import type { Sink } from "../sink.ts";
import type { RawRow } from "../table.ts";
import type { Lang } from "../words.ts";
import { openWorkbook } from "../workbook.ts";
import { nameFrom } from "./file_name.ts";
import { sameBytes } from "./inbox.ts";
import { besideOf, moveIntoPlace } from "./into_place.ts";
import { byFile, type Loaded } from "./loaded.ts";
import { listed, type Refused, refusedLines, refusedOf, unlistedNote } from "./verdicts.ts";
import type { Warehouse } from "./warehouse.ts";

/** The refused rows of one table, as sent. */
interface Returned {
  readonly headers: readonly string[];
  readonly preamble: Preamble;
  readonly rows: readonly RawRow[];
}

const joined = (parts: readonly (string | null)[]): string => [...new Set(parts.filter(Boolean))].join("；");

/** The unit that stood above the table goes into the header: a receipt must not turn 万元 into 元. */
const headersOf = ({ register, columns }: Header, { moneyUnit }: Preamble): string[] =>
  columns.map(({ header, field, unit }) =>
    field !== null &&
    register.fields[field]?.kind === "money" &&
    (unit ?? moneyUnit) &&
    !/[（(].*元/.test(header)
      ? `${header}（${unit ?? moneyUnit}）`
      : header,
  );

const preambleLine = ({ unitName, period, filed }: Preamble): string[][] => {
  const said = [
    unitName && `填报单位：${unitName}`,
    period && `期别：${period}`,
    filed && `填报日期：${filed}`,
  ];
  const words = said.filter((part): part is string => Boolean(part));
  return words.length > 0 ? [words] : [];
};

/**
 * Writes a receipt: UTF-8 with BOM, opens in Excel, no cell runs as a formula. The rows stand as sent, with the place
 * and the reason of each behind them; mended and handed in again, they are read like any file.
 */
const receiptText = (
  { headers, preamble, rows }: Returned,
  source: string,
  refused: Refused,
  lang: Lang,
): string => {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);
  const padded = [...headers, ...Array<string>(width - headers.length).fill("")];
  const body = rows.map(({ cells, line }) => {
    const told = refused.verdicts.get(line) ?? [];
    return [
      ...cells,
      ...Array<string>(width - cells.length).fill(""),
      source,
      String(line),
      joined(told.map(({ header }) => header)),
      joined(told.map(({ found, fault }) => (tells(found, why(fault, lang)) ? found : null))),
      joined(told.map(({ fault }) => why(fault, lang))),
      joined(told.map(({ fault }) => mend(fault, lang))),
    ];
  });
  const note = unlistedNote(refused, rows.length, lang);
  const table = [
    ...(note ? [[note]] : []),
    ...preambleLine(preamble),
    [...padded, ...receiptColumns],
    ...body,
  ];
  return `\ufeff${Papa.unparse(
    table.map((row) => row.map(lasting)),
    { newline: "\r\n" },
  )}\r\n`;
};

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

/** Where a table's receipt stands: in the folders that its file lies in, under the names of file and sheet. */
const placeOf = (table: Loaded): string => {
  const { dir, base } = path.posix.parse(table.file.path);
  const own = table.path.slice(table.file.path.length - base.length).replace(/\.csv$/i, "");
  return path.join(...dir.split("/").map(nameFrom), nameFrom(own));
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

/** Files with refused rows, as many at a time as give back no more than so many rows, and at least one. */
function* parts(
  loaded: readonly Loaded[],
  counts: ReadonlyMap<number, number>,
  most: number,
): Iterable<readonly (readonly Loaded[])[]> {
  let part: Loaded[][] = [];
  let rows = 0;
  for (const tables of byFile(loaded).values()) {
    const own = tables.reduce((sum, { id }) => sum + Math.min(counts.get(id) ?? 0, most), 0);
    if (own === 0) continue;
    if (part.length > 0 && rows + own > most) {
      yield part;
      part = [];
      rows = 0;
    }
    part.push(tables);
    rows += own;
  }
  if (part.length > 0) yield part;
}

/** How receipts are written, where it is not as usual. */
interface How {
  /** Is told the rows that a table, the n-th of its file, gives back. */
  readonly remember?: (table: Loaded, at: number, rows: readonly RawRow[]) => void;
  /** Rows that one receipt gives back; of the others it says how many there are, and why. */
  readonly most?: number | undefined;
  readonly lang?: Lang;
}

/**
 * Writes receipts anew, beside `receipts/`: for every table with refused rows, those rows and what is wrong with them.
 * They hold personal data: readable by their owner alone, and never published. Rows about somebody on the list of the
 * forgotten are not given back.
 */
export const writeReceipts = async (
  warehouse: Warehouse,
  loaded: readonly Loaded[],
  registers: readonly Register[],
  out: string,
  { remember = () => {}, most = listed, lang = "zh" }: How = {},
): Promise<number> => {
  const counts = await refusedLines(warehouse, loaded[0]?.id ?? 0);
  const aside = besideOf(folderOf(out));
  rmSync(aside, { recursive: true, force: true });
  let written = 0;
  const give = async (tables: readonly Loaded[], refused: ReadonlyMap<number, Refused>): Promise<void> => {
    const [first] = tables as [Loaded];
    const inBulk = tables.flatMap((one) => one.inBulk ?? []);
    const isHeld = inBulk.length > 0 && inBulk.every(({ kept }) => kept !== undefined);
    const returned = isHeld
      ? await Promise.all(tables.map((table) => returnedFromBulk(table, refused.get(table.id))))
      : returnedBy(
          sameBytes(first.file, first.sha256),
          registers,
          tables.map(({ id }) => refused.get(id)),
        );
    for (const [at, table] of tables.entries()) {
      const own = returned[at];
      const why = refused.get(table.id);
      if (!own || !why || own.rows.length === 0) continue;
      remember(table, at, own.rows);
      const wanted = path.join(aside, placeOf(table));
      const target = [`${wanted}.csv`, `${wanted} (${table.id}).csv`].find(
        (one) => !existsSync(one),
      ) as string;
      mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
      writeFileSync(target, receiptText(own, table.path, why, lang), { mode: 0o600 });
      written += 1;
    }
  };
  for (const part of parts(loaded, counts, most)) {
    const ids = part.flat().flatMap(({ id }) => (counts.has(id) ? [id] : []));
    const refused = await refusedOf(warehouse, new Map(ids.map((id) => [id, counts.get(id) ?? 0])), most);
    for (const tables of part) await give(tables, refused);
  }
  if (written > 0) chmodSync(aside, 0o700);
  return written;
};

const folderOf = (out: string): string => path.join(out, "receipts");

/**
 * Lays the receipts of an earlier run beside those that were written: they stay.
 * @returns false where one of either would have the other's name
 */
export const carryReceipts = (out: string): boolean => {
  const [before, aside] = [folderOf(out), besideOf(folderOf(out))];
  if (!existsSync(before)) return true;
  const all = readdirSync(before, { recursive: true, encoding: "utf8" });
  const kept = all.filter((file) => !statSync(path.join(before, file)).isDirectory());
  if (kept.some((file) => existsSync(path.join(aside, file)))) return false;
  cpSync(before, aside, { recursive: true });
  return true;
};

/** Puts the receipts that were written in the place of the earlier ones: called when their warehouse is in place. */
export const placeReceipts = (out: string): void => {
  const aside = besideOf(folderOf(out));
  if (existsSync(aside)) moveIntoPlace(aside, folderOf(out));
  else rmSync(folderOf(out), { recursive: true, force: true });
};

/** Drops the receipts of a run whose warehouse did not come about. */
export const dropReceipts = (out: string): void =>
  rmSync(besideOf(folderOf(out)), { recursive: true, force: true });
