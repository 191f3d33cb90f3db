import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { inspect } from "../src/inspect.ts";
import { registersOf } from "../src/organisation.ts";
import { tells } from "../src/problem.ts";
import { openWorkbook } from "../src/workbook.ts";
import { Workbench } from "./workbench.ts";

/**
 * Files as staff send them. A new case is a new folder with `sent.csv` (or .xls, .xlsx); UPDATE=1 writes beside it
 * what is understood (table.csv), what staff are told (problems.txt) and what they get back (receipt.csv), which a
 * person then reads line by line.
 */
const folder = path.join(import.meta.dirname, "corpus");
const registers = registersOf(organisation);
const cases = readdirSync(folder).sort();
const sentAs = (name: string): string =>
  readdirSync(path.join(folder, name)).find((file) => file.startsWith("sent.")) as string;
const bytesOf = (name: string): Uint8Array => readFileSync(path.join(folder, name, sentAs(name)));

const look = (name: string) => inspect(bytesOf(name), registers, "zh", openWorkbook);
type Look = ReturnType<typeof look>[number];

const heading = ({ inspection: i }: Look): string =>
  [
    `# ${i.sheet === null ? "" : `工作表“${i.sheet}” `}${i.register ?? "—"}`,
    i.encoding && `${i.encoding}（${i.ground}）`,
    i.separator && `分隔符 ${i.separator}`,
    i.headerLine && `表头第 ${i.headerLine} 行`,
    `读到 ${i.read} 采用 ${i.accepted} 退回 ${i.refused} 重复 ${i.repeated}`,
  ]
    .filter(Boolean)
    .join("，");

const told = (one: Look): string =>
  [
    heading(one),
    ...one.inspection.problems.map(({ line, header, found, why, mend, severity }) => {
      const place = `${line === null ? "" : `第 ${line} 行`}${header ? `“${header}”栏` : ""}`;
      const cell = tells(found, why) ? `填的是“${found}”，` : "";
      return `【${severity === "error" ? "退回" : "提醒"}】${place ? `${place}：` : ""}${cell}${why}；${mend}。`;
    }),
  ].join("\n");

const understood = ({ understood: table }: Look): string =>
  table === null ? "" : Papa.unparse([[...table.headers], ...table.rows], { newline: "\n" });

/** Compares with the file beside the case, or writes it. */
const holds = (name: string, file: string, now: string): void => {
  const beside = path.join(folder, name, file);
  const text = now === "" ? "" : `${now}\n`;
  if (process.env.UPDATE && text !== "" && !existsSync(beside)) writeFileSync(beside, text);
  expect(text).toBe(existsSync(beside) ? readFileSync(beside, "utf8") : "");
};

describe("files as staff send them", () => {
  it("are more than 120 cases", () => expect(cases.length).toBeGreaterThan(120));

  it.each(cases)("%s is understood and told", (name) => {
    const tables = look(name);
    holds(name, "problems.txt", tables.map(told).join("\n"));
    holds(name, "table.csv", tables.map(understood).filter(Boolean).join("\n\n"));
    for (const { inspection } of tables) {
      expect(inspection.read).toBe(inspection.accepted + inspection.refused + inspection.repeated);
      for (const { why, mend } of inspection.problems)
        expect(`${why}${mend}`).not.toMatch(/[{}]|undefined|null/);
    }
  });
});

const filesBelow = (place: string): string[] =>
  existsSync(place)
    ? readdirSync(path.dirname(place), { recursive: true, encoding: "utf8" })
        .map((file) => path.join(path.dirname(place), file))
        .filter((file) => file.startsWith(`${place}${path.sep}`) && file.endsWith(".csv"))
        .sort()
    : [];

describe("the same files handed in", () => {
  const bench = new Workbench();
  afterAll(() => bench.clear());
  let tallies: Awaited<ReturnType<Workbench["ingest"]>>["files"] = [];

  beforeAll(async () => {
    for (const name of cases) bench.put(`${name}/${sentAs(name)}`, bytesOf(name));
    // One file alone: what it points to in other registers is not looked up.
    const alone = organisation.rooms.map((room) => ({
      ...room,
      registers: room.registers.map(({ refers: _, ...register }) => register),
    }));
    tallies = (await bench.ingest({ ...organisation, rooms: alone })).files;
  });

  it.each(cases)("%s gives the rows that inspect promised, and a receipt for the others", (name) => {
    const own = tallies.filter((t) => t.path.startsWith(`${name}/`));
    const promised = look(name).map(({ inspection }) => inspection);
    expect(own.map((t) => t.read)).toEqual(promised.map((i) => i.read));
    expect(own.map((t) => t.register)).toEqual(promised.map((i) => i.register));
    expect(own.map((t) => t.refused)).toEqual(promised.map((i) => i.refused));
    const receipts = filesBelow(path.join(bench.out, "receipts", name)).map((file) =>
      readFileSync(file, "utf8")
        .replace(/^\ufeff/, "")
        .replaceAll("\r\n", "\n")
        .trimEnd(),
    );
    holds(name, "receipt.csv", receipts.join("\n\n"));
  });
});
