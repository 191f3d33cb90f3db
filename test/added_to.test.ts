import { describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { addedTo } from "../src/node/grow/added_to.ts";
import { cameIn } from "../src/node/grow/came.ts";
import { statementsOf } from "../src/node/model.ts";
import { registersOf } from "../src/organisation.ts";
import type { Register } from "../src/register.ts";
import { rooms } from "./workbench.ts";

const registers = registersOf(organisation);
const visits = registers.find(({ room, id }) => `${room}.${id}` === "visits.visits") as Register;
const came = cameIn(["$1 '二'.csv"]);
const each = (sql: string): string => `-- grain: 一行 | a row\n-- each: visits.visits\n${sql}`;
const made = "CREATE OR REPLACE TABLE visits.ways AS SELECT DISTINCT method FROM";

describe("a model of which each row comes from one row of a register", () => {
  it("is added to what the rows that came make", () => {
    expect(addedTo(each(`${made} visits.visits WHERE method <> ';'`), visits, came)).toBe(
      `INSERT INTO visits.ways (SELECT DISTINCT method FROM (FROM "visits"."visits" WHERE _file IN ('$1 ''二''.csv')) AS "visits" WHERE method <> ';') EXCEPT FROM visits.ways`,
    );
  });

  it.each([
    ["does not say so", `${made} visits.visits`],
    [
      "says it of another register",
      each(`${made} visits.problems`).replace("each: visits.visits", "each: visits.problems"),
    ],
    ["has a row as often as it is made", each(`${made} visits.visits`.replace("DISTINCT ", ""))],
    ["is a view", each(`${made} visits.visits`.replace("TABLE", "VIEW"))],
    ["calls the register otherwise", each(`${made} visits.visits AS v`)],
  ])("is made anew where it %s", (_, statement) => {
    expect(addedTo(statement, visits, came)).toBeUndefined();
  });

  it("is written so that it can be added to, wherever it says so", () => {
    const said = organisation.rooms
      .flatMap((room) => statementsOf(room, rooms))
      .filter((statement) => /^-- each:/m.test(statement) && !/\bCREATE OR REPLACE VIEW\b/.test(statement));
    expect(said.length).toBeGreaterThan(2);
    for (const statement of said)
      expect(registers.map((register) => addedTo(statement, register, came)).filter(Boolean)).toHaveLength(1);
  });
});
