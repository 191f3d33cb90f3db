import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { intakeLines } from "../src/node/summary.ts";
import { call, expectSentence } from "./verb.ts";
import { filesBelow, rooms, Workbench, withRooms } from "./workbench.ts";

const several = withRooms("visits", "legal_aid", "training");

const visits = (name = "visits"): string =>
  readFileSync(path.join(rooms, "visits", "examples", `${name}.csv`), "utf8");

describe("ingest", () => {
  let bench: Workbench;
  beforeEach(() => {
    bench = new Workbench(withRooms("visits"));
    for (const room of ["rosters", "visits"]) bench.putExamples(room);
  });
  afterEach(() => bench.clear());

  describe("of several rooms", () => {
    beforeEach(() => {
      bench = new Workbench(several);
      for (const room of ["rosters", "visits", "legal_aid", "training"]) bench.putExamples(room);
    });

    it("accounts for every row of every file", async () => {
      bench.put("走访/乱.csv", `${visits()}不是日期,x\n`);
      const { files } = await bench.ingest();
      for (const f of files) expect(f.read, f.path).toBe(f.accepted + f.refused + f.repeated + f.superseded);
      expect(files.find((f) => f.path === "走访/乱.csv")).toMatchObject({ refused: 1 });
    });
  });

  it("gives the same figures when it is run again from nothing", async () => {
    await bench.ingest();
    const before = JSON.stringify(await bench.figures());
    const again = new Workbench(withRooms("visits"));
    for (const room of ["visits", "rosters"]) again.putExamples(room);
    await again.ingest();
    expect(JSON.stringify(await again.figures())).toBe(before);
    again.clear();
  });

  it("writes nothing among the registers: an output folder that is theirs or lies in it is refused", async () => {
    for (const folder of ["receipts", "cache", "site"]) bench.put(`${folder}/a.csv`, visits());
    symlinkSync(bench.data, path.join(bench.folder, "link"));
    const before = filesBelow(bench.data);
    const link = path.join(bench.folder, "link");
    for (const out of [bench.data, path.join(bench.data, "site"), link, path.join(link, "new")])
      expectSentence(await call("ingest", "--data", bench.data, "--out", out), /请用 --out 写别处的文件夹/);
    expect(filesBelow(bench.data)).toEqual(before);
  });

  it("changes no figure for a copy of a file under another name", async () => {
    await bench.ingest();
    const before = await bench.figures("visits");
    bench.put("走访台账 - 副本.csv", visits());
    const { files } = await bench.ingest();
    expect(await bench.figures("visits")).toEqual(before);
    expect(files.find((f) => f.path === "走访台账 - 副本.csv")).toMatchObject({
      read: 8,
      accepted: 0,
      repeated: 8,
    });
  });

  it("changes no figure for a copy in another encoding and with another line end", async () => {
    await bench.ingest();
    const before = await bench.figures("visits");
    bench.put("z/走访.csv", `\ufeff${visits().replaceAll("\n", "\r\n")}`);
    await bench.ingest();
    expect(await bench.figures("visits")).toEqual(before);
  });

  it("lets a later file supersede rows of an earlier one, and nothing else", async () => {
    await bench.ingest();
    const [header, , , , , open] = visits("problems").split("\n");
    const settled = (open as string).replace("2018-12-20,,在办,", "2018-12-20,2018-12-19,办结,满意");
    bench.put("更正.csv", `填报日期：2019-02-01\n${header}\n${settled}\n`);
    const { files } = await bench.ingest();
    expect(files.find((f) => f.path === "visits/problems.csv")).toMatchObject({ accepted: 6, superseded: 1 });
    expect(files.find((f) => f.path === "更正.csv")).toMatchObject({ accepted: 1 });
    const rate = (await bench.figures("visits")).find(
      (f) =>
        f.indicator === "visits.problems_resolved_rate" &&
        f.quarter === "2018Q4" &&
        f.span === "quarter" &&
        Object.keys(f.by).length === 0,
    );
    expect(rate).toMatchObject({ numerator: "5", denominator: "5", value: "1.000000" });
  });

  it("knows a correction by the day on a form with room in it, and says where it cannot", async () => {
    const [header, row] = visits("problems").split("\n") as [string, string];
    bench.put("z/原.csv", `填报日期：2019-01-08\n${header}\n${row}\n`);
    bench.put("z/更正.csv", `填报日期： 2019 年 4 月 8 日\n${header}\n${row.replace(/[^,]+$/, "满意")}\n`);
    bench.put("z/无日.csv", `填报日期：四月八日\n${header}\n${row}\n`);
    const ingested = await bench.ingest();
    const filed = await bench.rows(
      "SELECT path, filed FROM intake.files WHERE path LIKE 'z/%' ORDER BY path",
    );
    expect(filed).toEqual([
      { path: "z/原.csv", filed: "2019-01-08" },
      { path: "z/无日.csv", filed: null },
      { path: "z/更正.csv", filed: "2019-04-08" },
    ]);
    expect(ingested.unread.map(({ path }) => path)).toEqual(["z/无日.csv"]);
    expect(intakeLines(ingested, withRooms("visits"), "zh").join("\n")).toContain(
      "! z/无日.csv：表头上方的填报日期",
    );
  });

  it("a new quarter's file changes that quarter's figures and no earlier visit", async () => {
    await bench.ingest();
    const earlier = (await bench.figures("visits")).filter(
      (f) => f.quarter === "2018Q4" && f.indicator === "visits.visits",
    );
    const [header] = visits().split("\n");
    bench.put(
      "2019Q1.csv",
      `${header}\nV101,2019-01-08,91990101MA0000001Y,,G001,,否,实地,职工维权,,2019-01-09\n`,
    );
    await bench.ingest();
    const now = (await bench.figures("visits")).filter(
      (f) => f.indicator === "visits.visits" && f.span === "quarter",
    );
    expect(now.filter((f) => f.quarter === "2018Q4")).toEqual(earlier.filter((f) => f.span === "quarter"));
    expect(now.find((f) => f.quarter === "2019Q1" && Object.keys(f.by).length === 0)).toMatchObject({
      value: "1",
    });
  });

  it("refuses a visit to an enterprise that is not on the roster, and says so", async () => {
    const [header] = visits().split("\n");
    bench.put(
      "生.csv",
      `${header}\nV102,2018-12-21,91990101MA0000015C,,G001,,否,实地,职工维权,,2018-12-22\n`,
    );
    const { files } = await bench.ingest();
    expect(files.find((f) => f.path === "生.csv")).toMatchObject({ read: 1, refused: 1 });
    const [problem] = await bench.rows(
      "SELECT line, field, reason FROM intake.problems JOIN intake.files USING (file_id) WHERE path = '生.csv' AND severity = 'error'",
    );
    expect(problem).toEqual({ line: "2", field: "enterprise_id", reason: "reference.missing" });
  });

  it("reports a file that is no register", async () => {
    bench.put("通讯录.csv", "姓名缩写,房间\nA,1\n");
    const ingested = await bench.ingest();
    const { files } = ingested;
    expect(files.find((f) => f.path === "通讯录.csv")).toMatchObject({ register: null, read: 0 });
    const problems = await bench.rows(
      "SELECT reason FROM intake.problems JOIN intake.files USING (file_id) WHERE path = '通讯录.csv'",
    );
    expect(problems.length).toBe(1);
    const told = (lang: "zh" | "en"): string[] => intakeLines(ingested, bench.of, lang);
    expect(told("zh").at(-1)).toMatch(/^✗ 通讯录\.csv：找不到任何一种台账的表头；请核对表头栏目名称/);
    expect(told("en").at(-1)).toMatch(/^✗ 通讯录\.csv: [a-z].*\.$/);
    const [one] = ingested.unread as [(typeof ingested.unread)[number]];
    const many = intakeLines({ ...ingested, unread: Array(23).fill(one) }, bench.of, "zh");
    expect(many.filter((line) => line.startsWith("✗ 通讯录"))).toHaveLength(20);
    expect(many.at(-1)).toBe("另有 3 份，原因见网站“数据质量”页");
  });

  it("keeps the last good warehouse when a run fails", async () => {
    await bench.ingest();
    const before = await bench.figures("visits");
    const { ingest } = await import("../src/node/ingest.ts");
    const { organisation } = await import("../pipelines/index.ts");
    await expect(
      ingest({
        data: path.join(bench.folder, "none"),
        out: bench.out,
        organisation,
        rooms,
        progress: () => {},
      }),
    ).rejects.toThrow(/没有/);
    expect(await bench.figures("visits")).toEqual(before);
  });

  it("switches the demonstration off at the first real file", async () => {
    const own = new Workbench(several);
    own.put("demo/走访.csv", visits());
    expect((await own.ingest()).demo).toBe(true);
    own.put("我的.csv", visits("proposals"));
    const { demo, files } = await own.ingest();
    expect(demo).toBe(false);
    expect(files.map((f) => f.path)).toEqual(["我的.csv"]);
    own.clear();
  });
});
