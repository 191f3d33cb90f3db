import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { finishSite } from "../src/site/finish.ts";
import { writePage } from "../src/site/finished_page.ts";
import { SecondThread } from "../src/site/second_thread.ts";
import { phraseSlot } from "../src/site/slots.ts";
import { contextOf, figureOf, indicatorOf } from "./editions.ts";
import { filesBelow } from "./workbench.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-"));
const cases = indicatorOf("cases", { unit: "case" });
const { edition } = contextOf([cases], [figureOf(cases, "2018Q4", "7")]);
const desk = {
  built: path.join(folder, "built"),
  site: path.join(folder, "site"),
  edition,
  lang: "zh" as const,
};
const page = (inside: string): string =>
  `<html><head><meta charset="utf-8"></head><body><main id="main"><p>${phraseSlot(inside)}</p><a href="./b">b</a></main></body></html>`;
let thread: SecondThread | undefined;

beforeEach(async () => {
  mkdirSync(desk.built, { recursive: true });
  writeFileSync(path.join(desk.built, "a.html"), page("room.cases"));
  writeFileSync(path.join(desk.built, "odd.html"), page("room.case"));
  thread = await SecondThread.start(folder, 1000, desk);
});
afterEach(() => thread?.end());
afterAll(() => rmSync(folder, { recursive: true }));

it("writes the same page as the first, and says the same of it", async () => {
  const task = { path: "2018Q4/a.html", own: "a.html" };
  const there = await thread?.write(task);
  const written = readFileSync(path.join(desk.site, task.path), "utf8");
  expect(written).toContain("7件");
  expect(await writePage(task, desk)).toEqual(there);
  expect(readFileSync(path.join(desk.site, task.path), "utf8")).toBe(written);
});

it("gives back a page that it cannot write, for the first to say why, and what it was asked when it is gone", async () => {
  const odd = { path: "2018Q4/odd.html", own: "odd.html" };
  expect(await thread?.write(odd)).toBeUndefined();
  await expect(writePage(odd, desk)).rejects.toThrow("room.cases");
  const waiting = thread?.write({ path: "2018Q4/a.html", own: "a.html" });
  await thread?.end();
  await waiting;
  expect(await thread?.write({ path: "2018Q4/a.html", own: "a.html" })).toBeUndefined();
});

it("makes the same site together with the first, and the same is wrong with it", async () => {
  const root = path.join(folder, "root");
  for (const part of ["templates", "figures"])
    mkdirSync(path.join(root, "published", part), { recursive: true });
  const built = path.join(folder, "pages");
  for (const name of ["a", "b"]) {
    mkdirSync(path.join(built, "0000Q0"), { recursive: true });
    writeFileSync(path.join(built, "0000Q0", `${name}.html`), page(name === "a" ? "room.cases" : "quarter"));
  }
  writeFileSync(path.join(built, "index.html"), page("room.cases"));
  const sites = ["one", "two"].map((name) => path.join(folder, name)) as [string, string];
  const [alone, together] = sites.map((site) => ({ ...desk, built, site })) as [typeof desk, typeof desk];
  const second = await SecondThread.start(folder, 1000, together);
  const said = await finishSite(alone, root);
  expect(said.map(({ en }) => en)).toContain("page index.html links to ./b, which does not exist");
  expect(await finishSite(together, root, undefined, second)).toEqual(said);
  await second?.end();
  const files = filesBelow(sites[0]);
  expect(files.length).toBeGreaterThanOrEqual(17);
  expect(filesBelow(sites[1])).toEqual(files);
  for (const file of files)
    expect(readFileSync(path.join(sites[1], file), "utf8"), file).toBe(
      readFileSync(path.join(sites[0], file), "utf8"),
    );
});

it("is not started for few pages", async () => {
  expect(await SecondThread.start(folder, 20, desk)).toBeUndefined();
});
