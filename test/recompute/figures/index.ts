import { monthsOf, nextQuarter, quarter, quarterOf } from "../calendar.ts";
import { formIds, formOf } from "../forms.ts";
import type { Intake } from "../intake.ts";
import { legalAidFigures } from "./legal_aid.ts";
import { programmeFigures, returnsFigures } from "./programmes.ts";
import type { Period, Recomputed } from "./recomputed.ts";
import { trainingFigures } from "./training.ts";
import { visitFigures } from "./visits.ts";

/** Every quarter from that of the first thing that happened to that of the last. */
export const periodsOf = ({ rows, firstMonth }: Intake): Period[] => {
  const days = formIds
    .flatMap((id) => {
      const { event } = formOf(id);
      return event === undefined ? [] : rows[id].map((row) => String(row[event]));
    })
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods: Period[] = [];
  const end = quarterOf(last, firstMonth);
  for (let id = quarterOf(first, firstMonth); id <= end; id = nextQuarter(id)) {
    const year = id.slice(0, 4);
    const soFar = periods.filter((p) => p.year === year);
    const own: Period = {
      ...quarter(id, firstMonth),
      year,
      yearFirst: quarter(`${year}Q1`, firstMonth).first,
      months: monthsOf(id, firstMonth),
      soFar,
    };
    periods.push({ ...own, soFar: [...soFar, own] });
  }
  return periods;
};

/** The figures that lead the front page and the pages of the rooms, computed from what was handed in. */
export const recomputed = (intake: Intake): Recomputed[] => {
  const periods = periodsOf(intake);
  return [visitFigures, legalAidFigures, trainingFigures, programmeFigures, returnsFigures].flatMap((of) =>
    of(intake, periods),
  );
};
