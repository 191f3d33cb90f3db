import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { keepSite, lastSite } from "../src/node/last_site.ts";
import { configured } from "../src/node/settings.ts";
import { callAs } from "./verb.ts";
import { filesBelow, Workbench } from "./workbench.ts";

describe("a site of the last build", () => {
  const bench = new Workbench();
  afterAll(() => bench.clear());
  const dist = path.join(bench.folder, "dist");
  const kept = path.join(bench.folder, "kept.csv");
  const last = (origin = "a") => lastSite(bench.out, dist, [kept], origin);

  beforeEach(() => {
    for (const folder of [bench.out, dist]) rmSync(folder, { recursive: true, force: true });
    mkdirSync(bench.out);
    mkdirSync(path.join(dist, "2018Q4"), { recursive: true });
    writeFileSync(path.join(dist, "index.html"), "one");
    writeFileSync(path.join(dist, "2018Q4", "index.html"), "two");
    writeFileSync(kept, "figures");
    keepSite(bench.out, dist, [kept], { origin: "a", said: ["7"] });
  });

  it("stands while every file of it does, whenever it was written", () => {
    expect(last()).toEqual(["7"]);
    writeFileSync(path.join(dist, "index.html"), "one");
    expect(last()).toEqual(["7"]);
  });

  it("does not where it was made from something else", () => {
    expect(last("b")).toBeUndefined();
  });

  it.each<[string, () => void]>([
    [
      "a file of the same length says something else",
      () => writeFileSync(path.join(dist, "index.html"), "ono"),
    ],
    ["a file is gone", () => rmSync(path.join(dist, "2018Q4", "index.html"))],
    ["there is one more", () => writeFileSync(path.join(dist, "new.html"), "")],
    ["a file bears another name", () => renameSync(path.join(dist, "index.html"), path.join(dist, "i.html"))],
    ["a link stands among the files", () => symlinkSync("index.html", path.join(dist, "link.html"))],
    ["what was kept beside it is another", () => writeFileSync(kept, "figured")],
    ["nothing stands there", () => rmSync(dist, { recursive: true })],
    [
      "what was written down is damaged",
      () => {
        const [record = ""] = filesBelow(bench.out);
        const file = path.join(bench.out, record);
        writeFileSync(file, readFileSync(file, "utf8").replace('"a"', '"b"'));
      },
    ],
  ])("does not where %s", (_, change) => {
    change();
    expect(last()).toBeUndefined();
    expect(last("b")).toBeUndefined();
  });
});

describe("build", () => {
  const bench = new Workbench();
  const dist = path.join(bench.folder, "dist");
  const settings = path.join(bench.folder, "settings.yaml");
  writeFileSync(settings, "rooms: [visits]\n");
  const visits = configured(organisation, settings, true);
  afterAll(() => bench.clear());
  const build = (...more: string[]) =>
    callAs(
      visits,
      "build",
      "--data",
      bench.data,
      "--out",
      bench.out,
      "--site",
      dist,
      "--releases",
      path.join(bench.folder, "releases"),
      ...more,
    );
  const site = (): Map<string, string> =>
    new Map(filesBelow(dist).map((file) => [file, readFileSync(path.join(dist, file), "latin1")]));

  it("keeps what did not change, and mends what was changed in the site with the same bytes", async () => {
    for (const room of ["rosters", "visits"]) bench.putExamples(room);
    const first = await build();
    expect(first.status, first.err).toBe(0);
    const made = site();
    const identity = () => statSync(path.join(dist, "index.html")).ino;
    const before = identity();
    const again = await build();
    expect(again.out).toContain("网站保持原样");
    const told = (out: string): string | undefined => /走访家次.*/.exec(out)?.[0];
    expect(told(again.out)).toBe(told(first.out));
    expect(identity()).toBe(before);
    writeFileSync(path.join(dist, "2018Q4", "visits.html"), "defaced");
    const mended = await build();
    expect(mended.out).toContain("网站已生成");
    expect(site()).toEqual(made);
  }, 150_000);
});
