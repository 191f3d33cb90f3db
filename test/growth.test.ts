import { expect, it } from "vitest";
import { Added } from "../src/node/grow/growth.ts";
import { Touched } from "../src/node/grow/touched.ts";

/** Which of the statements, run in their order after rows came to two registers, make what rows were only added to. */
const addedBy = (...statements: readonly string[]): string[] => {
  const registers = ["visits.visits", "training.classes"];
  const [touched, added] = [new Touched(registers, false), new Added(registers)];
  for (const statement of statements) if (touched.remakes(statement)) added.see(statement, touched);
  return [...added.names].filter((name) => !registers.includes(name));
};
const view = (name: string, from: string): string =>
  `-- grain: 一行 | a row\n-- each: visits.visits\nCREATE OR REPLACE VIEW visits.${name} AS SELECT _file FROM ${from}`;

it("a view of which each row comes from one that came is added to, and so is a view of it", () => {
  expect(
    addedBy(view("log", "visits.visits JOIN rosters.links USING (id)"), view("tasks", "visits.log")),
  ).toEqual(["visits.log", "visits.tasks"]);
});

it.each([
  ["does not say so", [view("log", "visits.visits").replace("-- each: visits.visits\n", "")]],
  ["reads another register to which rows came", [view("log", "visits.visits, training.classes")]],
  [
    "says it of a register to which none came",
    [view("log", "visits.visits").replace("each: visits.visits", "each: rosters.links")],
  ],
  [
    "reads a table that is made anew",
    ["CREATE TABLE visits.days AS FROM visits.visits", view("log", "visits.visits, visits.days")],
  ],
  ["reads the ledger", [view("log", "visits.visits, intake.files")]],
  ["is a table", [view("log", "visits.visits").replace("VIEW", "TABLE")]],
])("but not one that %s", (_, statements) => {
  expect(addedBy(...statements)).toEqual([]);
});
