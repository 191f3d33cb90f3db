import { rmSync } from "node:fs";
import path from "node:path";
import type { Audience, Publication } from "../../publication.ts";
import { type Words, words } from "../../words.ts";
import { Failure } from "../failure.ts";
import { keepingOf } from "../figures_kept_file.ts";
import type { Ingested } from "../ingest.ts";
import { mendPlace } from "../into_place.ts";
import { keep, keptFile } from "../kept.ts";
import { keepSite, lastSite } from "../last_site.ts";
import { type Leak, Leaked, leaksIn } from "../leaks.ts";
import { alone } from "../lock.ts";
import { asOf, audience, data, fresh, out, pdf, printed, releases, site, strictBuild } from "../options.ts";
import { originIn } from "../origin.ts";
import { personalWatch, type Watch } from "../personal_values.ts";
import { publish } from "../publish.ts";
import { releasesIn } from "../releases.ts";
import { siteOrigin } from "../site_origin.ts";
import { headlineLines, intakeLines, refusedAny, stopOf, untoldOf } from "../summary.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";
import { openWarehouse } from "../warehouse.ts";
import { fillWarehouse } from "./ingest.ts";

/** The folder that Framework works in. It lies in `--out`, so that two builds side by side do not meet. */
export const stagedSite = (call: Call): string => path.join(text(call, "out"), "site");

/** What `published/` was made from, and what in it must not leave. */
export interface Made {
  readonly ingested: Ingested;
  readonly publication: Publication;
  /** The personal values of the warehouse. */
  readonly watch: Watch;
  /** Where some of them stand in `published/`: nothing may be made of it. */
  readonly leaks: readonly Leak[];
}

/**
 * From a filled warehouse to `published/`.
 * @param finish what is added to the publication before it is written
 */
export const publishAll = async (
  call: Call,
  ingested: Ingested,
  finish?: (publication: Publication) => Publication,
): Promise<Made> => {
  call.progress(call.lang === "zh" ? "计算指标" : "measuring");
  const warehouse = await openWarehouse(text(call, "out"));
  try {
    const folder = path.join(stagedSite(call), "published");
    const publication = await publish(
      {
        warehouse,
        organisation: call.organisation,
        ingested,
        audience: text(call, "audience") as Audience,
        rooms: path.join(call.home, "pipelines"),
        releases: releasesIn(text(call, "releases"), ingested.demo),
        keeping: keepingOf(call),
      },
      folder,
      finish,
    );
    call.progress(call.lang === "zh" ? "检查个人信息" : "looking for personal data");
    const watch = await personalWatch(warehouse, call.organisation, call.home);
    return {
      ingested,
      publication,
      watch,
      leaks: await leaksIn(folder, watch, { warehouse, organisation: call.organisation }),
    };
  } finally {
    warehouse.close();
  }
};

/** The quarter that alone is printed, if one was asked for. @throws Failure where it has no pages */
const quarterAsked = (call: Call, { quarters }: Publication): string | undefined => {
  const { quarter } = call.options;
  if (quarter === undefined || quarters.some(({ id }) => id === quarter))
    return quarter as string | undefined;
  const have = quarters.map(({ id }) => id);
  throw new Failure(
    `没有 ${quarter} 这个季度，现有：${have.join("、")}`,
    `there is no quarter ${quarter}; there are ${have.join(", ")}`,
  );
};

/** What the site would be made from; undefined where nobody can say. */
const originOf = async (call: Call): Promise<string | undefined> => {
  const warehouse = await openWarehouse(text(call, "out"));
  try {
    const { audience: edition, quarter } = call.options;
    const options = [edition, call.lang, isSet(call, "pdf"), quarter];
    const known = await originIn(warehouse);
    return (
      known && siteOrigin({ warehouse: known, home: call.home, releases: text(call, "releases"), options })
    );
  } finally {
    warehouse.close();
  }
};

const builtSaid = (dist: string): Words =>
  words(
    `网站已生成：${dist}/index.html（可直接打开；npm run serve 可在浏览器里完整使用）`,
    `The site is in ${dist}/index.html (open it as it is, or use npm run serve for all of it)`,
  );
const keptSaid = (dist: string): Words =>
  words(
    `台账、页面和设置都没有变动，网站保持原样：${dist}/index.html（--fresh 全部重新生成）`,
    `registers, pages and settings are as they were, and so is the site: ${dist}/index.html (--fresh makes all of it anew)`,
  );

/** Makes the site from a filled warehouse and puts it in place. @returns what is told of its figures */
const make = async (
  call: Call,
  ingested: Ingested,
  dist: string,
  browser: string | undefined,
): Promise<string[]> => {
  // What draws and prints is loaded where it is needed: a build that finds nothing to do ends before it would be.
  const [{ buildSite }, { printQuarters }, { editionOf }] = await Promise.all([
    import("../site.ts"),
    import("../print.ts"),
    import("../../site/shelf.ts"),
  ]);
  const { publication, watch, leaks } = await publishAll(call, ingested);
  if (leaks.length > 0) {
    rmSync(path.join(stagedSite(call), "published"), { recursive: true, force: true });
    throw new Leaked(leaks);
  }
  const untold = untoldOf(publication);
  const said = [
    ...headlineLines(publication, call.organisation.headlines, call.lang),
    ...(untold ? [untold[call.lang]] : []),
  ];
  for (const line of ["", ...said]) call.say(line);
  const only = quarterAsked(call, publication);
  call.progress(call.lang === "zh" ? "生成页面" : "building the pages");
  const edition = editionOf(publication, stagedSite(call));
  await buildSite({
    reports: path.join(call.home, "reports"),
    reader: path.join(call.home, "pipelines", "browser.ts"),
    root: stagedSite(call),
    dist,
    edition,
    lang: call.lang,
    fresh: isSet(call, "fresh"),
    add: async (built: string) => {
      const found = await leaksIn(built, watch);
      if (found.length > 0) throw new Leaked(found);
      if (browser !== undefined) await printQuarters(browser, built, edition, only, call.progress);
    },
  });
  keep(text(call, "out"), publication);
  return said;
};

export const build: Verb = {
  name: "build",
  words: words(
    "从 data/ 到完整的网站：读台账、算指标、出页面；没有变动的不重做",
    "from data/ to the finished site: registers, figures, pages; what did not change is not made again",
  ),
  options: {
    data,
    out,
    site,
    releases,
    audience,
    strict: strictBuild,
    pdf,
    quarter: printed,
    "as-of": asOf,
    fresh,
  },
  run: (call) =>
    alone(text(call, "out"), async () => {
      const dist = text(call, "site");
      mendPlace(dist);
      const browser = isSet(call, "pdf") ? (await import("../print.ts")).printer() : undefined;
      const ingested = await fillWarehouse(call);
      for (const line of intakeLines(ingested, call.organisation, call.lang)) call.say(line);
      const stop = isSet(call, "strict") ? stopOf(ingested) : undefined;
      if (stop !== undefined) {
        call.remark(stop[call.lang]);
        return 1;
      }
      const beside = [keptFile(text(call, "out"), text(call, "audience") as Audience)];
      const origin = await originOf(call);
      const spare = origin !== undefined && !isSet(call, "fresh") && !isSet(call, "pdf");
      const last = spare ? lastSite(text(call, "out"), dist, beside, origin) : undefined;
      if (last === undefined) {
        const said = await make(call, ingested, dist, browser);
        // What was changed meanwhile may be in some pages only.
        if (origin !== undefined && origin === (await originOf(call)))
          keepSite(text(call, "out"), dist, beside, { origin, said });
      } else for (const line of ["", ...last]) call.say(line);
      call.say("");
      call.say((last === undefined ? builtSaid : keptSaid)(dist)[call.lang]);
      return isSet(call, "strict") && refusedAny(ingested) ? 1 : 0;
    }),
};
