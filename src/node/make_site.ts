import { rmSync } from "node:fs";
import path from "node:path";
import type { Publication } from "../publication.ts";
import type { Ingested } from "./ingest.ts";
import { keep } from "./kept.ts";
import { cellWith, type Leak, Leaked, leaksIn } from "./leaks.ts";
import type { Pages } from "./pages.ts";
import { publishShown } from "./publish.ts";
import { publishAll } from "./publish_all.ts";
import { noQuarter } from "./quarter_said.ts";
import { asking, publishedIn, stagedSite } from "./staged.ts";
import { headlineLines, untoldOf } from "./summary.ts";
import { type Call, isSet, text } from "./verb.ts";

/** The quarter that alone is printed, if one was asked for. @throws Failure where it has no pages */
const quarterAsked = (call: Call, { quarters }: Publication): string | undefined => {
  const { quarter } = call.options;
  if (quarter === undefined || quarters.some(({ id }) => id === quarter))
    return quarter as string | undefined;
  throw noQuarter(
    String(quarter),
    quarters.map(({ id }) => id),
  );
};

/** Begins to make the pages, which need to know nothing but which there are. */
const begin = async (call: Call, quarters: readonly string[]): Promise<Pages> => {
  const { beginPages } = await import("./pages.ts");
  const folders = {
    reports: path.join(call.home, "reports"),
    reader: path.join(call.home, "pipelines", "browser.ts"),
    root: stagedSite(call),
  };
  return beginPages(folders, { quarters, lang: call.lang, fresh: isSet(call, "fresh") });
};

/** Makes the site from a filled warehouse and puts it in place. @returns what is told of its figures */
const make = async (
  call: Call,
  ingested: Ingested,
  pages: Promise<Pages>,
  dist: string,
  browser: string | undefined,
): Promise<string[]> => {
  const { publication, quality, watch, leaks } = await publishAll(call, ingested);
  const stopAt = (found: readonly Leak[]): void => {
    if (found.length > 0) throw new Leaked(found);
  };
  stopAt(leaks);
  const untold = untoldOf(publication);
  const said = [
    ...headlineLines(publication, call.organisation.headlines, call.lang),
    ...(untold ? [untold[call.lang]] : []),
  ];
  for (const line of ["", ...said]) call.say(line);
  const only = quarterAsked(call, publication);
  call.progress(call.lang === "zh" ? "生成页面" : "building the pages");
  // What draws and prints is loaded where it is needed: a build that finds nothing to do ends before it would be.
  const [{ buildSite }, { printQuarters }, { Edition }] = await Promise.all([
    import("./site.ts"),
    import("./print.ts"),
    import("../site/edition.ts"),
  ]);
  const edition = new Edition(publication, quality);
  await buildSite(await pages, {
    root: stagedSite(call),
    dist,
    edition,
    lang: call.lang,
    add: async (built) => {
      const cellOf = (seen: string) => asking(call, (w) => cellWith(w, call.organisation, seen));
      stopAt(await leaksIn(built, watch, cellOf));
      if (browser !== undefined) await printQuarters(browser, built, edition, only, call.progress);
    },
  });
  keep(text(call, "out"), publication);
  return said;
};

/**
 * Makes the site, its pages begun while their figures are being measured.
 * @param dist where it is put
 * @param browser prints every quarter, where that was asked for
 * @returns what is told of its figures
 * @throws Leaked when something personal is in it, Failure when a page asks for what is not there
 */
export const makeSite = async (
  call: Call,
  ingested: Ingested,
  dist: string,
  browser: string | undefined,
): Promise<string[]> => {
  const clear = (): void => rmSync(publishedIn(call), { recursive: true, force: true });
  clear();
  const { organisation } = call;
  await asking(call, (warehouse) => publishShown({ warehouse, organisation }, publishedIn(call)));
  const quarters = ingested.quarters.map(({ id }) => id);
  const pages = begin(call, quarters);
  const begun = pages.catch(() => undefined);
  try {
    return await make(call, ingested, pages, dist, browser);
  } catch (error) {
    await (await begun)?.end();
    // Not before: it is being written into.
    if (error instanceof Leaked) clear();
    throw error;
  }
};
