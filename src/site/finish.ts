import { cp, readdir, readFile, rm } from "node:fs/promises";
import { join, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Words } from "../words.ts";
import type { DrawnAhead } from "./drawn_ahead.ts";
import { addFinder } from "./find.ts";
import {
  type Desk,
  type FinishedPage,
  leads,
  looseIn,
  nowhere,
  type Task,
  writePage,
} from "./finished_page.ts";
import type { SecondThread } from "./second_thread.ts";
import { everyQuarter } from "./slots.ts";

/** What pages link to or fetch, and where: a preview has the same under these addresses. */
const besidePages = [
  [join("published", "templates"), join("published", "templates")],
  [join("published", "figures"), join("_file", "published", "figures")],
] as const;

const isPage = (file: string): boolean => file.endsWith(".html");

/** The pages that Framework built, in the order of their names. */
const pagesIn = async (built: string): Promise<string[]> =>
  (await readdir(built, { recursive: true }))
    .filter(isPage)
    .map((file) => file.replaceAll(sep, "/"))
    .sort();

/** The pages that one page stands for. */
const tasksOf = (own: string, quarters: readonly string[]): Task[] =>
  own.includes(`${everyQuarter}/`)
    ? quarters.map((quarter) => ({ path: own.replace(everyQuarter, () => quarter), own }))
    : [{ path: own, own }];

/** Pages that the second thread has at a time: one that it is at, and another so that it need not wait. */
const inHand = 2;

/** Writes pages from the front, and from the back where there is a second thread. */
const writeAll = async (
  tasks: readonly Task[],
  desk: Desk,
  ahead: DrawnAhead | undefined,
  second: SecondThread | undefined,
): Promise<FinishedPage[]> => {
  const finished: FinishedPage[] = [];
  let [front, back] = [0, tasks.length];
  const here = async (at: number): Promise<void> => {
    finished[at] = await writePage(tasks[at] as Task, desk, ahead);
  };
  const others = async (): Promise<void> => {
    while (front < back) {
      const at = --back;
      const there = await second?.write(tasks[at] as Task);
      if (there) finished[at] = there;
      else await here(at);
    }
  };
  const own = async (): Promise<void> => {
    while (front < back) {
      await here(front++);
      await setImmediate();
    }
  };
  await Promise.all([own(), ...Array.from({ length: second ? inHand : 0 }, others)]);
  return finished;
};

/**
 * Makes the site of what Framework built. Returns what is wrong with it; empty when it may be published.
 * @param desk its `site` does not exist yet
 * @param root the staged root it was built from
 * @param ahead drawings that are there already
 * @param second takes a part of the pages
 */
export const finishSite = async (
  desk: Desk,
  root: string,
  ahead?: DrawnAhead,
  second?: SecondThread,
): Promise<Words[]> => {
  const { built, site, edition } = desk;
  await cp(built, site, { recursive: true, filter: (file) => !isPage(file) });
  for (const [from, to] of besidePages) await cp(join(root, from), join(site, to), { recursive: true });
  const quarters = edition.publication.quarters.map(({ id }) => id);
  const owns = await pagesIn(built);
  const faults: Words[] = [];
  for (const own of owns) faults.push(...looseIn(await readFile(join(built, own), "utf8"), own));
  const tasks = owns.flatMap((own) => tasksOf(own, quarters));
  const finished = await writeAll(tasks, desk, ahead, second);
  for (const folder of [everyQuarter, join("en", everyQuarter)])
    await rm(join(site, folder), { recursive: true, force: true });
  const there = new Set(await readdir(site, { recursive: true }).then((all) => [".", ...all]));
  const isThere = (file: string): boolean => there.has(file.replace(/\/$/, ""));
  for (const [i, { path }] of tasks.entries()) {
    const { faults: own, links } = finished[i] as FinishedPage;
    faults.push(...own);
    for (const to of links) if (!leads(to, path, isThere)) faults.push(nowhere(path, to));
  }
  const pages = tasks.map(({ path }) => path).sort();
  await addFinder(site, pages, edition.latest.id);
  return faults;
};
