import type { Organisation } from "../organisation.ts";
import type { PublishedGap, PublishedList } from "../publication.ts";
import { modelName, name } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

const all = ({ rooms }: Organisation) =>
  rooms.flatMap((room) => (room.gaps ?? []).map((gap) => ({ room, gap })));

/** The kinds of gap list there are, for both editions. */
export const gapsOf = (organisation: Organisation): PublishedGap[] =>
  all(organisation).map(({ room, gap }) => ({
    id: `${room.id}.${gap.id}`,
    words: gap.words,
    of: `${room.id}.${gap.of}`,
    ...(gap.by !== undefined && { by: gap.by }),
    ...(gap.who && { who: gap.who }),
    page: gap.page ?? room.pages?.[0]?.id ?? room.id,
  }));

/** The rows of every gap list, quarter by quarter: for the internal edition only. */
export const gapRows = async (warehouse: Warehouse, organisation: Organisation): Promise<PublishedList[]> => {
  const lists: PublishedList[] = [];
  for (const { room, gap } of all(organisation)) {
    const columns = Object.keys(gap.columns);
    const rows = await warehouse.rows(
      `SELECT quarter, ${columns.map(name).join(", ")} FROM ${modelName(gap.from)} ORDER BY quarter, ${gap.order}, ${columns.map(name).join(", ")}`,
    );
    for (const quarter of [...new Set(rows.map((row) => row.quarter as string))])
      lists.push({
        id: `${room.id}.${gap.id}`,
        words: gap.words,
        quarter,
        columns: gap.columns,
        rows: rows.filter((row) => row.quarter === quarter).map((row) => columns.map((c) => row[c] ?? "")),
      });
  }
  return lists;
};
