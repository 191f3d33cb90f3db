import type { Register } from "../register.ts";
import { Failure } from "./failure.ts";
import { isAny } from "./is_any.ts";
import { enter } from "./ledger.ts";
import { inOrder, type Loaded, statedDay } from "./loaded.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** One file's rows, accounted for: read = accepted + refused + repeated + superseded. */
export interface Tally {
  readonly path: string;
  readonly register: string | null;
  readonly encoding: string | null;
  readonly read: number;
  readonly accepted: number;
  readonly refused: number;
  readonly repeated: number;
  readonly superseded: number;
  /** Of those refused: mended since, in a receipt that was handed in. */
  readonly mended: number;
}

/** Writes the files into the ledger, in the order in which they speak, with what reading alone could count. */
export const enterFiles = async (
  warehouse: Warehouse,
  loaded: readonly Loaded[],
  firstMonth: number,
): Promise<void> => {
  const originals = loaded.filter((f) => f.copyOf === null);
  const place = new Map(inOrder(originals, (file) => statedDay(file, firstMonth)).map((f, i) => [f.id, i]));
  await enter(
    warehouse,
    "files",
    loaded.map((file) => {
      const { outcome, table: read, copyOf } = file;
      const { encoding, separator } = outcome;
      const { header, preamble } = read;
      return [
        file.id,
        file.path,
        file.file.path,
        read.sheet,
        file.sha256,
        encoding,
        separator,
        header?.line ?? null,
        header?.register.id ?? null,
        preamble.unitName ?? null,
        preamble.period ?? null,
        statedDay(file, firstMonth) ?? null,
        place.get(file.id) ?? null,
        read.read,
        0,
        read.refused,
        copyOf === null ? 0 : read.read,
        0,
        0,
      ];
    }),
  );
};

const number = (row: Record<string, string | null>, column: string): number => Number(row[column] ?? 0);

const countMended = (warehouse: Warehouse): Promise<void> =>
  warehouse.run(`
    UPDATE intake.files f SET
      mended = (
        SELECT count(DISTINCT refused_line) FROM intake.mended m
        WHERE m.path = f.path
          AND EXISTS (FROM intake.problems p WHERE p.file_id = f.file_id AND p.line = refused_line AND severity = 'error')
          AND NOT EXISTS (FROM intake.set_aside a WHERE a.file_id = m.file_id AND a.line = m.line AND fate = 'refused'))`);

/**
 * Counts what became of every row.
 * @param first the lowest number of the files that are counted; those before it were, when they were read
 */
export const count = async (
  warehouse: Warehouse,
  registers: readonly Register[],
  first = 0,
): Promise<void> => {
  // A count of tables that nobody handed in takes longer than that of those somebody did.
  const handedIn = await warehouse.rows(
    `SELECT DISTINCT register FROM intake.files WHERE file_id >= ${first}`,
  );
  const accepted = registers
    .filter((r) => handedIn.some(({ register }) => register === r.id))
    .map((r) => `SELECT _file AS path, count(*) AS n FROM ${table(r.room, r.id)} GROUP BY 1`)
    .concat("SELECT NULL::VARCHAR AS path, 0::BIGINT AS n")
    .join(" UNION ALL ");
  const fated = (fate: string): string => `count(*) FILTER (fate = ${literal(fate)}) AS ${fate}`;
  await warehouse.run(`
    UPDATE intake.files SET
      accepted = coalesce(n, 0),
      refused = files.refused + coalesce(aside.refused, 0),
      repeated = files.repeated + coalesce(aside.repeated, 0),
      superseded = coalesce(aside.superseded, 0)
    FROM intake.files f
    LEFT JOIN (SELECT path, sum(n) AS n FROM (${accepted}) GROUP BY path) kept ON kept.path = f.path
    LEFT JOIN (
      SELECT file_id, ${["refused", "repeated", "superseded"].map(fated).join(", ")}
      FROM intake.set_aside GROUP BY file_id) aside ON aside.file_id = f.file_id
    WHERE files.file_id = f.file_id AND files.file_id >= ${first}`);
  if (await isAny(warehouse, "FROM intake.mended")) await countMended(warehouse);
};

/**
 * What became of every row, file by file, as it was counted.
 * @throws Failure when rows read ≠ accepted + refused + repeated + superseded
 */
export const tallies = async (warehouse: Warehouse): Promise<Tally[]> => {
  const columns = [
    "path",
    "register",
    "encoding",
    "read",
    "accepted",
    "refused",
    "repeated",
    "superseded",
    "mended",
  ];
  const rows = await warehouse.rows(
    `SELECT ${columns.map(name).join(", ")} FROM intake.files ORDER BY file_id`,
  );
  return rows.map((row) => {
    const [read, kept, refused, repeated, superseded, mended] = columns
      .slice(3)
      .map((c) => number(row, c)) as [number, number, number, number, number, number];
    if (read !== kept + refused + repeated + superseded)
      throw new Failure(
        `${row.path}：读到 ${read} 行，但采用 ${kept}、退回 ${refused}、重复 ${repeated}、被更新 ${superseded}，行数对不上，请联系维护人员`,
        `${row.path}: ${read} rows read but ${kept} accepted + ${refused} refused + ${repeated} repeated + ${superseded} superseded; tell the maintainers`,
      );
    return {
      path: row.path ?? "",
      register: row.register ?? null,
      encoding: row.encoding ?? null,
      read,
      accepted: kept,
      refused,
      repeated,
      superseded,
      mended,
    };
  });
};
