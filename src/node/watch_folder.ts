import { type FSWatcher, watch } from "node:fs";

/** Milliseconds before a folder that could not be watched is tried again. */
const patience = 300;

/**
 * Calls `changed` after anything under a folder changed. A folder inside that vanishes while it is looked at makes
 * Node's recursive watcher fail: it is set up anew, and the change is told.
 * @returns ends the watching
 */
export const watchFolder = (folder: string, changed: () => void): (() => void) => {
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const again = (): void => {
    watcher?.close();
    watcher = undefined;
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => begin(changed), patience);
  };
  const begin = (first: () => void): void => {
    try {
      watcher = watch(folder, { recursive: true }, changed);
      watcher.on("error", again);
      first();
    } catch {
      again();
    }
  };
  begin(() => {});
  return () => {
    ended = true;
    clearTimeout(timer);
    watcher?.close();
  };
};
