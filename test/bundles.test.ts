import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inspect } from "../pipelines/browser.ts";
import { organisation } from "../pipelines/index.ts";
import { fingerprintOf, readFingerprint } from "../src/fingerprint.ts";
import { federationsBelow } from "../src/handed_up.ts";
import { bridged } from "../src/node/handup/alone.ts";
import type { Ingested } from "../src/node/ingest.ts";
import { publicationOf } from "../src/node/publish.ts";
import { intakeLines } from "../src/node/summary.ts";
import type { Publication } from "../src/publication.ts";
import { readQuarter } from "../src/quarter_text.ts";
import { benches, bundleFrom, keyNamed, legalAid, rosterOf } from "./bundles.ts";
import { putFederation } from "./federation.ts";
import { callAs } from "./verb.ts";
import { rooms, type Workbench } from "./workbench.ts";

const bench = benches();

const reasonsAt = async (above: Workbench): Promise<Record<string, string | null>> =>
  Object.fromEntries(
    (
      await above.rows(
        "SELECT path, reason FROM intake.problems JOIN intake.files USING (file_id) WHERE line IS NULL ORDER BY path",
      )
    ).map(({ path, reason }) => [path ?? "", reason ?? ""]),
  );
const fateIn = ({ files }: Ingested, path: string): string => {
  const file = files.find((one) => one.path === path);
  return [file?.accepted, file?.refused, file?.repeated, file?.superseded].join();
};
const publicationAt = (above: Workbench, ingested: Ingested): Promise<Publication> =>
  above.ask((warehouse) =>
    publicationOf({ warehouse, organisation: legalAid, ingested, audience: "public", rooms, releases: [] }),
  );
const casesIn = ({ below }: Publication): string | null | undefined =>
  below?.sums.find(({ indicator }) => indicator === "legal_aid.cases")?.value;

describe("the register of federations below", () => {
  const { since, fingerprint } = federationsBelow.fields;

  it("takes a quarter however it is written, and refuses what is none", () => {
    for (const written of [
      "2018Q3",
      "2018q3",
      "2018年第三季度",
      "2018年3季度",
      "２０１８年三季度",
      "2018-Q3",
    ])
      expect(since?.type.parse(written)).toBe("2018Q3");
    for (const wrong of ["三季度", "2018年", "2018年9月", "2018.3.5", "12018Q3"])
      expect(readQuarter(wrong)).toMatchObject({ reason: "quarter.unreadable" });
  });

  it("takes a fingerprint as it was taken down, and refuses one that lacks a letter", () => {
    const told = fingerprintOf("0123456789abcdef0123456789abcdef");
    for (const written of [told, told.toUpperCase(), told.replaceAll("-", ""), told.replaceAll("-", " — ")])
      expect(fingerprint?.type.parse(` ${written} `)).toBe(told);
    expect(readFingerprint(told.slice(1))).toMatchObject({ reason: "fingerprint.shape" });
    expect(readFingerprint(told.replace("a", "z"))).toMatchObject({ reason: "fingerprint.shape" });
  });
});

it("a bundle without a register of federations is refused, with the fingerprint that is to be compared", async () => {
  const above = bench();
  above.put("甲.csv", bundleFrom(above, "甲"));
  const ingested = await above.ingest();
  expect(fateIn(ingested, "甲.csv")).toBe("0,1,0,0");
  expect(await reasonsAt(above)).toEqual({ "甲.csv": "bundle.no_roster" });
  expect(intakeLines(ingested, legalAid, "zh").join("\n")).toContain(
    `没有《下级工会名册》，无法判断这份上报数是谁的（自称“甲总工会”，指纹 ${keyNamed(above, "甲").fingerprint}）`,
  );
});

it("a bundle is refused whole where its key, its quarter, its days or its rows do not hold", async () => {
  const above = bench();
  const key = (name: string): string => keyNamed(above, name).fingerprint;
  above.put(
    "名册.csv",
    [
      rosterOf(above, ["好", "行", "期", "早", "日", "止", "旧"], ",2018年第三季度,2018q4"),
      ...["甲总工会", "乙总工会"].map((name) => `${name},${key("甲")},2018Q3,`),
    ].join("\n"),
  );
  const two = { "legal_aid.cases": "7", "legal_aid.cases_closed": "1" };
  above.put("好.csv", bundleFrom(above, "好", { told: two }));
  above.put("同钥1.csv", bundleFrom(above, "甲"));
  above.put("同钥2.csv", bundleFrom(above, "甲", { federation: "乙总工会" }));
  above.put("表内.csv", bundleFrom(above, "旧", { of: key("好") }));
  above.put(
    "读不出.csv",
    bundleFrom(above, "行", { told: two, edited: (text) => text.replace(",7,7,", ",约七,约七,") }),
  );
  above.put("早.csv", bundleFrom(above, "早", { quarter: "2018Q2", lastDay: "2018-06-30" }));
  above.put(
    "止.csv",
    bundleFrom(above, "止", { quarter: "2019Q1", lastDay: "2019-03-31", asOf: "2019-04-01" }),
  );
  above.put("未完.csv", bundleFrom(above, "期", { asOf: "2018-09-29" }));
  above.put("日.csv", bundleFrom(above, "日", { lastDay: "2018-12-31" }));
  const ingested = await above.ingest();
  expect(await reasonsAt(above)).toEqual({
    "同钥1.csv": "bundle.two_names",
    "同钥2.csv": "bundle.two_names",
    "日.csv": "bundle.last_day",
    "早.csv": "bundle.not_owed",
    "未完.csv": "bundle.unfinished",
    "止.csv": "bundle.not_owed",
    "表内.csv": "bundle.inconsistent",
    "读不出.csv": "bundle.unreadable",
  });
  expect(fateIn(ingested, "好.csv")).toBe("2,0,0,0");
  expect(fateIn(ingested, "读不出.csv")).toBe("0,2,0,0");
  const said = intakeLines(ingested, legalAid, "zh").join("\n");
  expect(said).toContain("登记在“乙总工会、甲总工会”名下，一把密钥只能属于一个工会");
  expect(said).toContain("上报的是 2018Q2，不在名册所写的起报季度、止报季度之内（2018Q3—2018Q4）");
  const { below } = await publicationAt(above, ingested);
  expect(below?.due.find(({ quarter }) => quarter === "2018Q3")?.due).toHaveLength(9);
});

it("what this program does not know is told, and the rest of the bundle counts", async () => {
  const above = bench();
  above.put("名册.csv", rosterOf(above, ["甲"]));
  const told = { "legal_aid.cases": "7", "legal_aid.new_figure": "9" };
  above.put("甲.csv", bundleFrom(above, "甲", { told }));
  const ingested = await above.ingest();
  expect(fateIn(ingested, "甲.csv")).toBe("2,0,0,0");
  expect(await reasonsAt(above)).toEqual({ "甲.csv": "bundle.strange" });
  expect(intakeLines(ingested, legalAid, "en").join("\n")).toContain("does not know");
  expect(casesIn(await publicationAt(above, ingested))).toBe("7");
});

describe("quarters", () => {
  it("that own registers do not reach are told, and shown once they do", async () => {
    const above = bench();
    putFederation(above, 2);
    above.put("名册.csv", rosterOf(above, ["甲"]));
    const later = { quarter: "2018Q4", lastDay: "2018-12-31", asOf: "2019-01-08" };
    above.put("甲.csv", bundleFrom(above, "甲", later));
    const ingested = await above.ingest();
    expect(ingested.quarters.at(-1)?.id).toBe("2018Q3");
    expect(intakeLines(ingested, legalAid, "zh").join("\n")).toContain(
      "! 2018Q4 的上报数暂不显示：本级台账只有 2018Q1—2018Q3，报到该季度后自动显示（1 条，第一处在 甲.csv）",
    );
    const cases = readFileSync(path.join(above.data, "案件.csv"), "utf8");
    above.put(
      "案件.csv",
      `${cases}\nA5,P5,2018-10-10,市级,小城区,小城1号有限公司,令狐丙,农民工,20,劳动报酬,诉讼代理,,,,`,
    );
    const reached = await above.ingest();
    expect(reached.quarters.at(-1)?.id).toBe("2018Q4");
    expect(intakeLines(reached, legalAid, "zh").join("\n")).not.toContain("暂不显示");
  });

  it("far ahead of all others are told, and open none between", async () => {
    const above = bench();
    above.put("名册.csv", rosterOf(above, ["甲", "乙"]));
    above.put("甲.csv", bundleFrom(above, "甲"));
    const slip = { quarter: "2031Q4", lastDay: "2031-12-31", asOf: "2032-01-08" };
    above.put("乙.csv", bundleFrom(above, "乙", slip));
    const ingested = await above.ingest();
    expect(ingested.quarters.map(({ id }) => id)).toEqual(["2018Q3", "2031Q4"]);
    expect(await reasonsAt(above)).toEqual({ "乙.csv": "bundle.far" });
    const [day] = await above.rows(
      "SELECT quarter_of(DATE '2031-12-31') AS a, quarter_of(DATE '2019-02-01') AS b",
    );
    expect(day).toEqual({ a: "2031Q4", b: "2019Q1" });
  });

  it("that nobody handed up are shown between two that somebody did, unless more than a year is missing", () => {
    const quarters = ["2018Q1", "2018Q2", "2018Q3", "2018Q4", "2019Q1", "2019Q2", "2019Q3"].map((id) => ({
      id,
    }));
    const shown = (...told: string[]): number => bridged(quarters, new Set(told)).length;
    expect(shown("2018Q1", "2019Q1")).toBe(5);
    expect(shown("2018Q1", "2019Q2")).toBe(2);
  });
});

it("npm run inspect looks at the signature, too: a bundle that was changed is refused", async () => {
  const above = bench();
  const good = bundleFrom(above, "甲");
  above.put("好.csv", good);
  above.put("改.csv", good.replace(",7,7,", ",9,9,"));
  const of = (name: string) => callAs(organisation, "inspect", "--strict", path.join(above.data, name));
  const [sound, changed] = [await of("好.csv"), await of("改.csv")];
  expect(sound.status).toBe(0);
  expect(sound.out).toContain("读到 1 行：可采用 1，退回 0");
  expect(sound.out).toContain(`签名相符，指纹 ${keyNamed(above, "甲").fingerprint}`);
  expect(changed.status).toBe(1);
  expect(changed.out).toContain("读到 1 行：可采用 0，退回 1");
  expect(changed.out).toContain("上报数的签名不符");
});

it("the page for checking says that it does not look at the signature", async () => {
  const above = bench();
  const bytes = new TextEncoder().encode(bundleFrom(above, "甲"));
  const [seen] = await inspect(bytes, "甲.csv", "zh");
  expect(seen?.problems.map(({ why }) => why)).toEqual(["这里只看内容，没有核对签名，改动过的也看不出来"]);
});
