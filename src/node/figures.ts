import type { Figure } from "../figure.ts";
import { dimensionsOf, type Organisation } from "../organisation.ts";
import { FiguresKept } from "./figures_kept.ts";
import type { Keeping } from "./figures_kept_file.ts";
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
 * @param keeping where what is measured is kept, so that it is not measured again while its rows are the same; what is
 *   not measured this time goes
 */
export const figuresOf = async (
  warehouse: Warehouse,
  organisation: Organisation,
  wanted: (indicator: Named) => boolean = () => true,
  yearly = true,
  keeping?: Keeping,
): Promise<Figure[]> => {
  const all = namedIndicators(organisation);
  const kept = keeping && (await FiguresKept.over(warehouse, keeping, all));
  const figures = await measure(
    warehouse,
    all.filter(wanted),
    dimensionsOf(organisation),
    await quartersOf(warehouse),
    yearly,
    kept,
  );
  await kept?.keep();
  return figures;
};
