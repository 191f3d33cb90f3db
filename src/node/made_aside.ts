import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { besideOf, mendPlace, moveIntoPlace } from "./into_place.ts";

/**
 * Makes a folder beside the place where it will stand, and moves it there once it is whole. Of one that could not be
 * made nothing is left, and what stood in the place stays.
 * @param mode of the folder: 0o700 where its owner alone may look into it
 * @param make fills it
 */
export const makeAside = async (
  place: string,
  mode: number,
  make: (aside: string) => Promise<void>,
): Promise<void> => {
  const aside = besideOf(place);
  mkdirSync(path.dirname(path.resolve(place)), { recursive: true });
  mendPlace(place);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode });
  try {
    await make(aside);
    moveIntoPlace(aside, place);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
};
