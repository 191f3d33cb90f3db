import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { prepareLedger } from "../src/node/ledger.ts";
import { Allowance, OpenLedger, Trace } from "../src/node/trace.ts";
import { openBeside } from "../src/node/warehouse.ts";
import type { Problem } from "../src/problem.ts";

const problem = (line: number): Problem => ({
  line,
  field: "day",
  header: "日期",
  found: "待定",
  fault: { reason: "cell.empty" },
  severity: "error",
});

it("what reading leaves is in the ledger, and held only as far as is allowed for all files together", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-"));
  const warehouse = await openBeside(folder);
  try {
    await prepareLedger(warehouse);
    const ledger = await OpenLedger.open(warehouse);
    const allowance = new Allowance(5);
    const traces = [1, 2, 3].map((id) => new Trace(id, ledger, allowance, id !== 3));
    const [small, big, unkept] = traces as [Trace, Trace, Trace];
    const tell = (trace: Trace, lines: number, accepted = false): void => {
      const sink = trace.sink(() => {});
      for (let line = 1; line <= lines; line++) {
        sink.raw?.({ line, cells: [] });
        if (accepted) sink.row([], line);
        else sink.problem(problem(line));
      }
    };
    tell(small, 1);
    tell(small, 9, true);
    tell(big, 4000);
    tell(unkept, 2);
    unkept.mend([7, "甲.csv", 8]);
    expect(traces.map(({ isHeld }) => isHeld)).toEqual([true, false, false]);
    expect(traces.map(({ problems, sent }) => [problems.length, sent.size])).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
    // What the big one had held is free again.
    expect([allowance.take(4), allowance.take(1)]).toEqual([true, false]);
    ledger.close();
    expect(
      await warehouse.rows(
        "SELECT file_id AS f, count(*) AS n, max(line) AS last FROM intake.problems GROUP BY 1 ORDER BY 1",
      ),
    ).toEqual([
      { f: "1", n: "1", last: "1" },
      { f: "2", n: "4000", last: "4000" },
      { f: "3", n: "2", last: "2" },
    ]);
    expect(await warehouse.rows("FROM intake.mended")).toEqual([
      { file_id: "3", line: "7", path: "甲.csv", refused_line: "8" },
    ]);
  } finally {
    warehouse.close();
    rmSync(folder, { recursive: true });
  }
});
