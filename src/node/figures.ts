import type { Figure } from "../figure.ts";
import { dimensionsOf, type Organisation } from "../organisation.ts";
import { measure, type Named } from "./measure.ts";
import type { Warehouse } from "./warehouse.ts";

/** Every indicator of every room under its full name, `room.indicator`. */
export const namedIndicators = ({ rooms }: Organisation): Named[] =>
  rooms.flatMap((room) =>
    room.indicators.map((indicator) => ({ ...indicator, name: `${room.id}.${indicator.id}` })),
  );

export const quartersOf = async (warehouse: Warehouse): Promise<string[]> =>
  (await warehouse.rows("SELECT quarter FROM calendar.quarters ORDER BY quarter")).map(
    (row) => row.quarter as string,
  );

/**
 * All figures of a finished warehouse, in the order of rooms, indicators, quarters, breakdowns.
 * @param yearly breakdowns of the year so far as well
 */
export const figuresOf = async (
  warehouse: Warehouse,
  organisation: Organisation,
  wanted: (indicator: Named) => boolean = () => true,
  yearly = true,
): Promise<Figure[]> =>
  measure(
    warehouse,
    namedIndicators(organisation).filter(wanted),
    dimensionsOf(organisation),
    await quartersOf(warehouse),
    yearly,
  );
