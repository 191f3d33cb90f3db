import { parentPort, workerData } from "node:worker_threads";
import type { Publication } from "../publication.ts";
import type { Quality } from "../published_quality.ts";
import { Edition } from "./edition.ts";
import { type Desk, type Task, writePage } from "./finished_page.ts";

/** What the thread that writes pages is started with. */
export type Handed = Omit<Desk, "edition"> & {
  readonly publication: Publication;
  readonly quality: Quality;
};

const { publication, quality, ...places } = workerData as Handed;
const desk: Desk = { ...places, edition: new Edition(publication, quality) };

// A page that cannot be written here is written by the first thread, which says what is wrong with it.
parentPort?.on("message", async (task: Task) => {
  const finished = await writePage(task, desk).catch(() => undefined);
  parentPort?.postMessage({ path: task.path, finished });
});
