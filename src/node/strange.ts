import type { Bulk } from "./bulk.ts";
import { cellsAsSent } from "./sound_row.ts";

/** A record that is read row by row: its number among the certified ones, and its cells. */
export interface Strange {
  readonly rec: number;
  readonly cells: readonly string[];
}

/** The records that a bulk leaves out, in order. @returns undefined where they are more than `limit` */
export const strangeIn = async (
  bulk: Bulk,
  limit = Number.POSITIVE_INFINITY,
): Promise<Strange[] | undefined> => {
  const { warehouse, cells, out, places } = bulk;
  const from = `FROM ${cells} c WHERE (NOT c._sound OR ${bulk.rec("c")} IN (SELECT rec FROM ${out}))`;
  const [count] = await warehouse.rows(`SELECT count(*) AS n ${from}`);
  if (Number(count?.n) > limit) return undefined;
  const found: Strange[] = [];
  const columns = [bulk.rec("c"), ...cellsAsSent(places)];
  for await (const chunk of warehouse.chunks(`SELECT ${columns.join(", ")} ${from} ORDER BY 1`)) {
    const [recs, ...sent] = chunk.getColumns() as [bigint[], ...string[][]];
    for (const [i, rec] of recs.entries())
      found.push({ rec: Number(rec), cells: sent.map((column) => column[i] as string) });
  }
  return found;
};
