import { posix } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Lang } from "../words.ts";
import type { Edition } from "./edition.ts";
import { quarterPages } from "./quarter_pages.ts";
import { answersTo, drawingsIn, pageOf } from "./tokens.ts";

/** Characters of drawings that are held until their pages are made: some sixty megabytes. Others are drawn then. */
const most = 60_000_000;

/** Drawings that are there before the page that they belong to is. */
export class DrawnAhead {
  readonly #drawn = new Map<string, string>();
  #held = 0;

  get isFull(): boolean {
    return this.#held > most;
  }

  put(file: string, insides: readonly string[], drawn: string): void {
    this.#drawn.set(JSON.stringify([file, insides]), drawn);
    this.#held += drawn.length;
  }

  /** Gives a group of drawings away, which stands once on a page. @returns undefined where it has to be drawn */
  take(file: string, insides: readonly string[]): string | undefined {
    const key = JSON.stringify([file, insides]);
    const drawn = this.#drawn.get(key);
    this.#drawn.delete(key);
    return drawn;
  }
}

/** A group of drawings, and the page that asks for it. */
interface Asked {
  readonly file: string;
  readonly insides: readonly string[];
}

const askedIn = (root: string, quarters: readonly string[]): Asked[] =>
  quarterPages(root).flatMap(({ folder, name, source }) => {
    const groups = drawingsIn(source);
    return quarters.flatMap((quarter) => {
      const file = posix.join(folder, quarter, `${name}.html`);
      return groups.map((insides) => ({ file, insides }));
    });
  });

/**
 * Draws what the pages of quarters ask for while Framework is busy with their text in a process of its own: drawing takes
 * longer than that, and needs nothing of it.
 * @param root the staged root, with the pages' Markdown
 * @param framework what is drawn is drawn until this has come to an end, good or bad
 */
export const drawAhead = async (
  root: string,
  edition: Edition,
  lang: Lang,
  framework: Promise<void>,
): Promise<DrawnAhead> => {
  const ahead = new DrawnAhead();
  let isOver = false;
  const end = (): void => {
    isOver = true;
  };
  framework.then(end, end);
  const quarters = edition.publication.quarters.map(({ id }) => id);
  for (const { file, insides } of askedIn(root, quarters)) {
    await setImmediate();
    if (isOver || ahead.isFull) break;
    try {
      ahead.put(file, insides, answersTo(() => edition, pageOf(file), lang).drawings(insides));
    } catch {
      // What is wrong with a page is told when it is made.
    }
  }
  return ahead;
};
