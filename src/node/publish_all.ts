import path from "node:path";
import type { Audience, Publication } from "../publication.ts";
import type { Quality } from "../published_quality.ts";
import { keepingOf } from "./figures_kept_file.ts";
import type { Ingested } from "./ingest.ts";
import { cellWith, type Leak, leaksIn } from "./leaks.ts";
import { personalWatch, type Watch } from "./personal_values.ts";
import { publish } from "./publish.ts";
import { releasesIn } from "./releases.ts";
import { asking, publishedIn } from "./staged.ts";
import { type Call, text } from "./verb.ts";

/** What `published/` was made from, and what in it must not leave. */
export interface Made {
  readonly ingested: Ingested;
  readonly publication: Publication;
  readonly quality: Quality;
  /** The personal values of the warehouse. */
  readonly watch: Watch;
  /** Where some of them stand in `published/`: nothing may be made of it. */
  readonly leaks: readonly Leak[];
}

/**
 * From a filled warehouse to `published/`.
 * @param finish of a preview: what is added to the publication before it is put there
 */
export const publishAll = (
  call: Call,
  ingested: Ingested,
  finish?: (publication: Publication) => Publication,
): Promise<Made> =>
  asking(call, async (warehouse) => {
    call.progress(call.lang === "zh" ? "计算指标" : "measuring");
    const { organisation } = call;
    const grounds = {
      warehouse,
      organisation,
      ingested,
      audience: text(call, "audience") as Audience,
      rooms: path.join(call.home, "pipelines"),
      releases: releasesIn(text(call, "releases"), ingested.demo),
      keeping: keepingOf(call),
    };
    const folder = publishedIn(call);
    const published = await publish(grounds, folder, finish);
    call.progress(call.lang === "zh" ? "检查个人信息" : "looking for personal data");
    const watch = await personalWatch(warehouse, organisation, call.home);
    const leaks = await leaksIn(folder, watch, (seen) => cellWith(warehouse, organisation, seen));
    return { ingested, ...published, watch, leaks };
  });
