import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { home } from "../translate.mjs";
import type { Desk, FinishedPage, Task } from "./finished_page.ts";
import type { Handed } from "./page_thread.ts";
import { standalone } from "./standalone.ts";

/** From so many pages on a second thread gains more than it takes to start: a second or two. */
const many = 300;

/** A thread beside the first that writes pages of the site. */
export class SecondThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<string, (finished: FinishedPage | undefined) => void>();
  #isGone = false;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", ({ path, finished }: { path: string; finished: FinishedPage | undefined }) => {
      this.#waiting.get(path)?.(finished);
      this.#waiting.delete(path);
    });
    // Whatever ends it, such as too little memory: its pages are given back.
    worker.on("error", () => {});
    worker.on("exit", () => {
      this.#isGone = true;
      for (const giveBack of this.#waiting.values()) giveBack(undefined);
      this.#waiting.clear();
    });
  }

  /**
   * @param folder where its program is written
   * @param pages so many are to be written
   * @returns undefined where it would gain nothing
   */
  static async start(
    folder: string,
    pages: number,
    { edition, ...desk }: Desk,
  ): Promise<SecondThread | undefined> {
    if (pages < many || availableParallelism() < 2) return undefined;
    const translated = await standalone({ page_thread: join(home, "src", "site", "page_thread.ts") }, folder);
    const { publication, quality } = edition;
    const workerData: Handed = { ...desk, publication, quality };
    return new SecondThread(new Worker(translated("page_thread"), { workerData }));
  }

  /** Has a page written. @returns undefined where it could not be */
  write(task: Task): Promise<FinishedPage | undefined> {
    return new Promise((done) => {
      if (this.#isGone) return done(undefined);
      this.#waiting.set(task.path, done);
      this.#worker.postMessage(task);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
