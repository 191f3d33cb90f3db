import { accepted } from "./accepted.ts";
import { canteens } from "./canteens.ts";
import { entrepreneurship } from "./entrepreneurship.ts";
import type { Federation } from "./federation.ts";
import { handups } from "./handups.ts";
import { legalAid } from "./legal_aid.ts";
import { measures } from "./measures.ts";
import { organising } from "./organising.ts";
import { rosters } from "./rosters.ts";
import { type DemoFile, write } from "./sheet.ts";
import { stations } from "./stations.ts";
import { targets } from "./targets.ts";
import { training } from "./training.ts";
import { visits } from "./visits.ts";

/** Beyond this the invented credit codes and class numbers run out. */
export const largestScale = 500;

/**
 * The demonstration federation: every name, code and row is invented.
 * @param options the scale, a whole number from 1, and the seed; the same two give the same bytes
 * @returns files with paths relative to the folder they go into; text comes in pieces, anew on every iteration
 * @throws for a scale that is no whole number from 1 to 500
 */
export function* demo(options: Federation): Iterable<DemoFile> {
  const { scale } = options;
  if (!Number.isInteger(scale) || scale < 1 || scale > largestScale)
    throw new RangeError(`scale is a whole number from 1 to ${largestScale}: ${scale}`);
  for (const room of [
    rosters,
    visits,
    legalAid,
    training,
    canteens,
    stations,
    entrepreneurship,
    organising,
    measures,
    targets,
    accepted,
  ])
    for (const sheet of room(options)) yield write(sheet);
  yield* handups(options);
}
