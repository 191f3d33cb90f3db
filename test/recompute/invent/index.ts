import { Chance } from "../chance.ts";
import { formIds, formOf } from "../forms.ts";
import { type Sheet, written } from "../writing.ts";
import { inventLegalAid } from "./legal_aid.ts";
import { inventProgrammes } from "./programmes.ts";
import { inventRosters } from "./rosters.ts";
import { inventTraining } from "./training.ts";
import { inventReturns, inventVisits } from "./visits.ts";
import { worldOf } from "./world.ts";

/** What an invented federation hands in: files by name, and the month its reporting year begins in. */
export interface Federation {
  readonly seed: number;
  readonly firstMonth: number;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/**
 * A small federation at the edges of every definition, the same for the same seed: things happen on the first and last
 * days of quarters, townships are renamed, rows are corrected, repeated and refused, registers are empty or missing.
 */
export const inventFederation = (seed: number): Federation => {
  const chance = new Chance(seed);
  const world = worldOf(chance);
  const rosters = inventRosters(world);
  const rooms: (() => readonly Sheet[])[] = [
    () => rosters.sheets,
    () => inventVisits(world, rosters),
    () => inventReturns(world),
    () => inventLegalAid(world),
    () => inventTraining(world),
    () => inventProgrammes(world),
  ];
  // Now and then a room hands in nothing, or one register is never handed in.
  const missing = new Set(chance.some(formIds, 0.04));
  const sheets = chance
    .shuffled(rooms.flatMap((room) => (chance.yes(0.9) ? room() : [])))
    .filter(({ form }) => !missing.has(form));
  const files: Record<string, Uint8Array> = {};
  for (const [i, sheet] of sheets.entries()) {
    const bytes = written(sheet, chance);
    files[`${String(i + 10)}-${formOf(sheet.form).title}.csv`] = bytes;
    if (chance.yes(0.02)) files[`${String(i + 10)}-${formOf(sheet.form).title}-副本.csv`] = bytes;
  }
  return { seed, firstMonth: world.firstMonth, files };
};
