import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { Failure } from "../src/node/failure.ts";
import { configured } from "../src/node/settings.ts";
import { shownOf } from "../src/organisation.ts";
import { home, Workbench } from "./workbench.ts";

const bench = new Workbench();
afterAll(() => bench.clear());

const file = path.join(bench.folder, "settings.yaml");
const set = (yaml: string) => {
  writeFileSync(file, yaml);
  return configured(organisation, file);
};
const refused = (yaml: string): string => {
  try {
    set(yaml);
  } catch (error) {
    if (error instanceof Failure) return error.words.zh;
    throw error;
  }
  throw new Error("the settings were taken");
};

/** Ten lists of ten lists of ten … words: a few lines that would fill the memory. */
const swollen = Array.from({ length: 10 }, (_, i) =>
  i === 0
    ? "a0: &a0 [x, x]"
    : `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(", ")}]`,
).join("\n");

describe("the settings file", () => {
  it("as committed changes nothing", () => {
    expect(configured(organisation, path.join(home, "settings.yaml"))).toEqual(organisation);
    expect(readFileSync(path.join(home, "settings.yaml"), "utf8")).toMatch(/^#/);
  });

  it("may be absent or empty", () => {
    expect(configured(organisation, path.join(bench.folder, "none.yaml"))).toBe(organisation);
    expect(set("").federation).toEqual(organisation.federation);
  });

  it("names the federation, the year's first month, targets and thresholds, exactly as written", () => {
    const own = set(
      "federation: {zh: 示例县总工会, en: Example County}\nfirst_month: 10\ntargets: {legal_aid.win_rate: 0.80}\nnumbers: {disclosure_people: 5, visit_tasks: [工会组建, 职工维权]}",
    );
    expect(own.federation.zh).toBe("示例县总工会");
    expect(own.firstMonth).toBe(10);
    expect(own.settings.disclosure_people).toBe("5");
    expect(own.settings.visit_tasks).toBe("工会组建、职工维权");
    expect(own.rooms.flatMap((r) => r.indicators).find((i) => i.id === "win_rate")?.target).toBe("0.80");
  });

  it("says how much memory computing may take, never less than a build can do with", () => {
    expect(set("memory: 4 GB").memory).toBe(4000);
    expect(set("memory: 1.5gb").memory).toBe(1500);
    for (const said of ["4", "much", "100 MB", "4 TB", "-1 GB"])
      expect(refused(`memory: ${said}`)).toContain(
        `“memory”应写成 4 GB 或 800 MB 这样，不少于 256 MB，现为“${said}”`,
      );
  });

  it("says when a programme began", () => {
    const own = set("since: {legal_aid: 2016-05-01}");
    expect(own.rooms.find(({ id }) => id === "legal_aid")?.since).toBe("2016-05-01");
    expect(own.rooms.find(({ id }) => id === "visits")?.since).toBe("2018-01-01");
  });

  it("takes words for words: nothing unseen stays in them, nothing in them is run", () => {
    const own = set('federation: {zh: "示\\u202e例\u200b县", en: "!!js/function x"}');
    expect(own.federation).toEqual({ zh: "示例县", en: "!!js/function x" });
  });

  it("unpacks no lists within lists that would fill the memory", () => {
    expect(refused(swollen)).toMatch(/不是规范的 YAML/);
  });

  it("leaves out the rooms that are not named, with their headline figures", () => {
    const own = set("rooms: [legal_aid]");
    expect(own.unshown).toContain("visits");
    expect(own.unshown).not.toContain("rosters");
    expect(own.headlines.every((name) => name.startsWith("legal_aid."))).toBe(true);
    expect(shownOf(own).rooms.map(({ id }) => id)).toEqual(["rosters", "legal_aid"]);
  });

  it("reads the monthly duty either way, and shows the other way beside it", () => {
    const from = (yaml: string): unknown[] =>
      set(yaml)
        .rooms.flatMap((room) => room.indicators)
        .filter(({ id }) => ["monthly_duty_rate", "cadre_month_rate"].includes(id))
        .map((indicator) => indicator.from);
    expect(from("readings: {visits.monthly_duty: R1}")).toEqual([
      "visits.link_months",
      "visits.cadre_months",
    ]);
    expect(from("readings: {visits.monthly_duty: R2}")).toEqual([
      "visits.cadre_months",
      "visits.link_months",
    ]);
  });

  it("carries the federation's mark with every page", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
    writeFileSync(path.join(bench.folder, "mark.svg"), svg);
    writeFileSync(path.join(bench.folder, "large.png"), Buffer.alloc(20_000));
    expect(set("logo: mark.svg").logo).toBe(
      `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
    );
    expect(refused("logo: large.png")).toMatch(/标志“large\.png”有 20000 字节/);
    expect(refused("logo: nowhere.svg")).toMatch(/不存在/);
    expect(refused("logo: settings.yaml")).toMatch(/应为 \.svg 或 \.png/);
  });

  it.each([
    ["rooms: [legal_ade]", /没有“legal_ade”这一项，是否应为“legal_aid”/],
    ["rooms: [legal_aid]\nheadlines: [visits.visits]", /“visits\.visits”属于没有列入 rooms 的工作/],
    ["readings: {visits.monthly_duty: R3}", /应为R1或R2，现为“R3”/],
    ["readings: {visits.duty: R1}", /没有“visits\.duty”这一项/],
    ["fedration: {zh: 甲, en: A}", /没有“fedration”这一项，是否应为“federation”/],
    ["federation: {zh: 甲}", /“federation\.en”填得不对/],
    ["first_month: 13", /“first_month”填得不对/],
    ["headlines: [legal_aid.recoverd]", /是否应为“legal_aid\.recovered”/],
    ["targets: {legal_aid.win_rate: 八成}", /应为数字，现为“八成”/],
    ["numbers: {disclosure_people: 很多}", /应为整数/],
    ["numbers: {completion_attendance_rate: 66.67}", /应为 0 到 1 之间的小数/],
    ["numbers: {disclosure_peple: 5}", /是否应为“disclosure_people”/],
    ["since: {visits: 2018年}", /since 里“visits”的开始日期应写成 2018-01-01 这样，现为“2018年”/],
    ["since: {vists: 2018-01-01}", /没有“vists”这一项，是否应为“visits”/],
    ["numbers: [", /不是规范的 YAML/],
    ["numbers: {__proto__: 5}", /不是规范的 YAML：__proto__/],
    ["targets: {constructor: 5}", /没有“constructor”这一项/],
    ["__proto__: {federation: x}", /不是规范的 YAML：__proto__/],
    ["first_month: 1\nfirst_month: 2", /不是规范的 YAML/],
  ])("%s is refused with one sentence", (yaml, sentence) => {
    expect(refused(yaml)).toMatch(sentence);
    expect(refused(yaml)).not.toContain("\n");
  });
});
