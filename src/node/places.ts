import type { Dimension } from "../indicator.ts";
import type { Place, PublishedDimension } from "../publication.ts";
import { modelName } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

const placesOf = async (warehouse: Warehouse, model: string): Promise<Record<string, Place>> => {
  const rows = await warehouse.rows(
    `SELECT value, CAST(x AS VARCHAR) AS x, CAST(y AS VARCHAR) AS y FROM ${modelName(model)}
     WHERE value IS NOT NULL AND x IS NOT NULL AND y IS NOT NULL ORDER BY value`,
  );
  return Object.fromEntries(rows.map(({ value, x, y }) => [value, { x, y }]));
};

/** The axes of breakdown as pages read them, each with where its values lie. */
export const placed = async (
  warehouse: Warehouse,
  dimensions: readonly Dimension[],
): Promise<PublishedDimension[]> => {
  const published: PublishedDimension[] = [];
  for (const { id, words, ordered, places } of dimensions)
    published.push({
      id,
      words,
      ...(ordered && { ordered }),
      ...(places && { places: await placesOf(warehouse, places) }),
    });
  return published;
};
