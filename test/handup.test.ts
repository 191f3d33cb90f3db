import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation as whole } from "../pipelines/index.ts";
import { type BundleFigure, bundleText, numbersIn, signedText } from "../src/bundle.ts";
import { namedIndicators } from "../src/node/figures.ts";
import { belowOf } from "../src/node/handup/below.ts";
import { signatureOf, signingKey, verified } from "../src/node/handup/signature.ts";
import type { Ingested } from "../src/node/ingest.ts";
import { publicationOf } from "../src/node/publish.ts";
import { intakeLines } from "../src/node/summary.ts";
import type { Organisation } from "../src/organisation.ts";
import type { Publication } from "../src/publication.ts";
import type { PublishedBelow } from "../src/published_below.ts";
import { type Numbers, rolledUp, rollupOf } from "../src/rollup.ts";
import { below as drawn } from "../src/site/below.ts";
import { Edition } from "../src/site/edition.ts";
import { putFederation } from "./federation.ts";
import { callAs } from "./verb.ts";
import { home, rooms, Workbench, withRooms } from "./workbench.ts";

const organisation = withRooms("visits", "legal_aid", "training", "returns", "targets");

const called = (zh: string, below?: "apart" | "within"): Organisation => ({
  ...organisation,
  federation: { zh, en: zh },
  ...(below && { below }),
});

/** A federation with its own registers; `townships` decide about its figures. */
const federation = (townships: number): Workbench => {
  const bench = new Workbench(organisation);
  putFederation(bench, townships);
  return bench;
};
const first = federation(3);
const second = federation(5);
const district = federation(2);
const city = federation(1);
const benches = [first, second, district, city];
afterAll(() => {
  for (const bench of benches) bench.clear();
});

const keyOf = (bench: Workbench): string => path.join(bench.folder, "key.pem");
const handedUp = (bench: Workbench): string => path.join(bench.folder, "up");
const handUp = (bench: Workbench, of: Organisation, ...more: string[]) =>
  callAs(
    of,
    "handup",
    ...["--quarter", "2018Q3", "--as-of", "2018-10-08", "--data", bench.data, "--out", bench.out],
    ...["--releases", path.join(bench.folder, "releases"), "--key", keyOf(bench), "--to", handedUp(bench)],
    ...more,
  );
const bundleOf = (bench: Workbench): string => {
  const [name = ""] = readdirSync(handedUp(bench));
  return readFileSync(path.join(handedUp(bench), name), "utf8");
};
const roster = (...names: (readonly [string, Workbench])[]): string =>
  [
    "下级工会名称,签名指纹,起报季度",
    ...names.map(([name, bench]) => `${name},${signingKey(keyOf(bench)).fingerprint},2018Q3`),
  ].join("\n");
/** The number of an indicator in a bundle's text. */
const toldIn = (text: string, indicator: string): Record<string, string | null> => {
  const cells = text
    .split("\r\n")
    .find((line) => line.includes(`,${indicator},`) && line.includes(",本季度,"))
    ?.split(",");
  const [value = null, numerator = null, denominator = null, , , federations = null] = cells?.slice(6) ?? [];
  return { value, numerator, denominator, federations };
};
const publicationAt = async (bench: Workbench, of: Organisation): Promise<Publication> => {
  const ingested = await bench.ingest(of);
  return bench.ask((warehouse) =>
    publicationOf({ warehouse, organisation: of, ingested, audience: "public", rooms, releases: [] }),
  );
};
const sumOf = (below: PublishedBelow | undefined, indicator: string) =>
  below?.sums.find((s) => s.indicator === indicator && s.quarter === "2018Q3" && s.span === "quarter");
const pageOf = (publication: Publication, lang: "zh" | "en" = "zh"): string => {
  const edition = new Edition(publication, { files: [], checks: [] });
  return drawn({ edition, quarter: edition.quarter("2018Q3"), lang }).text;
};

describe("numbers of several federations as one", () => {
  const told = (numerator: string, denominator: string | null = null): Numbers => ({
    value: denominator === null ? numerator : null,
    numerator,
    denominator,
  });

  it("come to the same over any number of levels, and rates are never averaged", () => {
    const part = fc.tuple(fc.nat(10_000), fc.nat(10_000)).map(([n, d]) => told(`${n}`, `${d}`));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), fc.array(part, { minLength: 1 }), (some, others) => {
        const once = rolledUp([...some, ...others], "quotient", "rate");
        const twice = rolledUp([rolledUp(some, "quotient", "rate"), ...others], "quotient", "rate");
        expect(twice).toEqual(once);
      }),
      { numRuns: 50 },
    );
    const rate = rolledUp([told("1", "2"), told("9", "90")], "quotient", "rate");
    expect(rate).toEqual({ value: "0.108696", numerator: "10", denominator: "92" });
  });

  it("never take what is withheld for none", () => {
    const hidden: Numbers = {
      value: null,
      numerator: null,
      denominator: null,
      hidden: { value: "<10", numerator: "<10" },
    };
    const bound = rolledUp([told("40"), hidden], "sum", "person");
    expect(bound).toMatchObject({ value: null, numerator: null, hidden: { value: "≥40", numerator: "≥40" } });
    expect(rolledUp([bound, told("2")], "sum", "person").hidden?.value).toBe("≥42");
    expect(rolledUp([hidden], "sum", "person").hidden?.value).toBe("※");
    const half = { ...hidden, denominator: "10" };
    expect(rolledUp([told("1", "2"), half], "quotient", "rate")).toEqual({
      value: null,
      numerator: null,
      denominator: "12",
      hidden: { value: "※", numerator: "≥1" },
    });
    const nobody: Numbers = { value: null, numerator: null, denominator: null };
    expect(rolledUp([nobody, nobody], "sum", "case").value).toBeNull();
    expect(rolledUp([nobody, told("3")], "sum", "case").value).toBe("3");
  });

  it("are told from medians, extremes and kinds, which make no sum", () => {
    const how = new Map(namedIndicators(whole).map((i) => [i.name, rollupOf(i)]));
    const none = [...how].filter(([, { how: one }]) => one === "none").map(([name]) => name);
    expect(none).toEqual(
      expect.arrayContaining([
        "training.request_days",
        "training.kinds",
        "visits.task_kinds",
        "visits.votes_least_chosen",
        "visits.votes_most_unchosen",
      ]),
    );
    expect(none.length).toBeLessThan(15);
    expect(how.get("visits.visits")).toEqual({ how: "sum", distinct: true });
    expect(how.get("legal_aid.recovered")).toEqual({ how: "sum", distinct: false });
    expect(how.get("visits.above_scale_coverage")).toEqual({ how: "quotient", distinct: false });
  });
});

describe("three levels: townships, their district, the city", () => {
  beforeAll(async () => {
    await handUp(first, called("甲镇总工会"));
    await handUp(second, called("乙镇总工会"));
  });

  it("a quarter is one signed file, the same at every run, with nobody's name in it", async () => {
    const text = bundleOf(first);
    expect(text).toContain("上报工会：甲镇总工会");
    expect(toldIn(text, "legal_aid.recovered")).toMatchObject({ value: "3000.00", federations: "1" });
    expect(text).not.toMatch(/令狐|沈一鸣/);
    expect(statSync(keyOf(first)).mode & 0o777).toBe(0o600);
    expect(verified(text)?.head).toMatchObject({ quarter: "2018Q3", asOf: "2018-10-08", demo: false });
    expect(verified(text.replace("3000.00", "9000.00"))).toBeUndefined();
    const again = await handUp(first, called("甲镇总工会"));
    expect(again.out).toContain("尚未定稿发布的数字，数据截至2018年10月8日");
    expect(again.out).not.toContain("新造");
    expect(bundleOf(first)).toBe(text);
  });

  it("is refused without a quarter, before its end, and by a file that is no key", async () => {
    const none = await callAs(organisation, "handup", "--data", first.data, "--out", first.out);
    expect(none).toMatchObject({ status: 2, out: "" });
    expect(none.err).toContain("请写明一个季度，例如 npm run handup -- --quarter 2018Q4");
    const early = await handUp(first, organisation, "--as-of", "2018-09-29");
    expect(early.err).toContain("没有上报：2018年第三季度到2018年9月30日才结束，台账只到2018年9月29日");
    const wrong = await handUp(first, organisation, "--key", path.join(first.data, "走访.csv"));
    expect(wrong.err).toContain("不是上报用的签名密钥");
  });

  it("the district adds its townships to its own registers, once it is said that both are apart", async () => {
    district.put(
      "下级/名册.csv",
      roster(["甲镇总工会", first], ["乙镇总工会", second], ["丙镇总工会", city]),
    );
    district.put("下级/甲.csv", bundleOf(first));
    district.put("下级/乙.csv", bundleOf(second));
    const unsaid = await handUp(district, called("某区总工会"));
    expect(unsaid.err).toContain("请先在 settings.yaml 写明 below");
    const { status, out } = await handUp(district, called("某区总工会", "apart"));
    expect(status).toBe(0);
    expect(out).toContain("所含下级工会 2 家：甲镇总工会、乙镇总工会");
    expect(out).toContain("尚未上报的下级工会：丙镇总工会");
    const text = bundleOf(district);
    // One of two, two of three and three of five townships are visited.
    expect(toldIn(text, "visits.above_scale_coverage")).toEqual({
      value: "0.600000",
      numerator: "6",
      denominator: "10",
      federations: "3",
    });
    expect(toldIn(text, "legal_aid.recovered")).toMatchObject({ value: "9000", federations: "3" });
    const within = await handUp(
      district,
      called("某区总工会", "within"),
      "--to",
      `${district.folder}/within`,
    );
    expect(within.out).toContain("本级台账已含，未另加");
    const [name = ""] = readdirSync(`${district.folder}/within`);
    const own = readFileSync(path.join(`${district.folder}/within`, name), "utf8");
    expect(toldIn(own, "legal_aid.recovered")).toMatchObject({ value: "3000.00", federations: "1" });
  });

  it("the city's totals add up over all of them, and a township that came twice counts once", async () => {
    city.put("下级/名册.csv", roster(["某区总工会", district], ["乙镇总工会", second]));
    city.put("下级/区.csv", bundleOf(district));
    city.put("下级/乙.csv", bundleOf(second));
    const publication = await publicationAt(city, called("某市总工会", "apart"));
    const { below } = publication;
    expect(below?.bundles.map(({ federation, within }) => [federation, within])).toEqual([
      ["某区总工会", undefined],
      ["乙镇总工会", "某区总工会"],
    ]);
    expect(sumOf(below, "visits.visits")).toMatchObject({ value: "6", from: 1, federations: 3 });
    const total = (indicator: string) =>
      below?.totals.find((t) => t.indicator === indicator && t.quarter === "2018Q3" && t.span === "quarter");
    expect(total("visits.visits")).toMatchObject({ value: "7", federations: 4 });
    expect(total("visits.above_scale_coverage")).toMatchObject({ numerator: "7", denominator: "11" });
    expect(total("legal_aid.recovered")).toMatchObject({ value: "12000" });
    const page = pageOf(publication);
    expect(page).toContain("应上报的下级工会2家，已上报2家，上报率100.0%");
    expect(page).toContain("乙镇总工会的数已含在某区总工会的上报数中，不重复相加");
    expect(page).toContain('63.6%<br><span class="small">7家 ÷ 11家</span>');
    expect(pageOf(publication, "en")).toContain("2 federations below owe figures of this quarter");
  });

  it("what was released is handed up as it was released, however the registers have changed", async () => {
    const where = ["--as-of", "2018-10-08", "--data", second.data, "--out", second.out];
    const releases = ["--releases", path.join(second.folder, "releases")];
    await callAs(called("乙镇总工会"), "release", "2018Q3", ...where, ...releases);
    second.put(
      "案件.csv",
      readFileSync(path.join(second.data, "案件.csv"), "utf8").replaceAll(",1000,", ",5000,"),
    );
    const { out } = await handUp(second, called("乙镇总工会"));
    expect(out).toContain("已发布的第1版");
    expect(toldIn(bundleOf(second), "legal_aid.recovered")).toMatchObject({ value: "3000.00" });
  });
});

describe("what is put into data/ as a bundle", () => {
  const above = new Workbench(organisation);
  benches.push(above);
  let ingested: Ingested;
  const figure = (indicator: string, value: string, method = "0123456789abcdef"): BundleFigure => ({
    indicator,
    name: "",
    span: "quarter",
    unit: "case",
    method,
    federations: 1,
    ...numbersIn({ value, numerator: value }),
  });
  const bundle = (
    key: string,
    name: string,
    asOf: string,
    cases: string,
    of: { demo?: boolean } = {},
  ): string => {
    const signing = signingKey(path.join(above.folder, key));
    const head = { federation: name, quarter: "2018Q3", asOf, edition: null, code: "", demo: false };
    const unsigned = bundleText(
      { ...head, ...of, due: null, received: null, inside: [], key: signing.public },
      [figure("legal_aid.cases", cases), figure("legal_aid.cases_closed", "1")],
      signing.fingerprint,
      "2018-09-30",
    );
    return signedText(unsigned, signatureOf(unsigned, signing));
  };

  it("is accepted, refused, repeated or superseded as a whole, and no row is lost", async () => {
    const fingerprint = (key: string): string => signingKey(path.join(above.folder, key)).fingerprint;
    above.put(
      "名册.csv",
      `下级工会名称,签名指纹\n子区总工会,${fingerprint("a")}\n丑区总工会,${fingerprint("b")}\n寅区总工会,${fingerprint("c")}\n`,
    );
    const good = bundle("a", "子区总工会", "2018-10-08", "7");
    above.put("好.csv", good);
    above.put("又.csv", good.replaceAll("\r\n", "\n"));
    above.put("早.csv", bundle("a", "子区总工会", "2018-10-01", "5"));
    above.put("改.csv", bundle("b", "丑区总工会", "2018-10-08", "7").replace(",7,7,", ",9,9,"));
    above.put("冒.csv", bundle("x", "丑区总工会", "2018-10-08", "7"));
    above.put("生.csv", bundle("x", "卯区总工会", "2018-10-08", "7"));
    above.put("名.csv", bundle("b", "辰区总工会", "2018-10-08", "7"));
    above.put("演.csv", bundle("b", "丑区总工会", "2018-10-08", "7", { demo: true }));
    above.put("争1.csv", bundle("c", "寅区总工会", "2018-10-08", "3"));
    above.put("争2.csv", bundle("c", "寅区总工会", "2018-10-08", "4"));
    ingested = await above.ingest();
    const { files, quarters } = ingested;
    const fates = Object.fromEntries(
      files.map((f) => [f.path, [f.accepted, f.refused, f.repeated, f.superseded].join()]),
    );
    expect(fates).toEqual({
      "名册.csv": "3,0,0,0",
      "又.csv": "0,0,2,0",
      "好.csv": "2,0,0,0",
      "早.csv": "0,0,0,2",
      "争1.csv": "0,0,0,2",
      "争2.csv": "2,0,0,0",
      ...Object.fromEntries(["改", "冒", "生", "名", "演"].map((name) => [`${name}.csv`, "0,2,0,0"])),
    });
    const reasons = await above.rows(
      "SELECT path, reason FROM intake.problems JOIN intake.files USING (file_id) ORDER BY path",
    );
    expect(Object.fromEntries(reasons.map(({ path: at, reason }) => [at, reason]))).toEqual({
      "冒.csv": "bundle.other_key",
      "名.csv": "bundle.other_name",
      "改.csv": "bundle.unsigned",
      "演.csv": "bundle.demo",
      "生.csv": "bundle.unknown",
      "争1.csv": "bundle.conflict",
    });
    const said = intakeLines(ingested, organisation, "zh").join("\n");
    expect(said).toContain("✗ 冒.csv：自称“丑区总工会”，但签名指纹 ");
    expect(said).toContain("! 争1.csv：与 争2.csv 数据截至同一天而内容不同，采用的是后者");
    // Nobody else has told of a quarter here: it is the one that was handed up.
    expect(quarters.map(({ id }) => id)).toEqual(["2018Q3"]);
  });

  it("of another method is shown, marked, and not added", async () => {
    const publication = await above.ask((warehouse) =>
      publicationOf({ warehouse, organisation, ingested, audience: "public", rooms, releases: [] }),
    );
    expect(sumOf(publication.below, "legal_aid.cases")).toBeUndefined();
    const page = pageOf(publication);
    expect(page).toContain("7件 ≠");
    expect(page).toContain("应上报的下级工会3家，已上报2家，上报率66.7%");
    expect(page).toContain("未上报：丑区总工会");
  });
});

it("the demonstration's districts are borne out by their signatures and refused beside real registers", () => {
  const folder = path.join(home, "data/demo/下级");
  const heads = readdirSync(folder)
    .filter((name) => name.startsWith("上报-"))
    .map((name) => verified(readFileSync(path.join(folder, name), "utf8"))?.head);
  expect(heads).toHaveLength(5);
  expect(heads.every((head) => head?.demo === true)).toBe(true);
});

it("the README's command hands up the demonstration's quarter as cloned, its districts added", async () => {
  const clone = new Workbench(withRooms("legal_aid"));
  benches.push(clone);
  for (const folder of ["rosters", "legal_aid", "下级"])
    cpSync(path.join(home, "data/demo", folder), path.join(clone.data, "demo", folder), { recursive: true });
  const { targets: _, completeness: __, ...of } = { ...clone.of, headlines: [] };
  const { status, out } = await callAs(
    of,
    ...["handup", "--quarter", "2018Q4", "--data", clone.data, "--out", clone.out],
    ...["--releases", path.join(clone.folder, "releases"), "--key", keyOf(clone), "--to", handedUp(clone)],
  );
  expect(status).toBe(0);
  expect(out).toContain("所含下级工会 3 家：明远区总工会、望川区总工会、澄湖区总工会");
  const publication = await clone.ask(async (warehouse) =>
    belowOf(warehouse, of, rooms, await clone.figures("legal_aid")),
  );
  expect(publication?.relation).toBe("apart");
  expect(publication?.totals.some(({ indicator }) => indicator === "legal_aid.cases")).toBe(true);
});

it("a bundle is not written where a person's number has got into it", async () => {
  const bench = federation(1);
  const { status, err } = await handUp(bench, called("示范总工会13912345678"));
  expect([status, err]).toEqual([1, expect.stringContaining("发现个人信息，没有发布")]);
  expect(existsSync(handedUp(bench)) ? readdirSync(handedUp(bench)) : []).toEqual([]);
  bench.clear();
});
