import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import type { Room } from "../src/register.ts";
import { home } from "./workbench.ts";

const readme = path.join(home, "README.md");
const between = /(<!-- programmes -->\n)[\s\S]*?(<!-- \/programmes -->)/;

const pageOf = (room: Room): string =>
  (room.pages ?? []).map(({ id, title }) => `[${title.en}](reports/%5Bquarter%5D/${id}.md)`).join(" · ") ||
  "[Methods](reports/methods.md)";

const row = (room: Room): string[] => [
  `[${room.words.en}](pipelines/${room.id}/) ${room.words.zh}`,
  room.pages?.map(({ asks }) => asks.en).join(" ") || "Whom and what are the others measured against?",
  room.registers.map(({ words }) => words.zh).join("、"),
  room.indicators.length === 0 ? "progress of every figure with a target" : String(room.indicators.length),
  pageOf(room),
];

const table = (): string =>
  [
    ["programme", "what it asks", "registers", "figures", "page"],
    ["---", "---", "---", "---", "---"],
  ]
    .concat(organisation.rooms.map(row))
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

describe("the README", () => {
  it("has every programme in its table, no cell empty (UPDATE=1 writes it anew)", () => {
    const text = readFileSync(readme, "utf8");
    const wanted = text.replace(between, (_, start, end) => `${start}${table()}\n${end}`);
    if (process.env.UPDATE) writeFileSync(readme, wanted);
    expect(between.test(text)).toBe(true);
    expect(readFileSync(readme, "utf8")).toBe(wanted);
    expect(table()).not.toMatch(/\|[ \t]*\|/);
  });

  it.each(["README.md", "README.zh.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "data/README.md"])(
    "links to what is there: %s",
    (file) => {
      const text = readFileSync(path.join(home, file), "utf8");
      const dead = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
        .map((match) => decodeURI(match[1] as string))
        .filter((to) => !/^[a-z]+:/.test(to) && !existsSync(path.join(home, path.dirname(file), to)));
      expect(dead).toEqual([]);
    },
  );
});
