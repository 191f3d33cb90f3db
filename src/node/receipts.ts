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
import { lasting } from "../formula.ts";
import type { Header } from "../header.ts";
import type { Preamble } from "../preamble.ts";
import { mend, tells, why } from "../problem.ts";
import { read } from "../read.ts";
import type { Fault, ReasonCode } from "../reason.ts";
import { receiptColumns } from "../receipt.ts";
import type { Register } from "../register.ts";
import type { Sink } from "../sink.ts";
import type { RawRow } from "../table.ts";
import type { Lang } from "../words.ts";
import { openWorkbook } from "../workbook.ts";
import { nameFrom } from "./file_name.ts";
import { type ForgottenList, isForgotten } from "./forgotten.ts";
import { sameBytes } from "./inbox.ts";
import { besideOf, moveIntoPlace } from "./into_place.ts";
import type { Loaded } from "./load.ts";
import type { Warehouse } from "./warehouse.ts";

/** Why one line was refused, as the receipt says it. */
interface Verdict {
  readonly header: string | null;
  readonly found: string | null;
  readonly fault: Fault;
}

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
  verdicts: (line: number) => readonly Verdict[],
  lang: Lang,
): string => {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);
  const padded = [...headers, ...Array<string>(width - headers.length).fill("")];
  const body = rows.map(({ cells, line }) => {
    const told = verdicts(line);
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
  const table = [...preambleLine(preamble), [...padded, ...receiptColumns], ...body];
  return `\ufeff${Papa.unparse(
    table.map((row) => row.map(lasting)),
    { newline: "\r\n" },
  )}\r\n`;
};

const byField = ({ columns }: Header, cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.flatMap(({ field }, i) => (field === null ? [] : [[field, cells[i] ?? ""]])));

/** Reads a file once more for the rows that were refused, by the reader or because of other registers. */
const returnedBy = (
  bytes: Uint8Array,
  registers: readonly Register[],
  isRefused: (table: number, line: number) => boolean,
  list: ForgottenList,
): Returned[] => {
  const found: { headers: string[]; preamble: Preamble; rows: RawRow[] }[] = [];
  const open = (): Sink => {
    let withheld = (_: RawRow): boolean => false;
    const own = { headers: [] as string[], preamble: {} as Preamble, rows: [] as RawRow[] };
    const at = found.push(own) - 1;
    return {
      begin: (header, preamble) => {
        own.headers = headersOf(header, preamble);
        own.preamble = preamble;
        if (list.persons.length > 0)
          withheld = ({ cells }) => isForgotten(list, registers, header.register, byField(header, cells));
      },
      row: () => {},
      raw: (row) => isRefused(at, row.line) && !withheld(row) && own.rows.push(row),
      problem: () => {},
    };
  };
  read(bytes, registers, open, openWorkbook);
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
  lines: readonly number[],
): Promise<Returned> => {
  if (!inBulk) return { headers: [], preamble, rows: [] };
  const { bulk, kept } = inBulk;
  const own = lines.flatMap((line) => kept.get(line) ?? []);
  const others = await bulk.at(lines.filter((line) => !kept.has(line)));
  return {
    headers: header ? headersOf(header, preamble) : [],
    preamble,
    rows: [...own, ...others].sort((a, b) => a.line - b.line),
  };
};

/**
 * Writes receipts anew, beside `receipts/`: for every table with refused rows, those rows and what is wrong with them.
 * They hold personal data: readable by their owner alone, and never published. Rows about somebody on the list of the
 * forgotten are not given back.
 * @param remember is told the rows that a table, the n-th of its file, gives back
 */
export const writeReceipts = async (
  warehouse: Warehouse,
  loaded: readonly Loaded[],
  registers: readonly Register[],
  out: string,
  list: ForgottenList,
  remember: (table: Loaded, at: number, rows: readonly RawRow[]) => void = () => {},
  lang: Lang = "zh",
): Promise<number> => {
  const first = loaded[0]?.id ?? 0;
  const rows = await warehouse.rows(
    `SELECT file_id, line, header, found, reason, slots FROM intake.problems WHERE severity = 'error' AND line IS NOT NULL AND file_id >= ${first} ORDER BY file_id, line, field, reason, slots`,
  );
  const verdicts = new Map<string, Verdict[]>();
  for (const { file_id, line, header, found, reason, slots } of rows) {
    const key = `${file_id}:${line}`;
    const fault = {
      reason: reason as ReasonCode,
      ...(slots && { with: JSON.parse(slots) as Record<string, string> }),
    };
    const verdict = { header: header ?? null, found: found ?? null, fault };
    const known = verdicts.get(key);
    if (known) known.push(verdict);
    else verdicts.set(key, [verdict]);
  }
  const aside = besideOf(folderOf(out));
  rmSync(aside, { recursive: true, force: true });
  const linesOf = new Map<number, number[]>();
  for (const { file_id, line } of rows) {
    const own = linesOf.get(Number(file_id));
    if (!own) linesOf.set(Number(file_id), [Number(line)]);
    else if (own.at(-1) !== Number(line)) own.push(Number(line));
  }
  const touched = new Set(rows.map((row) => Number(row.file_id)));
  const byFile = new Map<string, Loaded[]>();
  for (const one of loaded)
    if (one.copyOf === null) byFile.set(one.file.path, [...(byFile.get(one.file.path) ?? []), one]);
  let written = 0;
  for (const tables of byFile.values()) {
    const [first] = tables;
    if (!first || !tables.some(({ id }) => touched.has(id))) continue;
    const refused = (at: number, line: number): boolean => verdicts.has(`${tables[at]?.id}:${line}`);
    // Rows about somebody forgotten are told by their cells, so they are read once more.
    const returned =
      tables.some(({ inBulk }) => inBulk) && list.persons.length === 0
        ? await Promise.all(tables.map((table) => returnedFromBulk(table, linesOf.get(table.id) ?? [])))
        : returnedBy(sameBytes(first.file, first.sha256), registers, refused, list);
    for (const [at, table] of tables.entries()) {
      const own = returned[at];
      if (!own || own.rows.length === 0) continue;
      if (list.persons.length === 0) remember(table, at, own.rows);
      const wanted = path.join(aside, placeOf(table));
      const target = [`${wanted}.csv`, `${wanted} (${table.id}).csv`].find(
        (one) => !existsSync(one),
      ) as string;
      mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
      const text = receiptText(own, table.path, (line) => verdicts.get(`${table.id}:${line}`) ?? [], lang);
      writeFileSync(target, text, { mode: 0o600 });
      written += 1;
    }
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
