import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rosters } from "../pipelines/rosters/index.ts";
import { visits } from "../pipelines/visits/index.ts";
import { buildWarehouse } from "../src/node/build_warehouse.ts";
import { enter, prepareLedger } from "../src/node/ledger.ts";
import { settle } from "../src/node/settle.ts";
import { prepareStages } from "../src/node/stage.ts";
import { StagedRows } from "../src/node/staged_rows.ts";
import { openWarehouse } from "../src/node/warehouse.ts";
import type { Register } from "../src/register.ts";

const registers = [...rosters.registers, ...visits.registers];
/** More than DuckDB writes at once, in a warehouse that is big enough for two threads. */
const many = 300_000;

describe("settling", () => {
  const out = mkdtempSync(path.join(os.tmpdir(), "taizhang-settle-"));
  let counted: Record<string, string | null> = {};
  beforeAll(async () => {
    await buildWarehouse(out, 100_000_000, async (warehouse, records) => {
      await prepareLedger(warehouse);
      await prepareStages(warehouse, registers);
      await enter(warehouse, "files", [
        [0, "a", "a", ...Array.from({ length: 9 }, () => null), 0, ...Array.from({ length: 6 }, () => 0)],
      ]);
      await warehouse.run(`
        INSERT INTO staging.enterprises (_file, _line, enterprise_id, enterprise_name) VALUES (0, 1, 'E', '甲');
        INSERT INTO staging.cadres (_file, _line, cadre_id) VALUES (0, 2, 'G');
        CREATE TEMP TABLE handed AS
        SELECT 0 AS _file, i::INTEGER + 3 AS _line, 'V' || i AS visit_id, '2018-01-01' AS visit_day, 'E' AS enterprise_id,
          CASE WHEN i % 3 = 0 THEN 'G' ELSE 'X' END AS cadre_id
        FROM range(${many}) t(i);
        INSERT INTO staging.visits BY NAME FROM handed LIMIT 1`);
      // The others wait as an earlier run left them.
      const register = registers.find(({ id }) => id === "visits") as Register;
      const parquet = path.join(records, "0.parquet");
      await warehouse.run(`
        CREATE TEMP TABLE waiting AS FROM staging.visits LIMIT 0;
        INSERT INTO waiting BY NAME FROM handed WHERE _line > 3;
        COPY waiting TO '${parquet}' (FORMAT parquet);
        DROP TABLE waiting`);
      const staged = { register, parquet, listed: new Set<string>(), sent: new Map(), read: () => [] };
      const inBulk = { bulk: new StagedRows(warehouse, staged, 0, "a"), kept: new Map() };
      await settle(warehouse, registers, [{ table: { header: { register } }, inBulk }] as never);
      await inBulk.bulk.drop();
      await warehouse.run("DROP SCHEMA staging CASCADE; DROP TABLE temp.handed");
    });
    const warehouse = await openWarehouse(out);
    [counted = {}] = await warehouse.rows(`
      SELECT (SELECT count(*) FROM visits.visits) AS kept,
        (SELECT bool_and(inOrder) FROM (SELECT _line >= lag(_line, 1, 0) OVER (ORDER BY rowid) AS inOrder FROM visits.visits)) AS sorted, (SELECT count(*) FROM intake.set_aside) AS refused,
        (SELECT count(*) FROM intake.problems) AS told`);
    warehouse.close();
  }, 120_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("loses no row and keeps their order where a great many of those that wait are refused", () => {
    const kept = many / 3;
    const refused = String(many - kept);
    expect(counted).toEqual({ kept: String(kept), refused, told: refused, sorted: "true" });
  });
});
