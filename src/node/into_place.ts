import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { isRunning, thisRun } from "./run.ts";

/** Where a run makes what will stand at `place`. A slash at its end would make it a place inside. */
export const besideOf = (place: string): string => `${path.resolve(place)}.new-${thisRun}`;

/** What is made or moved aside for one place, and what else a run makes: locks, spills, a release, a warehouse to ask. */
const besideLike = /^(.+)\.(new|old)-run\d+-\d+$/;
const ownLike = /^(?:lock-|again-|\.spill-)run\d+-\d+$|^\.[1-9]\d*\.run\d+-\d+\.tmp$/;

/** The place from which a name says that it was moved away. */
const movedFrom = (name: string): string | undefined => {
  const [, place, how] = besideLike.exec(name) ?? [];
  return how === "old" ? place : undefined;
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "";

const moveAway = (place: string, aside: string): void => {
  try {
    renameSync(place, aside);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
};

/**
 * Puts a finished folder where the old one stands, whole: nobody ever sees some files of the one and some of the other.
 *
 * No call that Node has exchanges two folders, a link in the folder's place is not to be had on every Windows, and file
 * by file would show a mix. So there are two renames, one straight after the other: some millionths of a second without
 * a folder, in which `npm run serve` answers from the old one (`standIn`). A run that dies right there leaves the old
 * folder beside, and the next one puts it back (`mend`).
 */
export const moveIntoPlace = (built: string, place: string): void => {
  const aside = `${path.resolve(place)}.old-${thisRun}`;
  for (let tries = 1; ; tries++) {
    moveAway(place, aside);
    try {
      renameSync(built, place);
      break;
    } catch (error) {
      // Another run, with another output folder, put its own there at this moment: the last one counts.
      const met = ["ENOTEMPTY", "EEXIST"].includes(codeOf(error)) && tries < 100;
      if (!met && !existsSync(place)) moveAway(aside, place);
      rmSync(aside, { recursive: true, force: true });
      if (!met) throw error;
    }
  }
  rmSync(aside, { recursive: true, force: true });
};

/** Other people's files may have a run in their names too: only whole names that runs give are theirs. */
const leftIn = (folder: string, of: string | undefined): string[] =>
  readdirSync(folder).filter((name) => {
    const place = besideLike.exec(name)?.[1];
    const isOurs = of === undefined ? place !== undefined || ownLike.test(name) : place === of;
    return isOurs && !isRunning(name);
  });

/**
 * Mends what runs that died left in a folder: what they had made aside goes, and what they had moved away comes back
 * where nothing is in its place.
 * @param of only what was left of this one
 */
export const mend = (folder: string, of?: string): void => {
  if (!existsSync(folder)) return;
  for (const name of leftIn(folder, of)) {
    const left = path.join(folder, name);
    const place = movedFrom(name);
    if (place !== undefined && !existsSync(path.join(folder, place)))
      moveAway(left, path.join(folder, place));
    else rmSync(left, { recursive: true, force: true });
  }
};

/** The same beside one folder or file. */
export const mendPlace = (place: string): void => {
  const whole = path.resolve(place);
  mend(path.dirname(whole), path.basename(whole));
};

/** What stood at a place that is empty at this moment; undefined where something is there, or nothing ever was. */
export const standIn = (place: string): string | undefined => {
  if (existsSync(place)) return undefined;
  const whole = path.resolve(place);
  const folder = path.dirname(whole);
  if (!existsSync(folder)) return undefined;
  const old = readdirSync(folder).find((name) => movedFrom(name) === path.basename(whole));
  return old === undefined ? undefined : path.join(folder, old);
};
