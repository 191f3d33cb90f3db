import { rmSync } from "node:fs";
import path from "node:path";
import type { Audience, Publication } from "../../publication.ts";
import { words } from "../../words.ts";
import { Failure } from "../failure.ts";
import type { Ingested } from "../ingest.ts";
import { mendPlace } from "../into_place.ts";
import { keep } from "../kept.ts";
import { type Leak, Leaked, leaksIn } from "../leaks.ts";
import { alone } from "../lock.ts";
import { asOf, audience, data, out, pdf, printed, releases, site, strictBuild } from "../options.ts";
import { personalWatch, type Watch } from "../personal_values.ts";
import { publish } from "../publish.ts";
import { releasesIn } from "../releases.ts";
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

/** From data/ to `published/`. @param finish what is added to the publication before it is written */
export const publishAll = async (
  call: Call,
  finish?: (publication: Publication) => Publication,
): Promise<Made> => {
  const ingested = await fillWarehouse(call);
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

export const build: Verb = {
  name: "build",
  words: words(
    "从 data/ 到完整的网站：读台账、算指标、出页面",
    "from data/ to the finished site: registers, figures, pages",
  ),
  options: { data, out, site, releases, audience, strict: strictBuild, pdf, quarter: printed, "as-of": asOf },
  run: (call) =>
    alone(text(call, "out"), async () => {
      // What draws and prints is loaded by the verb that needs it: the others start twice as fast.
      const [{ buildSite }, { printer, printQuarters }, { editionOf }] = await Promise.all([
        import("../site.ts"),
        import("../print.ts"),
        import("../../site/shelf.ts"),
      ]);
      mendPlace(text(call, "site"));
      const browser = isSet(call, "pdf") ? printer() : undefined;
      const { ingested, publication, watch, leaks } = await publishAll(call);
      for (const line of intakeLines(ingested, call.organisation, call.lang)) call.say(line);
      const stop = isSet(call, "strict") ? stopOf(ingested) : undefined;
      if (stop !== undefined) {
        call.remark(stop[call.lang]);
        return 1;
      }
      if (leaks.length > 0) {
        rmSync(path.join(stagedSite(call), "published"), { recursive: true, force: true });
        throw new Leaked(leaks);
      }
      call.say("");
      for (const line of headlineLines(publication, call.organisation.headlines, call.lang)) call.say(line);
      const untold = untoldOf(publication);
      if (untold !== undefined) call.remark(untold[call.lang]);
      const only = quarterAsked(call, publication);
      call.progress(call.lang === "zh" ? "生成页面" : "building the pages");
      const dist = text(call, "site");
      const edition = editionOf(publication, stagedSite(call));
      await buildSite({
        reports: path.join(call.home, "reports"),
        reader: path.join(call.home, "pipelines", "browser.ts"),
        root: stagedSite(call),
        dist,
        edition,
        lang: call.lang,
        add: async (built: string) => {
          const found = await leaksIn(built, watch);
          if (found.length > 0) throw new Leaked(found);
          if (browser !== undefined) await printQuarters(browser, built, edition, only, call.progress);
        },
      });
      keep(text(call, "out"), publication);
      call.say("");
      call.say(
        call.lang === "zh"
          ? `网站已生成：${dist}/index.html（可直接打开；npm run serve 可在浏览器里完整使用）`
          : `The site is in ${dist}/index.html (open it as it is, or use npm run serve for all of it)`,
      );
      return isSet(call, "strict") && refusedAny(ingested) ? 1 : 0;
    }),
};
