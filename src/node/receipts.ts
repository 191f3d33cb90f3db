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
import type { Register } from "../register.ts";
import type { RawRow } from "../table.ts";
import type { Lang } from "../words.ts";
import { nameFrom } from "./file_name.ts";
import { besideOf, moveIntoPlace } from "./into_place.ts";
import { byFile, type Loaded } from "./loaded.ts";
import { receiptText } from "./receipt_text.ts";
import { returned } from "./returned.ts";
import { listed, type Refused, refusedLines, refusedOf } from "./verdicts.ts";
import type { Warehouse } from "./warehouse.ts";

/** Where a table's receipt stands: in the folders that its file lies in, under the names of file and sheet. */
const placeOf = (table: Loaded): string => {
  const { dir, base } = path.posix.parse(table.file.path);
  const own = table.path.slice(table.file.path.length - base.length).replace(/\.csv$/i, "");
  return path.join(...dir.split("/").map(nameFrom), nameFrom(own));
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
    const rows = await returned(tables, registers, refused);
    for (const [at, table] of tables.entries()) {
      const own = rows[at];
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
