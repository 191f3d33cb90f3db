import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { filesBelow, home } from "./workbench.ts";

const imported = (file: string): string[] =>
  [...readFileSync(path.join(home, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)]
    .map((match) => match[1] as string)
    .map((to) => (to.startsWith(".") ? path.join(path.dirname(file), to) : to));

const sources = ["src", "pipelines"].flatMap((folder) =>
  filesBelow(path.join(home, folder))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join(folder, file)),
);

const within = (to: string, ...folders: string[]): boolean =>
  !/^(src|pipelines|reports|test)\b/.test(to) || folders.some((folder) => to.startsWith(folder));

/** Files directly in src/: they run in Node and in the browser. */
const isShared = (file: string): boolean => /^src\/[^/]+\.ts$/.test(file) && file !== "src/cli.ts";

const offenders = (files: readonly string[], allowed: (to: string) => boolean): string[] =>
  files.flatMap((file) =>
    imported(file)
      .filter((to) => !allowed(to))
      .map((to) => `${file} → ${to}`),
  );

describe("import direction", () => {
  it("shared files import shared files only, and nothing of Node", () => {
    const found = offenders(
      sources.filter(isShared),
      (to) => !to.startsWith("node:") && (!to.startsWith("src/") || isShared(to)) && within(to, "src/"),
    );
    expect(found).toEqual([]);
  });

  it("the engine never imports what is particular to an organisation", () => {
    const engine = sources.filter((file) => file.startsWith("src/") && file !== "src/cli.ts");
    expect(offenders(engine, (to) => within(to, "src/"))).toEqual([]);
  });

  it("a room imports shared files, shared lists and itself", () => {
    for (const { id } of organisation.rooms) {
      const own = sources.filter((file) => file.startsWith(`pipelines/${id}/`));
      expect(own.length).toBeGreaterThan(0);
      const found = offenders(
        own,
        (to) =>
          isShared(to) ||
          to === "pipelines/lists.ts" ||
          !/^(src|pipelines)\//.test(to) ||
          to.startsWith(`pipelines/${id}/`),
      );
      expect(found).toEqual([]);
    }
  });

  it("the engine names no register", () => {
    const names = organisation.rooms.flatMap((room) => room.registers.map((r) => `${room.id}.${r.id}`));
    const engine = sources.filter((file) => file.startsWith("src/node/"));
    for (const file of engine) {
      const text = readFileSync(path.join(home, file), "utf8").replace(/legal_aid\.recovered/g, "");
      expect(
        names.filter((name) => text.includes(name)),
        file,
      ).toEqual([]);
    }
  });
});
