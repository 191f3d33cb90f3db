import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { utils, write } from "@e965/xlsx";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { assertNoPersonal, type Leaked, leaksIn } from "../src/node/leaks.ts";
import { personalWatch, type Watch } from "../src/node/personal_values.ts";
import { configured } from "../src/node/settings.ts";
import { call, callAs } from "./verb.ts";
import { filesBelow, home, rooms, Workbench, withRooms } from "./workbench.ts";

const inMemory = async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

const example = (file: string): string => readFileSync(path.join(rooms, file), "utf8");
const bench = new Workbench();
const folder = path.join(bench.folder, "leaving");
let watch: Watch;

const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const found = async (of = watch): Promise<string[]> =>
  (await leaksIn(folder, of)).map(({ file, line, what }) => `${file}:${line} ${what.zh}`);

beforeAll(async () => {
  for (const room of ["rosters", "visits", "legal_aid", "training", "stations"]) bench.putExamples(room);
  // A person called like a mountain, a road and a programme's word.
  const learners = example("training/examples/learners.csv");
  bench.put(
    "training/learners.csv",
    `${learners}XJ900,金山,男,,,,,,2018-10-09\nXJ901,钱江,男,,,,85627788,,2018-10-09\nXJ902,季度,男,,,,,,2018-10-09\nXJ903,高长海,男,,,,,,2018-10-09\n`,
  );
  bench.put(
    "更多企业.csv",
    `${example("rosters/examples/enterprises.csv").split("\n")[0]}\n91990101MA00000990,高长海家政服务部,,990103001,,民营,否,,,否,3,\n91990101MA00000991,金山路百货有限公司,,990103001,,民营,否,,,否,3,\n`,
  );
  bench.put(
    "走访/问题.csv",
    example("visits/examples/problems.csv").replace("夜班津贴", "反映夜班津贴没有按月发放，怕被辞退"),
  );
  await bench.ingest();
  watch = await bench.ask((warehouse) => personalWatch(warehouse, organisation, home));
});
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});
afterAll(() => bench.clear());

describe("what is about to leave", () => {
  it("is told by file, line and the register's field, never by the value", async () => {
    put("2018Q4/visits.html", "<main>\n<td>沈一鸣</td>\n</main>");
    expect(await found()).toEqual(["2018Q4/visits.html:2 “工会干部名册”的“姓名”"]);
    const leak = bench.ask((w) => assertNoPersonal(w, organisation, home, folder)).catch((e: unknown) => e);
    const { words, exit } = (await leak) as Leaked;
    expect(exit).toBe(1);
    expect(words.zh).toContain("2018Q4/visits.html 第 2 行有“工会干部名册”的“姓名”");
    expect(`${words.zh}${words.en}`).not.toContain("沈一鸣");
  });

  it.each([
    ["json", "a.json", '{"label":{"zh":"\\u6c88一鸣"}}'],
    ["csv", "a.csv", "镇街,联系人\n河塘镇,钱三江\n"],
    ["svg", "a.svg", "<text>钱 三江</text>"],
    ["the name of a file", "令狐向前.csv", "1"],
    ["an identity number that nobody declared", "a.html", "<p>990101198808080021</p>"],
    ["a mobile number in a township's name", "figures.json", '{"label":{"zh":"城东街道13912345678"}}'],
    ["a telephone number of the registers", "a.csv", "x,85627788"],
    ["notes of eight characters and more", "a.html", "<p>镜湖区：反映夜班津贴没有按月发放，怕被辞退。</p>"],
  ])("in %s", async (_, name, content) => {
    put(name, content);
    expect(await found()).toHaveLength(1);
  });

  it("in Arrow, a workbook and Parquet; and is refused in a format nobody can look into", async () => {
    put("a.arrow", tableToIPC(tableFromArrays({ name: ["城东街道", "沈一鸣"] })));
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["联系人"], ["钱三江"]]), "一");
    put("a.xlsx", write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Uint8Array);
    put("a.zip", "PK");
    const { connection, close } = await inMemory();
    await connection.run(
      `COPY (SELECT '陆二川' AS n) TO '${path.join(folder, "a.parquet")}' (FORMAT parquet)`,
    );
    close();
    expect(await found()).toEqual([
      "a.parquet:2 “工会干部名册”的“姓名”",
      expect.stringMatching(/^a\.xlsx:\d+ “工会干部名册”的“姓名”$/),
      "a.zip:null 看不出内容的文件格式",
      expect.stringMatching(/^a\.arrow:\d “工会干部名册”的“姓名”$/),
    ]);
  });

  it("may hold names of places and enterprises, the program's words, and parts of words", async () => {
    put("a.html", "<td>金山路百货有限公司</td><td>城东街道</td><p>本季度</p><td>季度</td><p>在职职工</p>");
    put("_npm/lib.js", "沈一鸣 13912345678");
    expect(await found()).toEqual([]);
    put("a.html", "<td>金山</td>");
    expect(await found()).toHaveLength(1);
  });

  it("is not published where the registers hold more personal values than can be watched for: one sentence says so", async () => {
    const all = watch.values.size;
    await bench.ask(async (w) => {
      await expect(personalWatch(w, organisation, home, all - 1)).rejects.toThrow(
        `台账里的个人信息超过 ${all - 1} 项，内存里放不下，没有核对，也没有发布`,
      );
      expect((await personalWatch(w, organisation, home, all)).values.size).toBe(all);
    });
  });

  it("may hold a person's name within a public one that the settings name, and there alone", async () => {
    put("a.html", "<td>高长海家政服务部</td>");
    expect(await found()).toHaveLength(1);
    const allowed = await bench.ask((w) =>
      personalWatch(w, { ...organisation, publicNames: ["高长海家政服务部"] }, home),
    );
    expect(await found(allowed)).toEqual([]);
    put("a.html", "<td>高长海</td>");
    expect(await found(allowed)).toHaveLength(1);
  });
});

describe("a build", () => {
  const build = (own: Workbench, of = organisation) => {
    const site = path.join(own.folder, "dist");
    mkdirSync(path.join(site, "_observablehq"), { recursive: true });
    writeFileSync(path.join(site, "index.html"), "old");
    return callAs(of, "build", "--data", own.data, "--out", own.out, "--site", site);
  };
  const untouched = (own: Workbench): void => {
    expect(filesBelow(path.join(own.folder, "dist"))).toEqual(["index.html"]);
    expect(readFileSync(path.join(own.folder, "dist", "index.html"), "utf8")).toBe("old");
    expect(readdirSync(own.out).filter((name) => name.startsWith("lock"))).toEqual([]);
  };

  it("stops at a learner's name that stands where a class's kind should, and the old site stays whole", async () => {
    const own = new Workbench();
    for (const room of ["rosters", "training"]) own.putExamples(room);
    const text = example("training/examples/classes.csv");
    own.put("training/classes.csv", text.replaceAll("生活艺术,流动学堂", "张拟甲,流动学堂"));
    const { status, err } = await build(own);
    expect(err).toMatch(
      /training\/classes\.csv 第 2 行“类别”栏写着“学籍”的“姓名”，会登在 figures\/training\.\S+\.json 第 1 行等 \d+ 个文件 \d+ 处/,
    );
    expect(err).not.toContain("张拟甲");
    expect(existsSync(path.join(own.out, "site", "published"))).toBe(false);
    expect(status).toBe(1);
    untouched(own);
    const releases = path.join(own.folder, "releases");
    const folders = ["--data", own.data, "--out", own.out, "--releases", releases];
    const released = await call("release", "2018Q4", "--supersede", "--why", "试", ...folders);
    expect(released.err).toContain("发现个人信息，没有发布");
    expect(released.status).toBe(1);
    expect(existsSync(releases) ? filesBelow(releases) : []).toEqual([]);
    own.clear();
  });

  it("stops at a learner's name that stands on a finished page alone", async () => {
    const own = new Workbench();
    own.putExamples("training");
    own.put("张拟甲.csv", "甲,乙\n1,2\n");
    const settings = path.join(own.folder, "settings.yaml");
    writeFileSync(settings, "rooms: [training]\n");
    const { status, err } = await build(own, configured(organisation, settings, true));
    expect(err).toMatch(/发现个人信息，没有发布：quality\.html 第 \d+ 行/);
    expect(err).not.toContain("张拟甲");
    expect(existsSync(path.join(own.out, "site", "published"))).toBe(false);
    expect(status).toBe(1);
    untouched(own);
    own.clear();
  });
});

describe("the name of somebody whose only row was refused", () => {
  it("is not published within that of a file", async () => {
    const of = withRooms("training", "targets", "returns");
    const own = new Workbench(of);
    own.putExamples("training");
    const [head] = example("training/examples/learners.csv").split("\n");
    const rows = `${head}\nXJ801,独孤拒绝,女,,,,,,2018-13-20\nXJ802,高峰,男,,,,,,2018-13-20\n`;
    const exported = () => callAs(of, "export", "--data", own.data, "--out", own.out);
    own.put("补报_独孤拒绝.csv", rows);
    const stopped = await exported();
    expect(stopped.err).toMatch(
      /^没有发布：《学籍》有一行已退回，所记的人的姓名写在一份文件的名称里，会登出去/,
    );
    expect([stopped.status, stopped.err.includes("独孤")]).toEqual([2, false]);
    rmSync(path.join(own.data, "补报_独孤拒绝.csv"));
    own.put("高峰.csv", rows);
    expect((await exported()).status).toBe(2);
    rmSync(path.join(own.data, "高峰.csv"));
    // Shifted cells, whose words stand in the name of a file.
    own.put("学员补报.csv", `${rows}XJ803,学员,女,,,,,,2018-13-20\nXJ804,补报,女,,,,,,2018-13-20\n`);
    const { status, err } = await exported();
    expect(status, err).toBe(0);
    own.clear();
  });
});

describe("what stays", () => {
  it("can be read by its owner alone, whatever the umask", async () => {
    const own = new Workbench();
    own.putExamples("training");
    own.put("坏.csv", example("training/examples/learners.csv").replace("2018-09-20", "2018-13-20"));
    const before = process.umask(0);
    try {
      await own.ingest();
    } finally {
      process.umask(before);
    }
    expect(statSync(own.out).mode & 0o077).toBe(0);
    for (const file of filesBelow(own.out)) {
      expect(statSync(path.join(own.out, file)).mode & 0o077, file).toBe(0);
      expect(statSync(path.dirname(path.join(own.out, file))).mode & 0o077, file).toBe(0);
    }
    expect(filesBelow(own.out)).toEqual(["receipts/坏.csv", "warehouse.duckdb"]);
    own.clear();
  });
});
