import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Figure } from "../src/figure.ts";
import { codeInUse } from "../src/node/code.ts";
import { figuresOf } from "../src/node/figures.ts";
import { keep } from "../src/node/kept.ts";
import { publicationOf, publicFigures } from "../src/node/publish.ts";
import { nextEdition, releasesIn } from "../src/node/releases.ts";
import { configured } from "../src/node/settings.ts";
import { untoldOf } from "../src/node/summary.ts";
import type { Publication } from "../src/publication.ts";
import type { Release } from "../src/release.ts";
import type { Revision } from "../src/revision.ts";
import { Edition } from "../src/site/edition.ts";
import { revisions as drawn } from "../src/site/revisions.ts";
import { putFederation } from "./federation.ts";
import { callAs } from "./verb.ts";
import { filesBelow, home, rooms, Workbench, withRooms } from "./workbench.ts";

const organisation = withRooms("visits", "legal_aid", "stations", "returns", "targets");
const call = (...argv: string[]) => callAs(organisation, ...argv);
const code = codeInUse(home, performance.timeOrigin);

/** What the pages of the public edition would be made from. */
const publicationIn = async (of: Workbench, kept: string, settled = organisation): Promise<Publication> => {
  // As the verbs do it, so that what one of them ingested is not ingested again.
  const ingested = await of.ingest(settled, { code });
  return of.ask((warehouse) =>
    publicationOf({
      warehouse,
      organisation: settled,
      ingested,
      audience: "public",
      rooms,
      releases: releasesIn(kept, false),
    }),
  );
};

const bench = new Workbench(organisation);
const releases = path.join(bench.folder, "releases");
const where = ["--data", bench.data, "--out", bench.out, "--releases", releases];
const caseHead =
  "案件编号,批次号,受理日期,受理级次,所属区市,用人单位,申请人姓名,申请人类别,涉及人数,案由,援助形式,确认金额,结案日期,结案方式,结果";
const caseRow = (id: string, amount: number): string =>
  `${id},P${id},2018-07-20,市级,小城区,小城1号有限公司,令狐丙,农民工,20,劳动报酬,诉讼代理,${amount},2018-09-15,判决,全部支持`;

beforeAll(() => {
  putFederation(bench, 3);
  // Visits of the fourth quarter: so the third is over.
  bench.put(
    "走访-十月.csv",
    "走访编号,走访日期,统一社会信用代码,干部编号,走访方式,填报日期\nV9,2018-10-08,91990101MA00000018,G001,实地,2018-10-08\n".replace(
      "91990101MA00000018",
      /91990101MA0000001./.exec(readFileSync(path.join(bench.data, "企业.csv"), "utf8"))?.[0] ?? "",
    ),
  );
});
afterAll(() => bench.clear());

/** What the pages would be made from today. */
const today = async (settings = "", own = organisation): Promise<Publication> => {
  let of = own;
  if (settings !== "") {
    const file = path.join(bench.folder, "settings.yaml");
    writeFileSync(file, settings);
    of = configured(organisation, file);
  }
  return publicationIn(bench, releases, of);
};
const totalOf = ({ revisions }: Publication, indicator: string): Revision | undefined =>
  revisions.find((r) => r.indicator === indicator && r.span === "quarter" && Object.keys(r.by).length === 0);
const pageOf = (publication: Publication, lang: "zh" | "en" = "zh"): string => {
  const edition = new Edition(publication, { files: [], checks: [] });
  return drawn({ edition, quarter: edition.quarter("2018Q3"), lang }).text;
};

describe("releasing a quarter", () => {
  it("freezes it in files that are small and that nothing but the data decides about", async () => {
    const { status, out } = await call("release", "2018Q3", ...where);
    expect(status).toBe(0);
    expect(out).toContain("2018年第三季度已发布");
    expect(filesBelow(releases)).toEqual([
      "2018Q3/1/figures.csv",
      "2018Q3/1/files.csv",
      "2018Q3/1/methods.csv",
      "2018Q3/1/release.yaml",
    ]);
    const figures = readFileSync(path.join(releases, "2018Q3/1/figures.csv"), "utf8");
    expect(figures).toContain(
      "legal_aid.recovered,挽回经济损失（确认口径）,2018Q3,quarter,,,,,3000.00,3000.00,,yuan",
    );
    expect(figures).not.toContain("令狐");
    const again = path.join(bench.folder, "again");
    await call("release", "2018Q3", "--data", bench.data, "--out", `${bench.out}-2`, "--releases", again);
    for (const file of filesBelow(releases))
      expect(readFileSync(path.join(again, file)), file).toEqual(readFileSync(path.join(releases, file)));
  });

  it("is refused twice, before the quarter's end, and while there are errors", async () => {
    const twice = await call("release", "2018Q3", ...where);
    expect(twice).toMatchObject({ status: 2, out: "" });
    expect(twice.err).toContain("2018年第三季度已于数据截至2018年10月8日时发布过（第1版）");
    expect(twice.err).toContain("--supersede --why");
    const early = await call("release", "2018Q4", "--lang", "en", ...where);
    expect(early.err).toContain("Q4 2018 ends on 31 December 2018, the registers on 8 October 2018");
    expect((await call("release", "2017Q4", ...where)).err).toContain("没有 2017Q4 这个季度，现有：2018Q1、");
    expect((await call("release", "去年", ...where)).err).toContain(
      "请写明一个季度，例如 npm run release -- 2018Q4，现为“去年”",
    );
    expect((await call("release", "2018Q1", "--supersede", ...where)).err).toContain("原因");
    bench.put(
      "驿站.csv",
      "站点编号,站点名称,所属县区,详细地址,管理员,状态\nZ1,一号驿站,小城区,一路1号,令狐丁,投用\n",
    );
    bench.put(
      "奖补.csv",
      "站点编号,验收日期,验收结论,核定金额,拨付日期,拨付金额\nZ1,2018-09-20,合格,20000,2018-09-01,20000\n",
    );
    const wrong = await call("release", "2018Q1", ...where);
    rmSync(path.join(bench.data, "驿站.csv"));
    rmSync(path.join(bench.data, "奖补.csv"));
    expect(wrong).toMatchObject({ status: 2, out: "" });
    expect(wrong.err).toMatch(/没有发布：数据有差错：.+第一处在 奖补\.csv 第 2 行/);
    expect(filesBelow(releases).every((file) => file.startsWith("2018Q3/1/"))).toBe(true);
  });

  it("nothing is revised while nothing has changed", async () => {
    const publication = await today();
    expect(publication.releases).toEqual([
      { quarter: "2018Q3", edition: 1, asOf: "2018-10-08", why: null, earlier: [] },
    ]);
    expect(publication.revisions).toEqual([]);
    expect(pageOf(publication)).toContain("发布以来没有修订");
  });

  it("tells a late file from a correction, a withdrawal and a changed method, and by how much each moved a figure", async () => {
    bench.put("案件-补报.csv", `填报日期：2018-10-20\n${caseHead}\n${caseRow("A5", 1000)}\n`);
    const late = totalOf(await today(), "legal_aid.recovered");
    expect(late).toMatchObject({
      released: { value: "3000.00" },
      now: { value: "4000.00" },
      difference: "1000",
      causes: [{ kind: "late", files: ["案件-补报.csv"] }],
    });

    bench.put("案件-更正.csv", `填报日期：2018-10-21\n${caseHead}\n${caseRow("A4", 1500)}\n`);
    expect(totalOf(await today(), "legal_aid.recovered")).toMatchObject({
      now: { value: "4500.00" },
      difference: "1500",
      causes: [
        { kind: "late", files: ["案件-补报.csv"] },
        { kind: "corrected", files: ["案件-更正.csv"] },
      ],
    });
    rmSync(path.join(bench.data, "案件-补报.csv"));
    expect(totalOf(await today(), "legal_aid.recovered")).toMatchObject({
      difference: "500",
      causes: [{ kind: "corrected", files: ["案件-更正.csv"] }],
    });
    rmSync(path.join(bench.data, "案件-更正.csv"));

    const visits = readFileSync(path.join(bench.data, "走访.csv"), "utf8");
    rmSync(path.join(bench.data, "走访.csv"));
    expect(totalOf(await today(), "visits.visits")).toMatchObject({
      released: { value: "2" },
      now: { value: "0" },
      difference: "-2",
      causes: [{ kind: "withdrawn", files: ["走访.csv"] }],
    });
    // Mended under its own name: one visit less.
    bench.put("走访.csv", visits.split("\n").slice(0, -1).join("\n"));
    const mended = await today();
    expect(totalOf(mended, "visits.visits")).toMatchObject({
      difference: "-1",
      causes: [{ kind: "corrected", files: ["走访.csv"] }],
    });
    expect(totalOf(mended, "legal_aid.recovered")).toBeUndefined();
    const page = pageOf(mended);
    expect(page).toContain("−1家次");
    expect(page).toContain("更正　<code>走访.csv</code>");
    expect(pageOf(mended, "en")).toMatch(/Corrected\s+<code>走访\.csv<\/code>/);
    bench.put("走访.csv", visits);

    const cadres = readFileSync(path.join(bench.data, "干部.csv"), "utf8");
    bench.put("干部.csv", cadres.replace("G001", "G002"));
    const unknown = totalOf(await today(), "visits.visits");
    expect(unknown).toMatchObject({
      now: { value: "0" },
      causes: [{ kind: "corrected", files: ["干部.csv"] }],
    });
    bench.put("干部.csv", cadres);

    const changed = await today("readings:\n  visits.monthly_duty: R2\n");
    const method = totalOf(changed, "visits.monthly_duty_rate");
    expect(method).toMatchObject({ causes: [{ kind: "method" }] });
    expect(method?.released?.denominator).not.toBe(method?.now?.denominator);
    expect(changed.revisions.every(({ causes }) => causes.every(({ kind }) => kind === "method"))).toBe(true);
    expect(pageOf(changed)).toMatch(/<dt>原口径<\/dt><dd>.+<\/dd><dt>现口径<\/dt>/);
    expect(pageOf(changed, "en")).toContain("Changed methods");
    expect((await today()).revisions).toEqual([]);

    const rooms = organisation.rooms.map((room) => ({
      ...room,
      indicators: room.indicators.filter(({ id }) => id !== "recovered"),
    }));
    const retired = await today("", { ...organisation, rooms });
    expect(totalOf(retired, "legal_aid.recovered")).toMatchObject({
      released: { value: "3000.00" },
      now: null,
      difference: null,
      causes: [{ kind: "retired" }],
    });
    expect(pageOf(retired)).toMatch(/挽回经济损失（确认口径）<\/th>.*0\.30万元.*—.*不再统计/);
  }, 180_000);

  it("diff says the same in the terminal, exits 1 where anything differs, and compares with the last site too", async () => {
    const args = ["--data", bench.data, "--out", bench.out];
    const against = [...args, "--against", path.join(releases, "2018Q3")];
    expect(await call("diff", ...against)).toMatchObject({ status: 0, out: "没有不同的数字。\n" });
    expect((await call("diff", ...args)).err).toContain("先运行 npm run build");
    for (const folder of [bench.folder, path.join(releases, "2018Q3/1/figures.csv")])
      expect((await call("diff", ...args, "--against", folder)).err).toContain("没有发布存档");
    keep(bench.out, await today());
    bench.put("案件-补报.csv", `填报日期：2018-10-20\n${caseHead}\n${caseRow("A5", 1000)}\n`);
    const { status, out } = await call("diff", ...against);
    expect(status).toBe(1);
    expect(out).toMatch(
      /2018Q3\s+legal_aid\.recovered\s+挽回经济损失（确认口径）\s+0\.30万元\s+→\s+0\.40万元\s+\+1,000\.00元\s+补报/,
    );
    const json = JSON.parse((await call("diff", ...against, "--json")).out) as Revision[];
    expect(out).toContain(`共 ${json.length} 个数字不同`);
    // Beside the quarter that was released, the site also told the year so far of the one after.
    const kept = await call("diff", ...args, "--lang", "en");
    expect(kept.status).toBe(1);
    expect(kept.out).toMatch(
      /2018Q4\s+legal_aid\.recovered .+ year to date\s+¥3,000\s+→\s+¥4,000\s+\+¥1,000\.00/,
    );
    rmSync(path.join(bench.data, "案件-补报.csv"));
    expect((await call("diff", ...args)).status).toBe(0);
  });

  it("supersedes a release only with a reason, and keeps the earlier one", async () => {
    bench.put("案件-补报.csv", `填报日期：2018-10-20\n${caseHead}\n${caseRow("A5", 1000)}\n`);
    const first = readFileSync(path.join(releases, "2018Q3/1/figures.csv"));
    const { status } = await call("release", "2018Q3", "--supersede", "--why", "补报一件", ...where);
    expect(status).toBe(0);
    expect(readFileSync(path.join(releases, "2018Q3/1/figures.csv"))).toEqual(first);
    const [, second] = releasesIn(releases, false);
    expect(second).toMatchObject({ edition: 2, why: "补报一件", overridden: ["released"] });
    const publication = await today();
    expect(publication.revisions).toEqual([]);
    expect(pageOf(publication)).toContain(
      "第2版，数据截至2018年10月8日。重新发布的原因：补报一件。第1版数据截至",
    );
    expect(releasesIn(releases, true)).toEqual([]);
    // Whether or not the rows are invented: a folder is used once.
    expect(nextEdition(path.join(releases, "2018Q3"))).toBe(3);
    mkdirSync(path.join(bench.folder, "2018Q3/10"), { recursive: true });
    expect(nextEdition(path.join(bench.folder, "2018Q3"))).toBe(11);
  });

  it("a release that was changed by hand is not believed", async () => {
    const file = path.join(releases, "2018Q3/2/figures.csv");
    const whole = readFileSync(file);
    appendFileSync(file, "x\n");
    const { status, err } = await call("release", "2018Q1", ...where);
    expect(status).toBe(2);
    expect(err).toContain("figures.csv 在发布之后被改动过，请用版本库恢复这个文件夹");
    writeFileSync(file, whole);
    rmSync(path.join(releases, "2018Q3/2/files.csv"));
    expect((await call("release", "2018Q1", ...where)).err).toContain("缺少 files.csv");
    rmSync(path.join(releases, "2018Q3/2"), { recursive: true });
    expect(existsSync(path.join(releases, "2018Q1"))).toBe(false);
  });

  it("what a release withheld stays withheld, though it has grown", async () => {
    const small = new Workbench(organisation);
    const kept = path.join(small.folder, "releases");
    putFederation(small, 1);
    const few = (id: string, people: number): string =>
      `${id},P${id},2018-10-02,市级,小城区,小城1号有限公司,令狐丙,农民工,${people},劳动报酬,诉讼代理,,,,`;
    small.put("案件-十月.csv", `${caseHead}\n${few("B1", 3)}\n`);
    small.put("案件-次年.csv", `${caseHead}\n${caseRow("C1", 1).replaceAll("2018", "2019")}\n`);
    const args = ["--data", small.data, "--out", small.out, "--releases", kept];
    expect((await call("release", "2018Q4", ...args)).status).toBe(0);
    small.put("案件-再报.csv", `${caseHead}\n${few("B2", 30)}\n`);
    await small.ingest();
    const people = await small.ask(async (warehouse) => {
      const measured = await figuresOf(warehouse, organisation, ({ name }) => name === "legal_aid.people");
      const at = (past: Parameters<typeof publicFigures>[2]) =>
        publicFigures(measured, organisation, past).figures.find(
          (f) => f.quarter === "2018Q4" && f.span === "quarter" && Object.keys(f.by).length === 0,
        );
      return { alone: at([]), after: at(releasesIn(kept, false)) };
    });
    expect(people.alone).toMatchObject({ value: "33" });
    expect(people.after).toMatchObject({ value: null, hidden: { value: "※" } });
    // The last site withheld it for that release, and so does what is held against the site.
    keep(small.out, await publicationIn(small, kept));
    expect(await call("diff", ...args)).toMatchObject({ status: 0, out: "没有不同的数字。\n" });
    // A release in which another area had people too: 42 − 33 would tell how many, and nothing is left to cover it.
    const [was] = releasesIn(kept, false) as [Release];
    const ingested = await small.ingest();
    const { figures, withheldWhole, indicators } = await small.ask((warehouse) => {
      const told = (by: Figure["by"], value: string | null): Figure => ({
        ...(was.figures.find((f) => f.indicator === "legal_aid.people") as Figure),
        span: "quarter",
        by,
        value,
        numerator: value,
        ...(value === null ? { hidden: { value: "<10" } } : { hidden: {} }),
      });
      const figures = [told({}, "42"), told({ area: "990101" }, "33"), told({ area: "990102" }, null)];
      const grounds = { warehouse, organisation, ingested, rooms, audience: "public" as const };
      return publicationOf({ ...grounds, releases: [{ ...was, figures }] });
    });
    expect(withheldWhole).toContain("legal_aid.people");
    const own = figures.filter((f) => f.indicator === "legal_aid.people" && f.quarter.startsWith("2018"));
    expect(own.length).toBeGreaterThan(3);
    for (const figure of own) expect(figure).toMatchObject({ value: null, numerator: null });
    expect(untoldOf({ withheldWhole: withheldWhole ?? [], indicators })?.zh).toContain("援助涉及职工");
    small.clear();
  });
});
