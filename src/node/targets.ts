import type { Organisation } from "../organisation.ts";
import type { PublishedTarget } from "../publication.ts";
import { modelName } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** The targets that the federation set for its quarters and years, in the units of their indicators. */
export const targetsOf = async (
  warehouse: Warehouse,
  { targets, rooms }: Organisation,
): Promise<PublishedTarget[]> => {
  if (targets === undefined) return [];
  const shown = new Set(rooms.flatMap((room) => room.indicators.map(({ id }) => `${room.id}.${id}`)));
  const rows = await warehouse.rows(
    `SELECT indicator, quarter, span, CAST(target AS VARCHAR) AS target, quote FROM ${modelName(targets)} ORDER BY indicator, quarter, span, target, quote`,
  );
  return rows
    .filter((row) => shown.has(row.indicator ?? ""))
    .map(({ indicator, quarter, span, target, quote }) => ({
      indicator: indicator ?? "",
      quarter: quarter ?? "",
      span: span === "year" ? "year" : "quarter",
      target: target ?? "",
      ...(quote && { quote }),
    }));
};
