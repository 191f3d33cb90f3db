import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { buildWarehouse } from "../src/node/build_warehouse.ts";
import { glossaryOf } from "../src/node/glossary.ts";
import { modelWords } from "../src/node/model_words.ts";
import { personalColumns } from "../src/node/personal.ts";
import { statements } from "../src/node/sql.ts";
import { openWarehouse } from "../src/node/warehouse.ts";
import type { Organisation } from "../src/organisation.ts";
import { Workbench } from "./workbench.ts";

const bench = new Workbench();
afterAll(() => bench.clear());

const legal: Organisation = {
  ...organisation,
  rooms: organisation.rooms.filter(({ id }) => id === "legal_aid"),
};

/** A folder of rooms in which legal aid has this model.sql. */
const roomsWith = (name: string, sql: string): string => {
  const folder = path.join(bench.folder, name);
  mkdirSync(path.join(folder, "legal_aid"), { recursive: true });
  writeFileSync(path.join(folder, "legal_aid", "model.sql"), sql);
  return folder;
};

describe("the words of a model", () => {
  const sql = `-- What the file is about.
-- column: area | 地区 | area

-- grain: 每行一件案件 | one row per case
-- Reads something.
-- column: received | 到账（元） | received, in yuan
CREATE OR REPLACE TABLE legal_aid.one AS
SELECT case_id, area, 1 AS received, 2 AS amount FROM legal_aid.cases JOIN legal_aid.receipts USING (case_id);

-- grain: one row in English only
CREATE OR REPLACE TABLE legal_aid.two AS SELECT * FROM legal_aid.one JOIN legal_aid.consultations USING (area);`;

  it("stand above its statement, those of all its file's tables above the first blank line", () => {
    const [one, two] = modelWords(statements(sql));
    expect(one).toMatchObject({
      model: "legal_aid.one",
      grain: { zh: "每行一件案件", en: "one row per case" },
    });
    expect([...(one?.columns.keys() ?? [])]).toEqual(["area", "received"]);
    expect(two?.grain).toBeUndefined();
    expect([...(two?.columns.keys() ?? [])]).toEqual(["area"]);
  });

  it("are those of what it is made from, unless two of these differ", () => {
    const glossary = glossaryOf(legal, roomsWith("words", sql));
    const two = glossary.get("legal_aid.two")?.columns;
    expect(two?.get("received")).toEqual({ zh: "到账（元）", en: "received, in yuan" });
    expect(two?.get("case_id")).toEqual({ zh: "案件编号", en: "case number" });
    expect(two?.get("area")?.zh).toBe("地区");
    // 渠道 of a consultation came by no other way; 涉及人数 comes from the case.
    expect(two?.get("channel")?.zh).toBe("渠道");
    expect(glossary.get("legal_aid.one")?.columns.get("amount")?.zh).toBe("到账金额（元）");
    const both = roomsWith(
      "both",
      "CREATE OR REPLACE TABLE legal_aid.both AS SELECT level, unit_name FROM legal_aid.cases, legal_aid.service_units, legal_aid.lawyers",
    );
    const unsaid = glossaryOf(legal, both).get("legal_aid.both")?.columns;
    expect(unsaid?.get("unit_name")?.zh).toBe("单位名称");
    // 单位代码 of the unit, 服务单位代码 of the lawyer: which it is must be said.
    expect(unsaid?.get("unit_id")).toBeUndefined();
  });
});

describe("personal columns", () => {
  const personal = async (name: string, sql: string) => {
    const out = path.join(bench.folder, `out-${name}`);
    await buildWarehouse(out, 0, async (warehouse) => {
      await warehouse.run(`
        CREATE SCHEMA legal_aid;
        CREATE TABLE legal_aid.cases (case_id VARCHAR, applicant_name VARCHAR, id_number VARCHAR, phone VARCHAR,
          case_lawyer VARCHAR, employer VARCHAR, people BIGINT);
        CREATE TABLE legal_aid.receipts (voucher_id VARCHAR, case_id VARCHAR)`);
      for (const statement of statements(sql)) await warehouse.run(statement);
    });
    const warehouse = await openWarehouse(out);
    try {
      const found = await personalColumns(warehouse, legal, roomsWith(name, sql));
      return (table: string) => {
        const one = found.get(`legal_aid.${table}`);
        return one?.unclear ? "unclear" : [...(one?.columns ?? ["not known"])].sort();
      };
    } finally {
      warehouse.close();
    }
  };

  it("are followed under whatever name and through whatever query they come", async () => {
    const of = await personal(
      "followed",
      `
CREATE TABLE legal_aid.plain AS SELECT * FROM legal_aid.cases;
CREATE TABLE legal_aid.without AS SELECT * EXCLUDE (applicant_name, id_number, phone, case_lawyer) FROM legal_aid.cases;
CREATE TABLE legal_aid.renamed AS SELECT case_id, upper(applicant_name) AS title FROM legal_aid.cases;
CREATE TABLE legal_aid.again AS SELECT case_id AS code, title AS heading FROM legal_aid.renamed;
CREATE TABLE legal_aid.known AS SELECT case_id, phone IS NOT NULL AS has_phone, count(id_number) AS n FROM legal_aid.cases GROUP BY ALL;
CREATE TABLE legal_aid.parts AS
WITH a AS (SELECT case_id, applicant_name || phone AS who FROM legal_aid.cases),
b(x, y) AS (SELECT case_id, who FROM a)
SELECT case_id, (SELECT max(who) FROM a) AS most, string_agg(y, '、') AS all_of_them, 1 AS one FROM a, b GROUP BY ALL;
CREATE TABLE legal_aid.stacked AS SELECT employer AS called FROM legal_aid.cases UNION ALL SELECT applicant_name FROM legal_aid.cases;
CREATE TABLE legal_aid.whole AS SELECT case_id, to_json(c) AS everything FROM legal_aid.cases AS c;
CREATE TABLE legal_aid.replaced AS SELECT * EXCLUDE (applicant_name, id_number, phone) REPLACE (case_lawyer AS employer) FROM legal_aid.cases;
CREATE TABLE legal_aid.unnamed AS SELECT case_id, lower(case_lawyer) FROM legal_aid.cases;
CREATE TABLE legal_aid.quoted AS SELECT "applicant_name" AS "who" FROM "legal_aid" . "cases";
CREATE TABLE legal_aid.apart AS SELECT voucher_id AS phone FROM legal_aid.receipts`,
    );
    expect(of("plain")).toEqual(["applicant_name", "case_lawyer", "id_number", "phone"]);
    expect(of("without")).toEqual([]);
    expect(of("renamed")).toEqual(["title"]);
    expect(of("again")).toEqual(["heading"]);
    expect(of("known")).toEqual([]);
    expect(of("parts")).toEqual(["all_of_them", "most"]);
    expect(of("stacked")).toEqual(["called"]);
    expect(of("whole")).toEqual(["everything"]);
    expect(of("replaced")).toEqual(["case_lawyer", "employer"]);
    expect(of("unnamed")).toEqual(["lower(case_lawyer)"]);
    expect(of("quoted")).toEqual(["who"]);
    expect(of("apart")).toEqual([]);
  });

  it("that cannot be told apart keep the whole table back", async () => {
    const of = await personal(
      "unclear",
      `
CREATE TABLE legal_aid.few AS SELECT case_id, employer FROM legal_aid.cases;
CREATE TABLE legal_aid.mixed AS SELECT * FROM legal_aid.few UNION ALL SELECT applicant_name, phone FROM legal_aid.cases`,
    );
    expect(of("few")).toEqual([]);
    expect(of("mixed")).toBe("unclear");
    await expect(
      personal(
        "inserted",
        "CREATE TABLE legal_aid.few AS SELECT case_id FROM legal_aid.cases; INSERT INTO legal_aid.few SELECT phone FROM legal_aid.cases",
      ),
    ).rejects.toThrow(/model\.sql 第 2 条语句用到含个人信息的表/);
  });
});
