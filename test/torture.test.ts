import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buildWarehouse } from "../src/node/build_warehouse.ts";
import { dropFiguresKept } from "../src/node/figures_kept_file.ts";
import { forgottenIn, keepForgotten, withPerson } from "../src/node/forgotten.ts";
import { writtenAfter } from "../src/node/handup/written.ts";
import { mendPlace, moveIntoPlace, standIn } from "../src/node/into_place.ts";
import { keptFile, keptIn } from "../src/node/kept.ts";
import { alone } from "../src/node/lock.ts";
import { readRegular } from "../src/node/regular_file.ts";
import { isRunning, thisRun } from "../src/node/run.ts";
import { shortage } from "../src/node/shortage.ts";
import { siteServer } from "../src/node/verbs/serve.ts";
import { openWarehouse } from "../src/node/warehouse.ts";
import { lastRunFile } from "../src/node/warehouse_file.ts";
import { writeWhole } from "../src/node/whole_file.ts";
import { run } from "../torture/run.ts";
import { Scene, things } from "../torture/scene.ts";
import { areThere } from "./named_tests.ts";
import { ofScene } from "./of_scene.ts";
import { wholeProgram } from "./program.ts";
import { callAs, expectSentence } from "./verb.ts";
import { filesBelow, home } from "./workbench.ts";

const call = (...argv: string[]) => callAs(ofScene, ...argv);
const scene = new Scene(false, ofScene);
const { bench } = scene;
const at = (...parts: string[]): string => path.join(bench.folder, ...parts);
const warehouse = path.join(bench.out, "warehouse.duckdb");

/** The mark of a run that is over. */
const deadRun = ((): string => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  return `run${pid}-1`;
})();

beforeAll(async () => {
  for (const verb of ["release", "export"] as const)
    expect(await call(...scene.argv(verb))).toMatchObject({ status: 0 });
}, 120_000);
afterAll(() => scene.clear());

describe("a run that is killed", () => {
  it("leaves the last good warehouse, receipts, export and releases, and the next run needs no help", async () => {
    const before = await scene.see();
    const [edition] = scene.editions();
    scene.put(1);
    // Early and later in the writing of the warehouse: npm run torture tries every other moment.
    const kills = [
      await run(scene, "ingest", { after: { changes: 15 } }, [await wholeProgram()]),
      await run(scene, "release", { after: { changes: 45 } }, [await wholeProgram()]),
    ];
    expect(kills.map(({ killed }) => killed)).toEqual([true, true]);
    const after = await scene.see();
    expect(after.exported).toBe(before.exported);
    expect(scene.editions()[0]).toBe(edition);
    scene.put(0);
    for (const verb of ["release", "export"] as const)
      expect((await call(...scene.argv(verb))).status, verb).toBe(0);
    const mended = await scene.see();
    for (const thing of things) expect(mended[thing], thing).toBe(before[thing]);
    expect(scene.editions().every((one) => one === edition)).toBe(true);
    scene.takeBack();
    expect(scene.leftovers()).toEqual([]);
  }, 120_000);

  it("between the two renames that put a folder in place is mended by the next, and served meanwhile", async () => {
    const place = at("dist-gap");
    mkdirSync(`${place}.old-${deadRun}`);
    writeFileSync(path.join(`${place}.old-${deadRun}`, "index.html"), "old");
    mkdirSync(`${place}.new-${deadRun}`);
    writeFileSync(path.join(`${place}.new-${deadRun}`, "index.html"), "new");
    expect(standIn(place)).toBe(`${place}.old-${deadRun}`);
    const { server, url } = await siteServer(place, 0);
    expect(await (await fetch(url)).text()).toBe("old");
    mendPlace(place);
    expect(readFileSync(path.join(place, "index.html"), "utf8")).toBe("old");
    expect(await (await fetch(url)).text()).toBe("old");
    server.close();
    server.closeAllConnections();
    expect(readdirSync(bench.folder).filter((name) => name.startsWith("dist-gap"))).toEqual(["dist-gap"]);
    // Beside a folder that is whole, what was left goes; other people's folders and a run that goes on keep theirs.
    const others = [
      `dist-gap.old-2018-12`,
      `dist-gap.new-${thisRun}`,
      `dist-gap-2.old-${deadRun}`,
      `dist-gap.trial-${deadRun}`,
      `dist-gap.old-${deadRun}-mine`,
    ];
    for (const name of [...others, `dist-gap.old-${deadRun}`]) mkdirSync(at(name));
    mendPlace(place);
    expect(readdirSync(bench.folder).filter((name) => name.startsWith("dist-gap"))).toEqual(
      ["dist-gap", ...others].sort(),
    );
    for (const name of others) rmSync(at(name), { recursive: true });
  });

  it("takes nothing of other people's with it, though a run stands in its name", async () => {
    const others = [`minutes-${deadRun}.txt`, `trial-${deadRun}`, `2.${deadRun}.tmp`, `lock-${deadRun}.txt`];
    for (const name of others) writeFileSync(path.join(bench.out, name), "mine");
    await alone(bench.out, async () => {});
    expect(readdirSync(bench.out).filter((name) => name.includes(deadRun))).toEqual(others.sort());
    for (const name of others) rmSync(path.join(bench.out, name));
  });

  it("in the middle of receipts, of what spilled, of what it kept and of a release leaves nothing that the next does not clear away", async () => {
    const receipts = path.join(bench.out, "receipts");
    renameSync(receipts, `${receipts}.old-${deadRun}`);
    for (const name of [`.spill-${deadRun}`, `receipts.new-${deadRun}`])
      mkdirSync(path.join(bench.out, name));
    for (const name of ["warehouse.duckdb.tmp", "warehouse.duckdb.tmp.wal", `kept-public.csv.new-${deadRun}`])
      writeFileSync(path.join(bench.out, name), "half");
    // What it was keeping of a file that it had read.
    mkdirSync(path.join(bench.out, ".records", "5d41"), { recursive: true });
    writeFileSync(path.join(bench.out, ".records", "5d41", "0.parquet"), "half");
    mkdirSync(path.join(scene.releases, "2018Q1", `.2.${deadRun}.tmp`));
    // Restored before anything is read: a run that then fails leaves them whole.
    await alone(bench.out, async () => expect(filesBelow(receipts)).not.toEqual([]));
    expect((await call(...scene.argv("release"))).status).toBe(0);
    scene.takeBack();
    expect(scene.leftovers()).toEqual([]);
    expect(readdirSync(bench.out)).not.toContain(".records");
  });

  it("while somebody is forgotten can be asked again, and then says what it would have said", async () => {
    keepForgotten(bench.data, withPerson(forgottenIn(bench.data), "cases.case_id", "A1", "2026-01-01"));
    const { status, out } = await call(...scene.argv("forget"));
    expect(status).toBe(0);
    expect(out).toMatch(/1 行改记为 YX-[0-9A-F]{12}[\s\S]+ {2}案件\.csv:2\n/);
    expect(scene.remembers()).toBe(false);
    expect(forgottenIn(bench.data).persons).toHaveLength(1);
    expect(scene.leftovers()).toEqual([]);
    scene.put(0);
  }, 120_000);

  it("in the middle of a handup leaves the file that was handed up before, and the next nothing beside", async () => {
    const file = at("handed", "上报.csv");
    mkdirSync(`${file}.new-${deadRun}`, { recursive: true });
    writeFileSync(path.join(`${file}.new-${deadRun}`, "上报.csv"), "half");
    writeFileSync(file, "old");
    const stopped = writtenAfter(file, "new", async () => {
      throw new Error("stopped");
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(readFileSync(file, "utf8")).toBe("old");
    await writtenAfter(file, "new", async () => {});
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(readdirSync(at("handed"))).toEqual(["上报.csv"]);
  });

  it("takes what it started with it", () => {
    const config = spawn(process.execPath, ["--import", "tsx", "observablehq.config.ts"], {
      cwd: home,
      env: { ...process.env, TAIZHANG_SITE_ROOT: at("root") },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    // The file alone keeps nothing alive; a run that is cut off from its parent ends with 1, at once.
    config.disconnect();
    return new Promise<void>((done) =>
      config.on("exit", (code) => {
        expect(code).toBe(1);
        done();
      }),
    );
  });
});

describe("two runs at once", () => {
  it("of twenty that begin at the same moment, beside the lock of a dead one, one does the work and the others say who", async () => {
    const lock = at("contest.mjs");
    await build({
      entryPoints: [path.join(home, "src/node/lock.ts")],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: lock,
    });
    const out = at("contested");
    mkdirSync(out);
    for (const [i, content] of ["", "held", "12"].entries())
      writeFileSync(path.join(out, `lock-${deadRun}${i}`), content);
    // A program that has the pid of a run that died, and is none.
    writeFileSync(path.join(out, `lock-run${process.pid}-1`), "held");
    const inside = path.join(out, "inside");
    const script = `import { alone } from ${JSON.stringify(lock)};
      import fs from "node:fs";
      try {
        await alone(${JSON.stringify(out)}, async () => {
          fs.mkdirSync(${JSON.stringify(inside)});
          await new Promise((done) => setTimeout(done, 3000));
          fs.rmdirSync(${JSON.stringify(inside)});
        });
        console.log("done");
      } catch (error) { console.log(error.words?.zh ?? error.stack); }`;
    const said = await Promise.all(
      Array.from(
        { length: 20 },
        () =>
          new Promise<string>((done) => {
            const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
            let out = "";
            child.stdout.on("data", (chunk) => {
              out += chunk;
            });
            child.on("close", () => done(out.trim()));
          }),
      ),
    );
    const refused = said.filter((one) => /^另一个进程（\d+）正在写 .+请等它结束后再运行$/.test(one));
    // A slow machine may start the last when the first is done; none may ever meet another inside.
    const finished = said.filter((one) => one === "done");
    expect(said.filter((one) => !refused.includes(one) && one !== "done")).toEqual([]);
    expect(finished.length).toBeGreaterThan(0);
    expect(finished.length).toBeLessThan(20);
    expect(readdirSync(out)).toEqual([]);
  }, 60_000);

  it("in one process wait for each other as two processes would", async () => {
    await alone(bench.out, async () => {
      await expect(alone(bench.out, async () => {})).rejects.toThrow(`另一个进程（${process.pid}）正在写`);
    });
  });

  it("that put their sites into one folder leave one of them whole", async () => {
    const place = at("dist-two");
    const mover = at("mover.mjs");
    await build({
      entryPoints: [path.join(home, "src/node/into_place.ts")],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: mover,
    });
    const script = `import { besideOf, moveIntoPlace } from ${JSON.stringify(mover)};
      import fs from "node:fs";
      const place = ${JSON.stringify(place)};
      for (let n = 0; n < 100; n++) {
        const built = besideOf(place);
        fs.mkdirSync(built);
        for (const file of ["a.html", "b.html"]) fs.writeFileSync(built + "/" + file, process.pid + " " + n);
        moveIntoPlace(built, place);
      }`;
    const ended = Array.from(
      { length: 3 },
      () =>
        new Promise<string>((done) => {
          const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
          let err = "";
          child.stderr.on("data", (chunk) => {
            err += chunk;
          });
          child.on("close", () => done(err));
        }),
    );
    expect(await Promise.all(ended)).toEqual(["", "", ""]);
    expect(filesBelow(place)).toEqual(["a.html", "b.html"]);
    const [one, other] = ["a.html", "b.html"].map((file) => readFileSync(path.join(place, file), "utf8"));
    expect(one).toMatch(/^\d+ 99$/);
    expect(other).toBe(one);
    // What cannot be put there leaves the old one.
    expect(() => moveIntoPlace(at("nowhere"), place)).toThrow("ENOENT");
    expect(filesBelow(place)).toEqual(["a.html", "b.html"]);
    expect(readdirSync(bench.folder).filter((name) => name.startsWith("dist-two"))).toEqual(["dist-two"]);
  });

  it("a run is told from another program that has its pid, and from what a dead one leaves for its parent", () => {
    expect(isRunning(`lock-${thisRun}`)).toBe(true);
    expect(isRunning(`lock-${deadRun}`)).toBe(false);
    if (existsSync("/proc/self/stat")) expect(isRunning(`lock-run${process.pid}-1`)).toBe(false);
  });
});

describe("a reader", () => {
  it("goes on seeing the warehouse that it opened while a new one is put in its place", async () => {
    const count = "SELECT count(*) AS n FROM intake.files";
    const script = `import { DuckDBInstance } from "@duckdb/node-api";
      const c = await (await DuckDBInstance.create(process.argv[1], { access_mode: "READ_ONLY" })).connect();
      const tell = async () =>
        console.log(String((await c.runAndReadAll(${JSON.stringify(count)})).getRows()[0][0]));
      await tell();
      process.stdin.once("data", async () => { await tell(); process.exit(); });`;
    const [before] = await bench.rows(count);
    bench.close();
    const other = spawn(process.execPath, ["--input-type=module", "-e", script, warehouse], { cwd: home });
    let said = "";
    other.stdout.on("data", (chunk) => {
      said += chunk;
    });
    await new Promise((done) => other.stdout.once("data", done));
    await buildWarehouse(bench.out, 0, (w) => w.run("CREATE TABLE other AS SELECT 1"));
    await expect(bench.rows(count)).rejects.toThrow("intake");
    other.stdin.write("again\n");
    await new Promise((done) => other.once("close", done));
    expect(said).toBe(`${before?.n}\n${before?.n}\n`);
    expect((await call(...scene.argv("ingest"))).status).toBe(0);
    expect(await bench.rows(count)).toEqual([before]);
  });

  it("is told when another program writes into the warehouse; its log does not get into the next one", async () => {
    const script = `import { DuckDBInstance } from "@duckdb/node-api";
      const c = await (await DuckDBInstance.create(process.argv[1])).connect();
      await c.run("SET checkpoint_threshold = '1GB'; CREATE TABLE scribble AS SELECT 1 AS a");
      console.log("written"); setInterval(() => {}, 1000);`;
    // Beside one who reads, nobody may write.
    bench.close();
    const other = spawn(process.execPath, ["--input-type=module", "-e", script, warehouse], { cwd: home });
    await new Promise((done) => other.stdout.once("data", done));
    await expect(openWarehouse(bench.out)).rejects.toThrow("正被别的程序打开并写入，请关闭它后再运行");
    other.kill("SIGKILL");
    await new Promise((done) => other.once("close", done));
    expect(existsSync(`${warehouse}.wal`)).toBe(true);
    expect((await call(...scene.argv("ingest"))).status).toBe(0);
    expect(scene.leftovers()).toEqual([]);
    const left = await bench.rows("SELECT count(*) AS n FROM duckdb_tables() WHERE table_name = 'scribble'");
    expect(left).toEqual([{ n: "0" }]);
  });
});

describe("what was damaged", () => {
  it.each([
    ["cut in half", () => truncateSync(warehouse, statSync(warehouse).size / 2)],
    ["emptied", () => truncateSync(warehouse, 0)],
    [
      "with its head overwritten",
      () => writeFileSync(warehouse, Buffer.concat([Buffer.alloc(9000, 7), readFileSync(warehouse)])),
    ],
    [
      "with bytes flipped all over",
      () => {
        const bytes = readFileSync(warehouse);
        for (let i = 5000; i < bytes.length; i += 997) bytes[i] = (bytes[i] ?? 0) ^ 0xff;
        writeFileSync(warehouse, bytes);
      },
    ],
  ])("a warehouse %s is told from a whole one", async (_, spoil) => {
    const whole = readFileSync(warehouse);
    spoil();
    const asked = bench.ask((w) => w.rows("SELECT count(DISTINCT path) AS n FROM intake.files"));
    await expect(asked).rejects.toThrow(/已损坏，请运行 npm run ingest 从 data\/ 重建$/);
    writeFileSync(warehouse, whole);
  });

  it("the warehouse and its receipts are made anew by the next run", async () => {
    const before = await scene.see();
    const receipts = path.join(bench.out, "receipts");
    rmSync(receipts, { recursive: true });
    writeFileSync(receipts, "no folder");
    writeFileSync(warehouse, Buffer.alloc(70_000, 7));
    expect((await call(...scene.argv("ingest"))).status).toBe(0);
    expect(await scene.see()).toEqual(before);
  });

  it("a folder in the place of a file is told in a sentence, and nothing is lost by it", async () => {
    const out = at("odd");
    for (const name of ["last_run", "figures_kept", "warehouse.duckdb"])
      mkdirSync(path.join(out, name), { recursive: true });
    const told = /^应为文件的地方有一个同名的文件夹，请移走后重新运行：.+/;
    const like = (work: () => unknown): string => {
      try {
        work();
      } catch (error) {
        return shortage(error)?.zh ?? String(error);
      }
      return "";
    };
    expect(like(() => writeWhole(path.join(out, "last_run"), "{}"))).toMatch(told);
    expect(like(() => dropFiguresKept(out))).toMatch(told);
    await expect(openWarehouse(out)).rejects.toThrow("Is a directory");
    expectSentence(await call("ingest", "--data", bench.data, "--out", out), told);
    expect(readdirSync(out).sort()).toEqual(["figures_kept", "last_run", "warehouse.duckdb"]);
  });

  it("a list of kept figures that is no longer whole counts as none", () => {
    for (const text of ["", "\0\0\0", "indicator,quarter\nx", "\ufffd".repeat(9000)]) {
      writeFileSync(keptFile(bench.out, "public"), text);
      expect(keptIn(bench.out, "public") ?? []).toEqual([]);
    }
    rmSync(keptFile(bench.out, "public"));
  });

  it("a release is named with a sentence, and is not believed", () => {
    const file = path.join(scene.releases, "2018Q1", "1", "release.yaml");
    const whole = readFileSync(file);
    for (const bytes of [Buffer.alloc(0), whole.subarray(0, 100), Buffer.alloc(300, 0)]) {
      writeFileSync(file, bytes);
      expect(() => scene.editions()).toThrow(/release\.yaml 不规范，请用版本库恢复/);
    }
    writeFileSync(file, whole);
  });
});

describe("a file that changes while it is read", () => {
  const file = at("变.csv");
  const row = "a,b,c\n";
  /** Reads it again and again while another process changes it. @returns what was found: the fault, or how it begins and how long it is */
  const changing = async (change: string, until: (found: string) => boolean): Promise<string[]> => {
    writeFileSync(file, row.repeat(1_000_000));
    utimesSync(file, 1, 1);
    writeFileSync(at("go"), "");
    const other = spawn("sh", ["-c", `echo go; while [ -e '${at("go")}' ]; do ${change}; done`]);
    await new Promise((done) => other.stdout.once("data", done));
    const found: string[] = [];
    while (found.length < 200 && !found.some(until)) {
      const read = readRegular(file, false);
      if ("reason" in read) found.push(read.reason);
      else {
        const text = Buffer.from(read).toString();
        const same = text === text.slice(0, row.length).repeat(text.length / row.length);
        found.push(`${same ? "whole" : "mixed"} ${text.slice(0, 1)} ${text.length}`);
      }
    }
    rmSync(at("go"));
    await new Promise((done) => other.once("close", done));
    return found;
  };

  it("grows, shrinks or is written over: it is refused, to be read again", async () => {
    for (const change of [
      `printf x >> '${file}'`,
      `truncate -s -7 '${file}'`,
      `printf x | dd of='${file}' conv=notrunc 2>/dev/null`,
    ])
      expect(await changing(change, (found) => found === "file.changed"), change).toContain("file.changed");
  });

  it("is replaced by another of the same name: what was read is the one or the other, whole", async () => {
    const other = "x,y,z\n".repeat(1_000_000);
    writeFileSync(at("other.csv"), other);
    const change = `ln -f '${at("other.csv")}' '${at("link.csv")}'; mv '${at("link.csv")}' '${file}'`;
    const found = await changing(change, (one) => one.includes(" x "));
    const whole = ["a", "x"].map((begin) => `whole ${begin} ${other.length}`);
    expect(found.filter((one) => one !== "file.changed" && !whole.includes(one))).toEqual([]);
    expect(found).toContain(`whole x ${other.length}`);
  });

  it("was deleted between the list and the reading: named, and the others are read", async () => {
    const { bytesOf, lookInto } = await import("../src/node/inbox.ts");
    bench.put("短命.csv", "a\n");
    const { files } = lookInto(bench.data);
    rmSync(path.join(bench.data, "短命.csv"));
    const gone = files.find((one) => one.path === "短命.csv");
    expect(gone && bytesOf(gone)).toMatchObject({ reason: "file.unreadable" });
  });
});

it("a clock that goes back, or stands a century off, changes no byte of warehouse figures, exports and releases", async () => {
  const before = await scene.see();
  const release = readFileSync(path.join(scene.releases, "2018Q1", "1", "release.yaml"));
  rmSync(scene.releases, { recursive: true });
  try {
    for (const [verb, day] of [
      ["export", "2120-01-01"],
      ["release", "1971-01-01"],
    ] as const) {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(day) });
      // Over a folder that has not changed nothing would be made.
      rmSync(lastRunFile(bench.out), { force: true });
      expect((await call(...scene.argv(verb))).status).toBe(0);
      expect(await scene.see()).toEqual(before);
    }
  } finally {
    vi.useRealTimers();
  }
  const again = readFileSync(path.join(scene.releases, "2018Q1", "1", "release.yaml"));
  expect(again.equals(release)).toBe(true);
});

describe("RELIABILITY.md", () => {
  const text = readFileSync(path.join(home, "RELIABILITY.md"), "utf8");
  const [promised = ""] = text.split("\n## How");
  const rows = promised
    .split("\n")
    .filter((line) => /^\| (?!fault|---)/.test(line) && line.includes("| `test/"))
    .map((line) => line.split(" | ")[2] ?? "");
  it("names a test that is there for every fault", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((named) => !areThere(named))).toEqual([]);
    expect(areThere("`test/torture.test.ts` forgets everything")).toBe(false);
  });

  it("has the last results of the long harnesses, as they wrote them", () => {
    const between = (name: string): string =>
      text.split(`<!-- ${name}: begin -->`)[1]?.split(`<!-- ${name}: end -->`)[0] ?? "";
    const kills = / (\d+) kills in \d+ minutes.*, 0 broken promises/.exec(between("torture"));
    expect(Number(kills?.[1])).toBeGreaterThanOrEqual(200);
    expect(between("torture")).toMatch(/^\| all \| \d+ \|/m);
    const drops = /: (\d+) (?:files|drops in a row).* into one federation/.exec(between("longlife"));
    expect(Number(drops?.[1])).toBeGreaterThanOrEqual(10_000);
    expect(between("longlife")).toContain("Grown: nothing.");
    expect(between("thorough")).toMatch(/`npm run thorough`: \d+ tests passed in \d+ minutes, none failed/);
    for (const name of ["torture", "longlife", "thorough"])
      expect(between(name)).toMatch(/\d{4}-\d\d-\d\d · .+ Node v\d+.+ DuckDB v\d/);
  });
});
