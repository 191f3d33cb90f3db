import type { Audience } from "../../publication.ts";
import { type Words, words } from "../../words.ts";
import { mendPlace } from "../into_place.ts";
import { keptFile } from "../kept.ts";
import { keepSite, lastSite } from "../last_site.ts";
import { alone } from "../lock.ts";
import { makeSite } from "../make_site.ts";
import { asOf, audience, data, fresh, out, pdf, printed, releases, site, strictBuild } from "../options.ts";
import { originIn } from "../origin.ts";
import { siteOrigin } from "../site_origin.ts";
import { expectSitePlace } from "../site_place.ts";
import { asking } from "../staged.ts";
import { intakeLines, refusedAny, stopOf } from "../summary.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";
import { fillWarehouse } from "./ingest.ts";

/** What the site would be made from; undefined where nobody can say. */
const originOf = (call: Call): Promise<string | undefined> =>
  asking(call, async (warehouse) => {
    const { audience: edition, quarter } = call.options;
    const options = [edition, call.lang, isSet(call, "pdf"), quarter];
    const known = await originIn(warehouse);
    return (
      known && siteOrigin({ warehouse: known, home: call.home, releases: text(call, "releases"), options })
    );
  });

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
  run: (call) => {
    const dist = text(call, "site");
    const kept = [text(call, "out"), text(call, "releases"), call.home];
    expectSitePlace(dist, text(call, "data"), kept);
    return alone(text(call, "out"), async () => {
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
        const said = await makeSite(call, ingested, dist, browser);
        // What was changed meanwhile may be in some pages only.
        if (origin !== undefined && origin === (await originOf(call)))
          keepSite(text(call, "out"), dist, beside, { origin, said });
      } else for (const line of ["", ...last]) call.say(line);
      call.say("");
      call.say((last === undefined ? builtSaid : keptSaid)(dist)[call.lang]);
      return isSet(call, "strict") && refusedAny(ingested) ? 1 : 0;
    });
  },
};
