import { byName } from "../../order.ts";
import { inOrder } from "../loaded.ts";
import type { Warehouse } from "../warehouse.ts";

/** Columns of the ledger that hold a file's number. */
const holders: readonly [string, string][] = [
  ["files", "file_id"],
  ["columns", "file_id"],
  ["problems", "file_id"],
  ["set_aside", "file_id"],
  ["set_aside", "by_file"],
  ["unkept_days", "file_id"],
  ["mended", "file_id"],
];

interface Entry {
  readonly id: number;
  readonly path: string;
  readonly file: string;
  readonly day: string | undefined;
  readonly isPlaced: boolean;
}

const entriesOf = async (warehouse: Warehouse): Promise<Entry[]> =>
  (await warehouse.rows("SELECT file_id, path, file, filed, place FROM intake.files ORDER BY file_id")).map(
    ({ file_id, path, file, filed, place }) => ({
      id: Number(file_id),
      path: path as string,
      file: file as string,
      day: filed ?? undefined,
      isPlaced: place != null,
    }),
  );

const pairs = (of: readonly (readonly [number, number])[]): string =>
  of.map(([from, to]) => `(${from}, ${to})`).join(", ");

/** Gives every file its place in the order in which files speak (`inOrder`), now that more have come. */
export const placeAnew = async (warehouse: Warehouse): Promise<void> => {
  const placed = (await entriesOf(warehouse)).filter(({ isPlaced }) => isPlaced);
  const sorted = inOrder(placed, ({ day }) => day);
  await warehouse.run(
    `UPDATE intake.files SET place = p.place FROM (VALUES ${pairs(sorted.map(({ id }, i) => [id, i]))}) p(id, place) WHERE file_id = p.id`,
  );
};

/** Numbers the ledger's files as they would be had all come at once: in order of name, the tables of each in theirs. */
export const renumber = async (warehouse: Warehouse): Promise<void> => {
  const entries = (await entriesOf(warehouse)).sort((a, b) => byName(a.file, b.file) || a.id - b.id);
  const moved = entries.flatMap(({ id }, i): [number, number][] => (id === i ? [] : [[id, i]]));
  if (moved.length === 0) return;
  for (const [table, column] of holders)
    await warehouse.run(
      `UPDATE intake.${table} SET ${column} = p.after FROM (VALUES ${pairs(moved)}) p(before, after) WHERE ${column} = p.before`,
    );
};
