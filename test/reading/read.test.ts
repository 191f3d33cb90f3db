import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { organisation } from "../../pipelines/index.ts";
import { inspect } from "../../src/inspect.ts";
import { registersOf } from "../../src/organisation.ts";
import { read } from "../../src/read.ts";
import type { Values } from "../../src/row.ts";
import { openWorkbook } from "../../src/workbook.ts";

const registers = registersOf(organisation);
const encoder = new TextEncoder();

const counts = (bytes: Uint8Array) => {
  let rows = 0;
  const open = () => ({
    row: () => {
      rows += 1;
    },
    problem: () => {},
  });
  const { tables } = read(bytes, registers, open, openWorkbook);
  const sum = (key: "read" | "refused"): number => tables.reduce((n, table) => n + table[key], 0);
  return { read: sum("read"), refused: sum("refused"), rows };
};

describe("reading anything", () => {
  it("never throws, and accounts for every row, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const { rows, read: n, refused } = counts(bytes);
        expect(n).toBe(rows + refused);
      }),
    );
  });

  it("accounts for every row under a known header, whatever the cells", () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30, unit: "grapheme" }),
      fc.constantFrom("2018-10-10", "实地", "", '"', "\n", "合计"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 12 }), (table) => {
        const text = Papa.unparse([["走访日期", "统一社会信用代码", "干部编号", "走访方式"], ...table], {
          newline: "\n",
        });
        const { rows, read: n, refused } = counts(encoder.encode(text));
        expect(n).toBe(rows + refused);
        for (const { inspection } of inspect(encoder.encode(text), registers, "zh", openWorkbook))
          expect(inspection.read).toBe(inspection.accepted + inspection.refused + inspection.repeated);
      }),
    );
  });

  it("gives every sound row back as it was written, at its physical line", () => {
    const row = fc.record({
      day: fc
        .date({ min: new Date("2018-01-01"), max: new Date("2018-12-31"), noInvalidDate: true })
        .map((d) => d.toISOString().slice(0, 10)),
      note: fc.string({ maxLength: 20 }).map((s) => `x${s.replace(/[^ -~]/g, "")}\ny`),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (table) => {
        const rows = table.map((r, i) => [r.day, "91990101MA0000001Y", `G${i}`, "实地", r.note]);
        const text = Papa.unparse(
          [["走访日期", "统一社会信用代码", "干部编号", "走访方式", "走访内容"], ...rows],
          { newline: "\n" },
        );
        const got: [string | null | undefined, number][] = [];
        const open = () => ({
          row: (values: Values, line: number) => got.push([values[1], line]),
          problem: () => {},
        });
        read(encoder.encode(text), registers, open, openWorkbook);
        expect(got).toEqual(table.map((r, i) => [r.day, 2 + i * 2]));
      }),
    );
  });
});
