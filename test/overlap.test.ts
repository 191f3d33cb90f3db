import { describe, expect, it } from "vitest";
import { type HandedUp, saidOf } from "../src/node/handup/said.ts";
import { publicationOf } from "../src/node/publish.ts";
import type { Publication } from "../src/publication.ts";
import { below as drawn } from "../src/site/below.ts";
import { Edition } from "../src/site/edition.ts";
import { benches, bundleFrom, keyNamed, legalAid, rosterOf } from "./bundles.ts";
import { rooms, type Workbench } from "./workbench.ts";

const bench = benches();

const publicationAt = async (above: Workbench): Promise<Publication> => {
  const ingested = await above.ingest();
  return above.ask((warehouse) =>
    publicationOf({ warehouse, organisation: legalAid, ingested, audience: "public", rooms, releases: [] }),
  );
};
const pageOf = (publication: Publication, lang: "zh" | "en" = "zh"): string => {
  const edition = new Edition(publication, { files: [], checks: [] });
  return drawn({ edition, quarter: edition.quarter("2018Q3"), lang }).text;
};
const casesIn = ({ below }: Publication): string | null | undefined =>
  below?.sums.find(({ indicator }) => indicator === "legal_aid.cases")?.value;

describe("figures that stand in two bundles", () => {
  it("because two districts hold one township are added once, and the overlap is named", async () => {
    const above = bench();
    const township = { federation: "丁镇总工会", fingerprint: keyNamed(above, "丁镇").fingerprint };
    above.put("名册.csv", rosterOf(above, ["甲", "乙"]));
    above.put("甲.csv", bundleFrom(above, "甲", { inside: [township] }));
    above.put("乙.csv", bundleFrom(above, "乙", { inside: [township], told: { "legal_aid.cases": "9" } }));
    const publication = await publicationAt(above);
    expect(casesIn(publication)).toBe("7");
    expect(pageOf(publication)).toContain(
      "乙总工会与甲总工会的上报数都含有丁镇总工会，乙总工会的数只列出，不相加，请核实归属",
    );
    expect(pageOf(publication, "en")).toContain("9 cases");
  });

  it("because a township changed its key are added once: the register knows both keys", async () => {
    const above = bench();
    const [old, fresh] = ["旧", "丁镇"].map((name) => keyNamed(above, name).fingerprint);
    above.put(
      "名册.csv",
      `${rosterOf(above, ["甲"])}\n丁镇总工会,${old},2018Q3,\n丁镇总工会,${fresh},2018Q4,`,
    );
    const inside = [{ federation: "丁镇总工会", fingerprint: old ?? "" }];
    above.put("甲.csv", bundleFrom(above, "甲", { inside }));
    above.put("丁.csv", bundleFrom(above, "丁镇", { told: { "legal_aid.cases": "2" } }));
    const publication = await publicationAt(above);
    expect(casesIn(publication)).toBe("7");
    expect(pageOf(publication)).toContain("丁镇总工会的数已含在甲总工会的上报数中，不重复相加");
  });

  it("and are named when the quarter is handed up further", () => {
    const up: HandedUp = {
      asOf: "2018-10-08",
      edition: null,
      quarter: "2018Q3",
      file: "handup/上报.csv",
      figures: 2,
      withheld: 0,
      inside: [],
      isWithin: false,
      missing: [],
      overlapping: ["乙总工会"],
      key: keyNamed(bench(), "市"),
      keyFile: "key.pem",
    };
    expect(saidOf(up, "zh")).toContain(
      "与其他下级的上报数有重复，没有相加：乙总工会。请核实重复的工会归谁，再重新上报。",
    );
    expect(saidOf({ ...up, overlapping: [] }, "zh").join()).not.toContain("重复");
  });
});
