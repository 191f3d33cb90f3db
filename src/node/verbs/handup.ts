import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type BundleFigure, type BundleHead, bundleText, type Inside, signedText } from "../../bundle.ts";
import type { Figure } from "../../figure.ts";
import { formatDay, formatQuarter } from "../../format.ts";
import { shownOf } from "../../organisation.ts";
import type { PublishedBelow } from "../../publication.ts";
import type { Method, Release } from "../../release.ts";
import { standing } from "../../release.ts";
import { isTold } from "../../rollup.ts";
import { words } from "../../words.ts";
import { codeOf } from "../code.ts";
import { completenessOf } from "../completeness.ts";
import { Failure } from "../failure.ts";
import { figuresOf, namedIndicators } from "../figures.ts";
import { nameFrom } from "../file_name.ts";
import { foundationsOf } from "../foundation.ts";
import { belowOf, dueIn, shortMethod, withBelow } from "../handup/below.ts";
import { signatureOf, signingKey } from "../handup/signature.ts";
import type { Ingested } from "../ingest.ts";
import { assertNoPersonal } from "../leaks.ts";
import { alone } from "../lock.ts";
import type { Named } from "../measure.ts";
import { methodsOf } from "../methods.ts";
import { objectionsTo } from "../objections.ts";
import { asOf, data, out, releases } from "../options.ts";
import { publicFigures } from "../publish.ts";
import { releasesIn } from "../releases.ts";
import { type Call, text, type Verb } from "../verb.ts";
import { openWarehouse, type Warehouse } from "../warehouse.ts";
import { fillWarehouse } from "./ingest.ts";

const quarterIn = (call: Call): string => {
  const quarter = text(call, "quarter");
  if (/^\d{4}Q[1-4]$/.test(quarter)) return quarter;
  throw new Failure(
    "请用 --quarter 写明季度，例如 npm run handup -- --quarter 2018Q4",
    "name the quarter with --quarter, like npm run handup -- --quarter 2018Q4",
  );
};

/** What is handed up of the own registers: as released, or as measured now. */
interface Own extends Pick<BundleHead, "asOf" | "edition" | "code"> {
  readonly figures: readonly Figure[];
  readonly methods: readonly Method[];
}

/** @throws Failure where the quarter is not released and could not be */
const ownOf = async (
  call: Call,
  warehouse: Warehouse,
  ingested: Ingested,
  quarter: string,
  earlier: readonly Release[],
): Promise<Own> => {
  const last = standing(earlier).find((release) => release.quarter === quarter);
  if (last) return last;
  const objections = [...objectionsTo(quarter, ingested, undefined).values()];
  if (objections.length > 0)
    throw new Failure(
      `没有上报：${objections.map(({ zh }) => zh).join("；")}。请改正后再上报`,
      `not handed up: ${objections.map(({ en }) => en).join("; ")}. Mend it and run again`,
    );
  const organisation = shownOf(call.organisation);
  const open = publicFigures(await figuresOf(warehouse, organisation), organisation, earlier);
  if (open.uncovered > 0)
    throw new Failure(
      `没有上报：与以前发布的数字对照，会推算出 ${open.uncovered} 个应当隐去的数字；请维护人员查看`,
      `not handed up: beside earlier releases, ${open.uncovered} numbers that must be withheld could be worked out; ask the maintainers`,
    );
  return {
    asOf: ingested.asOf,
    edition: null,
    code: codeOf(call.home),
    figures: open.figures.filter((figure) => figure.quarter === quarter),
    methods: methodsOf(organisation, foundationsOf(organisation.rooms, path.join(call.home, "pipelines"))),
  };
};

/** Totals, with what federations below come to where both add up; what nobody told is left out. */
const figuresUp = (
  own: Own,
  indicators: ReadonlyMap<string, Named>,
  below: PublishedBelow | undefined,
  todays: ReadonlyMap<string, string>,
): BundleFigure[] => {
  const methods = new Map(own.methods.map(({ indicator, sha256 }) => [indicator, shortMethod(sha256)]));
  return own.figures.flatMap((figure): BundleFigure[] => {
    const indicator = indicators.get(figure.indicator);
    if (indicator === undefined || Object.keys(figure.by).length > 0) return [];
    const method = methods.get(figure.indicator) ?? "";
    // What was released under an older method is not added to what was measured by today's.
    const sum =
      below?.relation === "apart" && todays.get(figure.indicator) === method
        ? below.sums.find(
            (one) =>
              one.indicator === figure.indicator &&
              one.quarter === figure.quarter &&
              one.span === figure.span,
          )
        : undefined;
    const { value, numerator, denominator, hidden } = figure;
    const numbers = withBelow(figure, sum, indicator) ?? {
      value,
      numerator,
      denominator,
      ...(hidden && { hidden }),
      federations: 1,
    };
    if (!isTold(numbers)) return [];
    return [
      {
        indicator: indicator.name,
        name: indicator.words.zh,
        span: figure.span,
        unit: figure.unit,
        method,
        ...numbers,
      },
    ];
  });
};

const insideOf = (below: PublishedBelow | undefined, quarter: string): Inside[] =>
  (below?.bundles ?? [])
    .filter((bundle) => bundle.quarter === quarter && bundle.within === undefined)
    .flatMap(({ federation, fingerprint, inside }) => [{ federation, fingerprint }, ...inside])
    .map(({ federation, fingerprint }) => ({ federation: federation.replaceAll("；", "，"), fingerprint }));

const returnsIn = async (
  call: Call,
  warehouse: Warehouse,
  quarter: string,
): Promise<Pick<BundleHead, "due" | "received">> => {
  const declared = (await completenessOf(warehouse, shownOf(call.organisation))).filter(
    (row) => row.quarter === quarter && row.due !== null && row.due > 0,
  );
  if (declared.length === 0) return { due: null, received: null };
  const sum = (key: "due" | "received"): number => declared.reduce((n, row) => n + (row[key] ?? 0), 0);
  return { due: sum("due"), received: sum("received") };
};

/** Writes the file beside, has it looked through, and moves it into place. */
const written = async (
  folder: string,
  name: string,
  content: string,
  see: (aside: string) => Promise<void>,
): Promise<string> => {
  const aside = path.join(folder, `.${process.pid}.tmp`);
  mkdirSync(aside, { recursive: true });
  try {
    writeFileSync(path.join(aside, name), content);
    await see(aside);
    renameSync(path.join(aside, name), path.join(folder, name));
    return path.join(folder, name);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
};

/** @throws Failure where federations below have handed up and nobody said whether the own registers hold the same */
const assertRelated = (below: PublishedBelow | undefined, quarter: string): void => {
  if (below === undefined || below.relation !== null) return;
  if (!below.bundles.some((bundle) => bundle.quarter === quarter)) return;
  throw new Failure(
    "没有上报：下级工会已有上报，请先在 settings.yaml 写明 below：apart（本级台账不含下级的数，相加后上报）或 within（本级台账已含下级的数，只报本级）",
    "not handed up: federations below have handed up, so say in settings.yaml whether below is apart (own registers hold none of it: both are added) or within (they hold it already: only they are handed up)",
  );
};

/** Writes what the level above is told of a quarter: one signed file. */
export const handup: Verb = {
  name: "handup",
  words: words(
    "向上级工会上报：把一个季度的公开数字写成一份签名文件",
    "hands up a quarter: its public figures as one signed file for the federation above",
  ),
  options: {
    quarter: { type: "string", value: "2018Q4", words: words("上报哪个季度", "quarter to hand up") },
    key: {
      type: "string",
      value: "FILE",
      default: ".handup-key.pem",
      words: words(
        "签名密钥，没有时自动生成；请备份，不要外传",
        "key to sign with, made where there is none; back it up and keep it to yourselves",
      ),
    },
    to: {
      type: "string",
      value: "DIR",
      default: "handup",
      words: words("上报文件放在哪里", "folder for the file"),
    },
    releases,
    "as-of": asOf,
    data,
    out,
  },
  run: (call) =>
    alone(text(call, "out"), async () => {
      const quarter = quarterIn(call);
      if (existsSync(text(call, "key"))) signingKey(text(call, "key"));
      const ingested = await fillWarehouse(call);
      const earlier = releasesIn(text(call, "releases"), ingested.demo);
      const organisation = shownOf(call.organisation);
      const rooms = path.join(call.home, "pipelines");
      const warehouse = await openWarehouse(text(call, "out"));
      try {
        const below = await belowOf(warehouse, organisation, rooms);
        assertRelated(below, quarter);
        call.progress(call.lang === "zh" ? "计算指标" : "measuring");
        const own = await ownOf(call, warehouse, ingested, quarter, earlier);
        const indicators = new Map(namedIndicators(organisation).map((i) => [i.name, i]));
        const todays = new Map(
          methodsOf(organisation, foundationsOf(organisation.rooms, rooms)).map((method) => [
            method.indicator,
            shortMethod(method.sha256),
          ]),
        );
        const figures = figuresUp(own, indicators, below, todays);
        const key = signingKey(text(call, "key"));
        const inside = insideOf(below, quarter);
        const head: BundleHead = {
          federation: organisation.federation.zh,
          quarter,
          asOf: own.asOf,
          edition: own.edition,
          code: own.code,
          demo: ingested.demo,
          ...(await returnsIn(call, warehouse, quarter)),
          inside,
          key: key.public,
        };
        const lastDay = ingested.quarters.find(({ id }) => id === quarter)?.lastDay ?? own.asOf;
        const unsigned = bundleText(head, figures, key.fingerprint, lastDay);
        const content = signedText(unsigned, signatureOf(unsigned, key));
        const file = await written(
          text(call, "to"),
          `${nameFrom(`上报-${head.federation}-${quarter}`)}.csv`,
          content,
          (aside) => assertNoPersonal(warehouse, call.organisation, call.home, aside),
        );
        const withheld = figures.filter(({ hidden }) => hidden !== undefined).length;
        const missing = below ? dueIn(below, quarter).missing : [];
        const zh = call.lang === "zh";
        call.say(
          zh
            ? `${formatQuarter(quarter, "zh")}上报文件写入 ${file}：${own.edition === null ? "尚未定稿发布的数字" : `已发布的第${own.edition}版`}，数据截至${formatDay(own.asOf, "zh")}，${figures.length} 个数字，其中 ${withheld} 个按规定隐去。请把这份文件原样发给上级工会。`
            : `${formatQuarter(quarter, "en")} is in ${file}: ${own.edition === null ? "not released" : `edition ${own.edition} as released`}, data as of ${formatDay(own.asOf, "en")}, ${figures.length} figures, ${withheld} of them withheld. Send the file as it is.`,
        );
        if (inside.length > 0)
          call.say(
            zh
              ? `所含下级工会 ${inside.length} 家：${inside.map(({ federation }) => federation).join("、")}${below?.relation === "within" ? "（本级台账已含，未另加）" : ""}。`
              : `${inside.length} federations below are within: ${inside.map(({ federation }) => federation).join(", ")}${below?.relation === "within" ? " (held by the own registers, not added)" : ""}.`,
          );
        if (missing.length > 0)
          call.say(
            zh ? `尚未上报的下级工会：${missing.join("、")}。` : `Not handed up yet: ${missing.join(", ")}.`,
          );
        call.say(zh ? `签名指纹：${key.fingerprint}` : `Fingerprint: ${key.fingerprint}`);
        if (key.fresh)
          call.say(
            zh
              ? `签名密钥 ${text(call, "key")} 是这次新造的：请备份，并打电话把指纹告诉上级工会，登入他们的《下级工会名册》。`
              : `The key ${text(call, "key")} was made just now: back it up, and tell the level above its fingerprint by telephone for their register of federations.`,
          );
        return 0;
      } finally {
        warehouse.close();
      }
    }),
};
