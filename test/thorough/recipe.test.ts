import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, rooms } from "../workbench.ts";

/** CONTRIBUTING.md's recipes, followed word for word in a copy of the sources. */
const guide = readFileSync(path.join(home, "CONTRIBUTING.md"), "utf8");
const copy = mkdtempSync(path.join(os.tmpdir(), "taizhang-recipe-"));

/** The fenced block that stands after a line `<!-- file: PATH -->`. */
const block = (file: string): string => {
  const escaped = file.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const match = new RegExp(`<!-- file: ${escaped} -->\\s*\`\`\`\\w*\\n([\\s\\S]*?)\`\`\``).exec(guide);
  if (!match) throw new Error(`CONTRIBUTING.md shows no ${file}`);
  return match[1] as string;
};

const put = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), text);
};

/** Puts a line where the recipe says it goes: after the first line that holds `after`. */
const insert = (file: string, after: string, line: string): void => {
  const lines = readFileSync(path.join(copy, file), "utf8").split("\n");
  const at = lines.findIndex((l) => l.includes(after));
  expect(at, `${file}: ${after}`).toBeGreaterThanOrEqual(0);
  put(file, lines.toSpliced(at + 1, 0, line).join("\n"));
};

const run = (...argv: string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/start.mjs", ...argv], {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  expect(status, stderr).toBe(0);
  return stdout;
};

const addIndicator = (): void => {
  const list = "pipelines/visits/indicators.ts";
  insert(list, "export const indicators", block(list));
};

const addRegister = (): void => {
  put("pipelines/visits/registers/handbooks.ts", block("pipelines/visits/registers/handbooks.ts"));
  put("pipelines/visits/examples/handbooks.csv", block("pipelines/visits/examples/handbooks.csv"));
  put("pipelines/visits/registers.ts", block("pipelines/visits/registers.ts"));
  cpSync(path.join(copy, "pipelines/visits/examples/handbooks.csv"), path.join(copy, "data/手册.csv"));
};

const addProgramme = (): void => {
  const files = [...guide.matchAll(/<!-- file: (\S*reading_rooms\S*) -->/g)].map(
    (match) => match[1] as string,
  );
  expect(files.length).toBeGreaterThanOrEqual(9);
  for (const file of files) put(file, block(file));
  const list = "pipelines/index.ts";
  insert(list, "import { organising }", block(list).trim());
  put(
    list,
    readFileSync(path.join(copy, list), "utf8").replace(
      /(rooms: \[[^\]]*?)(,?\s*targets)/,
      "$1, readingRooms$2",
    ),
  );
  cpSync(
    path.join(copy, "pipelines/reading_rooms/examples/reading_rooms.csv"),
    path.join(copy, "data/书屋.csv"),
  );
};

interface Said {
  readonly by: object;
  readonly quarter: string;
  readonly value: string;
}
const totalOf = (indicator: string): Said | undefined =>
  (JSON.parse(run("figures", "--json", "--quarter", "2018Q4", "--indicator", indicator)) as Said[]).find(
    ({ by }) => Object.keys(by).length === 0,
  );

beforeAll(() => {
  for (const part of ["src", "pipelines", "package.json", "tsconfig.json"])
    cpSync(path.join(home, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(home, "node_modules"), path.join(copy, "node_modules"), "dir");
  mkdirSync(path.join(copy, "data"));
  for (const room of ["rosters", "visits"])
    cpSync(path.join(rooms, room, "examples"), path.join(copy, "data", room), { recursive: true });
  addIndicator();
  addRegister();
  addProgramme();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("CONTRIBUTING.md", () => {
  it("adds an indicator by one object in one file", () => {
    expect(totalOf("visits.phone_visits")?.value).toBe("2");
  });

  it("adds a register by one object and one example", () => {
    const { files } = JSON.parse(run("ingest", "--json")) as { files: { path: string }[] };
    expect(files.find((f) => f.path === "手册.csv")).toMatchObject({
      register: "handbooks",
      read: 2,
      accepted: 2,
    });
  });

  it("adds a programme by one folder, one line and one page", () => {
    expect(totalOf("reading_rooms.stocked_rate")).toMatchObject({ value: "0.500000" });
    const types = spawnSync(path.join(home, "node_modules/.bin/tsc"), ["--noEmit", "-p", "."], {
      cwd: copy,
      encoding: "utf8",
    });
    expect(types.stdout.split("\n").filter((line) => line.startsWith("pipelines/reading_rooms"))).toEqual([]);
  }, 120_000);
});
