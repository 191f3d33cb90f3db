import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Failure } from "../src/node/failure.ts";
import { forgottenIn, keepForgotten, withPerson } from "../src/node/forgotten.ts";
import { type Person, personMeant } from "../src/node/person.ts";
import { callAs } from "./verb.ts";
import { filesBelow, rooms, Workbench, withRooms } from "./workbench.ts";

const example = (file: string): string => readFileSync(path.join(rooms, file), "utf8");
const organisation = withRooms("visits", "legal_aid", "training", "stations");
const bench = new Workbench(organisation);
const forget = (...more: string[]) =>
  callAs(organisation, "forget", "--data", bench.data, "--out", bench.out, ...more);
const list = path.join(bench.data, ".forgotten.json");

/** Every file below a folder that holds a text, byte for byte. */
const holding = (folder: string, text: string): string[] =>
  filesBelow(folder).filter((file) => readFileSync(path.join(folder, file)).includes(text));

const learners = example("training/examples/learners.csv");
const [header] = learners.split("\n");
const before: string[] = [];
const figures = async (): Promise<string[]> => (await bench.figures()).map((f) => JSON.stringify(f));

beforeAll(async () => {
  for (const room of ["rosters", "visits", "legal_aid", "training", "stations"]) bench.putExamples(room);
  // The same person once more: superseded, refused, and in a copy; and somebody else of the same name.
  bench.put(
    "training/2.csv",
    `填报日期：2019-03-01\n${header}\nXJ002,欧阳云开,男,,临湖镇,桥头村,13900001234,在职职工,2018-09-20\n`,
  );
  bench.put(
    "坏.csv",
    `${header}\nXJ002,欧阳云开,男,,临湖镇,桥头村,13900001234,在职职工,2018-13-20\nXJ777,赵拟辛,女,,,,,,2018-13-20\n`,
  );
  bench.put("同名.csv", `${header}\nXJ778,欧阳云开,男,,,,,,2018-10-20\n`);
  await bench.ingest();
  before.push(...(await figures()));
}, 120_000);
afterAll(() => bench.clear());

describe("forget", () => {
  it("asks for a number where a name is not enough, and says so where nobody is meant", async () => {
    const refusal = (asked: string): Promise<string> =>
      bench.ask((w) =>
        personMeant(w, organisation, asked).then(
          (persons) => JSON.stringify(persons),
          (error: Failure) => error.words.zh,
        ),
      );
    expect(await refusal("欧阳云开")).toMatch(
      /不止一个人：学籍 学籍号 XJ002；学籍 学籍号 XJ778；请改用.+栏目=编号/,
    );
    expect(await refusal("闻人知远")).toMatch(
      /律师聘任 执业证号 .+；法律援助案件台账 承办律师 闻人知远|法律援助案件台账 承办律师 闻人知远；律师聘任/,
    );
    expect(await refusal("XJ9999")).toContain("没有这个人");
    expect(await refusal("姓名=XJ002")).toContain("没有这个人");
    expect(await refusal("990101198503120010")).toBe('[{"of":"cases.case_id","value":"AJ2018001"}]');
    expect(filesBelow(bench.data).filter((file) => file.startsWith("."))).toEqual([]);
  });

  it("takes a person out of everything under build/, moves no figure and touches no file in data/", async () => {
    const handed = filesBelow(bench.data).map((file) => readFileSync(path.join(bench.data, file), "utf8"));
    writeFileSync(path.join(bench.out, "figures_kept"), "13900001234");
    const there = ["figures_kept", "receipts/坏.csv", "warehouse.duckdb"];
    expect(holding(bench.out, "13900001234")).toEqual(there);
    for (const audience of ["public", "internal"]) {
      mkdirSync(path.join(bench.out, audience));
      writeFileSync(path.join(bench.out, audience, "datapackage.json"), `{"name":"taizhang-${audience}"}`);
    }
    const { status, out, err } = await forget("--person", "学籍号=XJ002");
    expect(status, err).toBe(0);
    expect(out).toContain(`${before.length} 个指标数值与此前一致`);
    const lines = out.split("\n").filter((line) => line.startsWith("  "));
    expect(lines.map((line) => line.trim())).toEqual([
      "training/2.csv:3",
      "training/attendance.csv:3,6,7",
      "training/completions.csv:3",
      "training/enrolments.csv:3,6",
      "training/learners.csv:3",
      "坏.csv:2",
      "同名.csv:2",
      "training.learners.learner_name",
      path.join(bench.out, "internal"),
    ]);
    expect(out).toMatch(/相同的姓名[^\n]*\n {2}同名\.csv:2\n/);
    expect(out).not.toContain("仍有相同的证件号");
    expect(await figures()).toEqual(before);
    for (const gone of ["13900001234", "李拟乙", "XJ002"]) expect(holding(bench.out, gone), gone).toEqual([]);
    const kept = filesBelow(bench.data).filter((file) => file !== ".forgotten.json");
    expect(kept.map((file) => readFileSync(path.join(bench.data, file), "utf8"))).toEqual(handed);
  });

  it("keeps the rows, under one number drawn at random, the same in every register", async () => {
    const [learner] = await bench.rows(
      "SELECT learner_id, learner_name, phone, village FROM training.learners WHERE learner_name = '***'",
    );
    expect(learner).toMatchObject({ phone: "***", village: "桥头村" });
    expect(learner?.learner_id).toMatch(/^YX-[0-9A-F]{12}$/);
    for (const table of ["enrolments", "attendance", "completions"]) {
      const [row] = await bench.rows(
        `SELECT count(*) AS n FROM training.${table} WHERE learner_id = '${learner?.learner_id}'`,
      );
      expect(Number(row?.n), table).toBeGreaterThan(0);
    }
    expect(holding(bench.out, "赵拟辛")).toContain("receipts/坏.csv");
  });

  it("keeps a list that is its owner's alone and says nothing legible", () => {
    expect(statSync(list).mode & 0o077).toBe(0);
    expect(readFileSync(list, "utf8")).not.toMatch(/XJ00|欧阳|1390000/);
    const { persons, salt } = forgottenIn(bench.data);
    expect(persons).toHaveLength(1);
    expect(salt).toHaveLength(64);
  });

  it("lists who was forgotten; lines mended as it says leave nothing to do, and no figure moved", async () => {
    const [told] = forgottenIn(bench.data).persons;
    expect(await bench.rows("SELECT count(*) AS n FROM intake.forgotten")).toEqual([{ n: "7" }]);
    for (const file of filesBelow(bench.data).filter((name) => name.endsWith(".csv"))) {
      const text = readFileSync(path.join(bench.data, file), "utf8");
      const mended = text.split("\n").map((line) =>
        line.includes("XJ002")
          ? line
              .replace("XJ002", told?.instead ?? "")
              .replace(/李拟乙|欧阳云开/, "***")
              .replace(/138\*{4}0002|13900001234/, "")
          : line,
      );
      if (text.includes("XJ002")) bench.put(file, mended.join("\n"));
    }
    const file = path.join(bench.data, "training/learners.csv");
    const mended = readFileSync(file, "utf8");
    bench.put("training/learners.csv", `${mended}\0`);
    const hindered = await forget("--done");
    expect([hindered.status, hindered.err]).toEqual([
      2,
      expect.stringMatching(/没有从名单删去：.+learners\.csv/),
    ]);
    expect(forgottenIn(bench.data).persons).toHaveLength(1);
    bench.put("training/learners.csv", mended);
    const { out } = await forget("--done");
    expect(out).toBe(`${told?.instead}  ${told?.on}  data/ 里还有 0 行，已从名单删去\n`);
    expect(forgottenIn(bench.data).persons).toEqual([]);
    expect(await figures()).toEqual(before);
  });

  it("moves no figure for anybody: cadres, applicants, lawyers, learners, and who has a name alone", async () => {
    const asked: Record<string, string> = {
      "learners.learner_id": "SELECT learner_id AS v FROM training.learners",
      "cadres.cadre_id": "SELECT cadre_id AS v FROM rosters.cadres",
      "cases.case_id": "SELECT case_id AS v FROM legal_aid.cases",
      "lawyers.licence": "SELECT DISTINCT licence AS v FROM legal_aid.lawyers",
      "cases.case_lawyer":
        "SELECT DISTINCT case_lawyer AS v FROM legal_aid.cases WHERE case_lawyer IS NOT NULL",
      "stations.manager": "SELECT DISTINCT manager AS v FROM stations.stations WHERE manager IS NOT NULL",
    };
    const persons: Person[] = [];
    for (const [of, sql] of Object.entries(asked))
      for (const { v } of await bench.rows(sql)) persons.push({ of, value: v ?? "" });
    keepForgotten(
      bench.data,
      persons.reduce(
        (all, { of, value }) => withPerson(all, of, value, "2026-01-01"),
        forgottenIn(bench.data),
      ),
    );
    const { forgotten } = await bench.ingest();
    expect(forgotten).toBeGreaterThan(persons.length);
    expect(await figures()).toEqual(before);
    for (const [, sql] of Object.entries(asked))
      for (const { v } of await bench.rows(sql)) expect(v).toMatch(/^YX-|^\*\*\*$/);
    for (const gone of ["令狐向前", "990101198503120010", "沈一鸣", "G001"])
      expect(holding(bench.out, gone), gone).toEqual([]);
  });

  it("refuses to go on with a damaged list, rather than bring somebody back", async () => {
    writeFileSync(list, "{");
    const { status, err } = await forget();
    expect(status).toBe(2);
    expect(err).toContain("已损坏");
  });
});

it("waits for no pipe in the place of the list, follows no link, and takes neither for no list", () => {
  const own = new Workbench();
  const file = path.join(own.data, ".forgotten.json");
  execFileSync("mkfifo", [file]);
  expect(() => forgottenIn(own.data)).toThrow("已损坏");
  rmSync(file);
  symlinkSync(path.join(own.data, "nowhere"), file);
  expect(() => forgottenIn(own.data)).toThrow("已损坏");
  rmSync(file);
  expect(forgottenIn(own.data).persons).toEqual([]);
  own.clear();
});

describe("a refused row about the person", () => {
  const own = new Workbench(withRooms("legal_aid"));
  const head =
    "案件编号,批次号,受理日期,受理级次,所属区市,用人单位,申请人姓名,申请人类别,涉及人数,案由,援助形式,确认金额,结案日期,结案方式,结果";
  const row = (id: string, name: string, people: string, closed: string): string =>
    `${id},P1,2018-07-12,市级,镜湖区,甲厂,${name},农民工,${people},劳动报酬,诉讼代理,1000,2018-09-20,${closed},全部支持`;
  const forgetOf = (...more: string[]) =>
    callAs(own.of, "forget", "--data", own.data, "--out", own.out, ...more);
  const told = async (): Promise<string[]> =>
    (await own.rows("SELECT line, found, slots FROM intake.problems ORDER BY ALL")).map((one) =>
      JSON.stringify(one),
    );

  beforeAll(async () => {
    own.put("一.csv", `${head}\n${row("Z2", "独孤求二", "3", "判决")}\n`);
    // A telephone number and a name, each in a column that does not take it; the same in rows of others.
    own.put(
      "二.csv",
      [
        head,
        row("Z2", "独孤求二", "电话13512340002", "独孤求二"),
        row("Z3", "东方不三", "电话13512340003", "判决"),
        row("Z9", "欧阳九", "3", "独孤求二"),
      ].join("\n"),
    );
    await own.ingest();
  }, 60_000);
  afterAll(() => own.clear());

  it("is told of no more in the warehouse, and what stands there still is asked of the warehouse itself", async () => {
    expect((await told()).slice(0, 2).join()).toMatch(/独孤求二.+13512340002/);
    const { status, out, err } = await forgetOf("--person", "案件编号=Z2", "--json");
    expect(status, err).toBe(0);
    const [first, second, third, fourth] = await told();
    expect([first, second].join()).not.toMatch(/13512340002|独孤求二/);
    expect([third, fourth].join()).toMatch(/13512340003.+独孤求二/);
    expect(JSON.parse(out)).toMatchObject({
      left: [],
      alike: ["intake.problems.found", "intake.problems.slots"],
    });
    expect(readFileSync(path.join(own.out, "receipts/二.csv"), "utf8")).toMatch(/^(?!.*Z2).*Z3/s);
  }, 60_000);

  it("is all that there is of a person, who can be forgotten all the same", async () => {
    const { status, out, err } = await forgetOf("--person", "东方不三");
    expect(status, err).toBe(0);
    expect(out).toMatch(/请逐行处理[^\n]+\n {2}二\.csv:3\n/);
    expect((await told()).join()).not.toContain("13512340003");
    expect(readFileSync(path.join(own.out, "receipts/二.csv"), "utf8")).toMatch(/^(?!.*Z3).*Z9/s);
    // Nothing is done with as long as the refused row is there.
    expect((await forgetOf("--done")).out).toMatch(/data\/ 里还有 2 行\n.+data\/ 里还有 1 行\n$/);
    await expect(forgetOf("--person", "南宫无人")).resolves.toMatchObject({ status: 2 });
  }, 60_000);
});

describe("somebody who was forgotten and is still named where everybody may read it", () => {
  it("stops what would be published, with the place and not the name, until that is mended", async () => {
    const published = withRooms("training", "targets", "returns");
    const own = new Workbench(published);
    own.putExamples("training");
    own.put("补报_张拟甲.csv", `${header}\nXJ801,赵拟辛,女,,,,,,2018-10-20\n`);
    const folders = ["--data", own.data, "--out", own.out];
    const said = (verb: string, ...more: string[]) => callAs(published, verb, ...folders, ...more);
    expect((await said("forget", "--person", "学籍号=XJ001")).status).toBe(0);
    const stopped = await said("export");
    expect([stopped.status, stopped.err]).toEqual([
      2,
      expect.stringMatching(/没有发布：文件名里有已按请求删除的人的姓名，会登出去；请改掉或改名/),
    ]);
    expect(stopped.err).not.toContain("张拟甲");
    rmSync(path.join(own.data, "补报_张拟甲.csv"));
    own.put("补报.csv", `${header}\nXJ801,赵拟辛,女,,,张拟甲村,,,2018-10-20\n`);
    expect((await said("export")).err).toMatch(/《学籍》的“所在村”栏里有已按请求删除的人的姓名/);
    own.put("补报.csv", `${header}\nXJ801,赵拟辛,女,,,,,,2018-10-20\n`);
    const { status, err } = await said("export");
    expect(status, err).toBe(0);
    own.clear();
  });
});

describe("the time for keeping", () => {
  it("is told per register when rows with names are older, and not of those whose matter goes on", async () => {
    const own = new Workbench(organisation);
    own.putExamples("training");
    // The second was entered as long ago, and still attends.
    own.put("旧.csv", `${header}\nXJ700,赵拟辛,女,,,,,,2006-10-20\nXJ001,张拟甲,女,,,,,,2006-10-20\n`);
    const { checks } = await own.ingest();
    expect(checks.filter(({ id }) => id.endsWith("_kept_too_long"))).toMatchObject([
      {
        id: "training.learners_kept_too_long",
        severity: "warning",
        count: 1,
        rows: [{ file: "旧.csv", line: 2 }],
      },
    ]);
    own.clear();
  });
});
