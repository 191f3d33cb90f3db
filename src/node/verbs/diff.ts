import { existsSync } from "node:fs";
import path from "node:path";
import type { Figure } from "../../figure.ts";
import { shownOf } from "../../organisation.ts";
import type { Audience } from "../../publication.ts";
import type { Release } from "../../release.ts";
import { causesSaid, movementSaid, toldValue } from "../../revised.ts";
import { type Revision, revisionsOf } from "../../revision.ts";
import { words } from "../../words.ts";
import { aligned } from "../columns.ts";
import { Failure } from "../failure.ts";
import { figuresOf, namedIndicators } from "../figures.ts";
import { keepingOf } from "../figures_kept_file.ts";
import { keptFile, keptIn } from "../kept.ts";
import { alone } from "../lock.ts";
import { asOf, audience, data, json, out, releases } from "../options.ts";
import { editionOf, publicFigures } from "../publish.ts";
import { editionsIn, readRelease, releasesIn } from "../releases.ts";
import { revisionsSince } from "../revisions.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";
import { openWarehouse } from "../warehouse.ts";
import { fillWarehouse } from "./ingest.ts";

/** What today's figures are held against: a release, or what the site that was built last says. */
type Before = {
  /** Folder with the releases that decide, as on the pages, what may be told today. */
  readonly releases: string;
} & ({ readonly release: Release } | { readonly kept: readonly Figure[] });

const beforeIn = (call: Call): Before => {
  const against = call.options.against;
  if (against === undefined) {
    const edition = text(call, "audience") as Audience;
    const kept = keptIn(text(call, "out"), edition);
    if (kept) return { kept, releases: text(call, "releases") };
    const file = keptFile(text(call, "out"), edition);
    throw new Failure(
      `还没有可以对照的数字（${file}）：先运行 npm run build，或用 --against releases/2018Q4 与已发布的季度对照`,
      `there is nothing to compare with (${file}): run npm run build first, or compare with a release by --against releases/2018Q4`,
    );
  }
  const folder = String(against);
  const last = editionsIn(folder).at(-1) ?? folder;
  if (existsSync(path.join(last, "release.yaml")))
    return { release: readRelease(last), releases: path.join(last, "..", "..") };
  throw new Failure(
    `${folder} 里没有发布存档，请写成 --against releases/2018Q4`,
    `there is no release in ${folder}; write --against releases/2018Q4`,
  );
};

const revisionsFor = async (call: Call, before: Before, demo: boolean): Promise<Revision[]> => {
  const organisation = shownOf(call.organisation);
  const warehouse = await openWarehouse(text(call, "out"));
  try {
    const edition = text(call, "audience") as Audience;
    const yearly = "kept" in before && edition === "internal";
    const measured = await figuresOf(warehouse, organisation, undefined, yearly, keepingOf(call));
    if ("kept" in before) {
      const now = editionOf(measured, organisation, edition, releasesIn(before.releases, demo));
      return revisionsOf(before.kept, now, () => []);
    }
    const { release } = before;
    const open = publicFigures(measured, organisation, releasesIn(before.releases, release.demo)).figures;
    const rooms = path.join(call.home, "pipelines");
    return await revisionsSince(warehouse, organisation, open, [release], rooms);
  } finally {
    warehouse.close();
  }
};

const linesOf = (revisions: readonly Revision[], call: Call): string[] => {
  const { lang } = call;
  const indicators = new Map(namedIndicators(call.organisation).map((i) => [i.name, i]));
  return aligned(
    revisions.map((revision) => {
      const { indicator, quarter, span, by, label, released, now, causes } = revision;
      const unit = indicators.get(indicator)?.unit ?? "item";
      const year = span === "year" ? (lang === "zh" ? "本年累计" : "year to date") : "";
      return [
        quarter,
        indicator,
        indicators.get(indicator)?.words[lang] ?? "",
        [label?.[lang] ?? Object.values(by)[0] ?? "", year].filter(Boolean).join(" "),
        toldValue(released, unit, { lang }),
        "→",
        toldValue(now, unit, { lang }),
        movementSaid(revision, unit, { lang }) ?? "",
        causesSaid(causes, { lang }),
      ];
    }),
    [4, 6, 7],
  );
};

/** Today's figures against what was released, or against the site that was built last. */
export const diff: Verb = {
  name: "diff",
  words: words(
    "列出与已发布季度（或上次生成的网站）不同的数字，有不同时以 1 退出",
    "lists figures that differ from a release, or from the site built last; exits 1 if any does",
  ),
  options: {
    against: {
      type: "string",
      value: "DIR",
      words: words(
        "与哪次发布对照，例如 releases/2018Q4；不写则与上次生成的网站对照",
        "the release to compare with, like releases/2018Q4; the site built last by default",
      ),
    },
    releases,
    audience,
    json,
    "as-of": asOf,
    data,
    out,
  },
  run: (call) =>
    alone(text(call, "out"), async () => {
      const before = beforeIn(call);
      const { demo } = await fillWarehouse(call);
      call.progress(call.lang === "zh" ? "计算指标" : "measuring");
      const revisions = await revisionsFor(call, before, demo);
      if (isSet(call, "json")) call.say(JSON.stringify(revisions, null, 1));
      else if (revisions.length === 0)
        call.say(call.lang === "zh" ? "没有不同的数字。" : "No figure differs.");
      else {
        for (const line of linesOf(revisions, call)) call.say(line);
        const n = revisions.length;
        call.say(call.lang === "zh" ? `共 ${n} 个数字不同。` : `${n} figures differ.`);
      }
      return revisions.length > 0 ? 1 : 0;
    }),
};
