import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Lang } from "../words.ts";
import type { Edition } from "./edition.ts";
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

/**
 * Draws what the pages of quarters ask for while Framework is busy with their text in a process of its own: drawing takes
 * longer than that, and needs nothing of it.
 * @param root the staged root, with the pages' Markdown
 * @param isOver asked now and then: whether Framework is done
 */
export const drawAhead = async (
  root: string,
  edition: Edition,
  lang: Lang,
  isOver: () => boolean,
): Promise<DrawnAhead> => {
  const ahead = new DrawnAhead();
  const quarters = edition.publication.quarters.map(({ id }) => id);
  for (const folder of ["", "en"]) {
    const pages = join(root, folder, "[quarter]");
    if (!existsSync(pages)) continue;
    for (const name of readdirSync(pages).filter((one) => one.endsWith(".md"))) {
      const groups = drawingsIn(readFileSync(join(pages, name), "utf8"));
      for (const quarter of quarters) {
        const file = [folder, quarter, name.replace(/\.md$/, ".html")].filter(Boolean).join("/");
        const { drawings } = answersTo(() => edition, pageOf(file), lang);
        for (const insides of groups) {
          await setImmediate();
          if (isOver() || ahead.isFull) return ahead;
          try {
            ahead.put(file, insides, drawings(insides));
          } catch {
            // What is wrong with a page is told when it is made.
          }
        }
      }
    }
  }
  return ahead;
};
