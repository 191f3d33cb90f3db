import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { name, table } from "../src/node/sql.ts";
import { dimensionsOf, registersOf } from "../src/organisation.ts";
import { filesBelow, type Workbench } from "./workbench.ts";

/** An enterprise of the demonstration, by its invented name. */
export const enterprise = /示范市[\u4e00-\u9fff]{4,10}有限公司/;

const personalValues = async (bench: Workbench): Promise<string[]> => {
  const queries = registersOf(organisation).flatMap(({ room, id, fields }) =>
    Object.entries(fields)
      .filter(([, field]) => field.personal && field.kind !== "list")
      .map(
        ([field]) =>
          `SELECT DISTINCT CAST(${name(field)} AS VARCHAR) AS value FROM ${table(room, id)} WHERE length(CAST(${name(field)} AS VARCHAR)) > 1`,
      ),
  );
  // 农民工 is a learner's category and also the name of a column of figures.
  const published = new Set(dimensionsOf(organisation).flatMap((d) => Object.keys(d.values ?? {})));
  return (await bench.rows(queries.join(" UNION ")))
    .map((row) => row.value as string)
    .filter((value) => !published.has(value));
};

const pair = (text: string, at: number): number => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);

/**
 * Looks for many texts at once, passing through a text once: each is filed under its first two characters and its
 * length, since thousands of numbers begin alike.
 */
const lookout = (values: readonly string[]): ((text: string) => string | undefined) => {
  const begins = new Uint8Array(65_536);
  const byStart = new Map<number, Map<number, Set<string>>>();
  for (const value of values) {
    begins[value.charCodeAt(0)] = 1;
    const byLength = byStart.get(pair(value, 0)) ?? new Map<number, Set<string>>();
    byStart.set(pair(value, 0), byLength);
    byLength.set(value.length, (byLength.get(value.length) ?? new Set()).add(value));
  }
  return (text) => {
    for (let at = 0; at < text.length - 1; at++) {
      if (begins[text.charCodeAt(at)] === 0) continue;
      for (const [length, known] of byStart.get(pair(text, at)) ?? []) {
        const here = text.slice(at, at + length);
        if (known.has(here)) return here;
      }
    }
    return undefined;
  };
};

/** Finds the first personal value of the warehouse in a text. */
export const personalLookout = async (bench: Workbench): Promise<(text: string) => string | undefined> => {
  const values = await personalValues(bench);
  expect(values.length).toBeGreaterThan(1000);
  const find = lookout(values);
  expect(find(`x${values[0]}y`)).toBe(values[0]);
  return find;
};

/** Reads every file of the folders that is not a library's own and looks for each personal value of the warehouse. */
export const expectNothingPersonal = async (bench: Workbench, folders: readonly string[]): Promise<void> => {
  const find = await personalLookout(bench);
  for (const folder of folders)
    for (const file of filesBelow(folder)) {
      // Printed sheets and pictures hold compressed text of the pages beside them.
      if (/(_npm|_observablehq|\.observablehq|node_modules)\/|\.(?:pdf|png)$/.test(file)) continue;
      const found = find(readFileSync(path.join(folder, file), "utf8"));
      expect(found === undefined, `${file} holds ${found?.slice(0, 1)}…`).toBe(true);
    }
};
