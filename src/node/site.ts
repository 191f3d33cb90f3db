import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { drawAhead } from "../site/drawn_ahead.ts";
import type { Edition } from "../site/edition.ts";
import { finishSite } from "../site/finish.ts";
import { quarterPages } from "../site/quarter_pages.ts";
import { SecondThread } from "../site/second_thread.ts";
import { fill, type Lang, words } from "../words.ts";
import { besideOf, moveIntoPlace } from "./into_place.ts";
import type { Pages } from "./pages.ts";
import { siteFailed } from "./site_folders.ts";

const more = words("（另有{n}处）", " ({n} more)");

/**
 * Builds the site into `dist` of pages that Framework makes meanwhile. The old `dist` stays until the new one is whole.
 * @param root the staged root
 * @param add what is put beside the pages before they are moved into place
 * @throws Failure with one sentence when a page asks for what is not there, or a link leads nowhere
 */
export const buildSite = async (
  pages: Pages,
  {
    root,
    dist,
    edition,
    lang,
    add,
  }: {
    readonly root: string;
    readonly dist: string;
    readonly edition: Edition;
    readonly lang: Lang;
    readonly add: (site: string) => Promise<void>;
  },
): Promise<void> => {
  const built = besideOf(dist);
  await mkdir(dirname(built), { recursive: true });
  let second: SecondThread | undefined;
  try {
    const desk = { built: pages.folder, site: built, edition, lang };
    second = await SecondThread.start(
      join(dirname(root), "framework"),
      edition.publication.quarters.length * quarterPages(root).length,
      desk,
    );
    const ahead = pages.areKept ? undefined : await drawAhead(root, edition, lang, pages.made);
    await pages.made;
    const [first, ...rest] = await finishSite(desk, root, ahead, second);
    // It holds all figures once more.
    await second?.end();
    if (first) {
      const tail = rest.length > 0 ? fill(more[lang], { n: String(rest.length) }) : "";
      throw siteFailed(first[lang] + tail);
    }
    await add(built);
    moveIntoPlace(built, dist);
  } finally {
    await second?.end();
    await rm(built, { recursive: true, force: true });
  }
};
