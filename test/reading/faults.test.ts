import { readFileSync } from "node:fs";
import path from "node:path";
import { utils, write } from "@e965/xlsx";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { gb18030 } from "../../pipelines/demo/gb18030.ts";
import { organisation } from "../../pipelines/index.ts";
import { inspect } from "../../src/inspect.ts";
import { registersOf } from "../../src/organisation.ts";
import { openWorkbook } from "../../src/workbook.ts";

/**
 * Every register's example with one fault put in, as it happens on the way from Excel to a chat to a folder: the rows
 * must come out as they were, or be refused; at most one row is lost to a fault in one row, and none is ever wrong.
 */
const rooms = path.join(import.meta.dirname, "..", "..", "pipelines");
const registers = registersOf(organisation);
const examples = registers.map((register) => ({
  id: register.id,
  register,
  text: readFileSync(path.join(rooms, register.room, "examples", `${register.id}.csv`), "utf8").trimEnd(),
}));

type Table = string[][];
const parsed = (text: string): Table => Papa.parse<string[]>(text).data;
const written = (table: Table, delimiter = ","): string => Papa.unparse(table, { newline: "\n", delimiter });
const body = (change: (row: string[], i: number) => string[]) => (table: Table) =>
  table.map((row, i) => (i === 0 ? row : change(row, i)));

/** Faults of the whole file: nothing may be lost. */
const texts: Record<string, (table: Table) => string | Uint8Array> = {
  "GB18030 without a mark": (t) => gb18030(written(t)),
  "a UTF-8 mark": (t) => `\ufeff${written(t)}`,
  "UTF-16 with a mark": (t) => new Uint8Array(Buffer.from(`\ufeff${written(t)}`, "utf16le")),
  "lines that end in CRLF": (t) => written(t).replaceAll("\n", "\r\n"),
  "lines that end in CR": (t) => written(t).replaceAll("\n", "\r"),
  semicolons: (t) => written(t, ";"),
  tabs: (t) => written(t, "\t"),
  bars: (t) => written(t, "|"),
  "every cell in quotes": (t) => Papa.unparse(t, { newline: "\n", quotes: true }),
  "Excel's line for the separator": (t) => `sep=,\n${written(t)}`,
  "a title, a blank line and notes above": (t) =>
    `2018年第四季度台账\n\n填报单位：镜湖区总工会,填报日期：2019年1月5日\n${written(t)}`,
  "signatures and notes below": (t) => `${written(t)}\n填表人：张拟甲,审核人：李拟乙\n注：每季度报送一次`,
  "a total without numbers below": (t) => `${written(t)}\n合计`,
  "blank rows between": (t) => t.map((row) => written([row])).join("\n\n"),
  "rows of nothing but separators": (t) => `${written(t)}\n${",".repeat((t[0]?.length ?? 1) - 1)}\n`,
  "blank columns on the right": (t) => written(t.map((row) => [...row, "", ""])),
  "a blank column on the left": (t) => written(t.map((row) => ["", ...row])),
  "序号 in front": (t) => written(t.map((row, i) => [i === 0 ? "序号" : String(i), ...row])),
  "备注 behind": (t) => written(t.map((row, i) => [...row, i === 0 ? "备注" : ""])),
  "columns in another order": (t) => written(t.map((row) => [...row].reverse())),
  "spaces around every cell": (t) =>
    written(t.map((row) => row.map((cell) => (cell === "" ? "" : ` ${cell} `)))),
  "starred headers with remarks": (t) =>
    written(t.map((row, i) => (i === 0 ? row.map((h) => `*${h}（必填）`) : row))),
  "spaces inside headers": (t) =>
    written(t.map((row, i) => (i === 0 ? row.map((h) => [...h].join(" ")) : row))),
  "the header repeated on a second page": (t) => written([...t.slice(0, 3), t[0] as string[], ...t.slice(3)]),
  "the end-of-file mark of old systems": (t) => `${written(t)}\n\u001a`,
  "a title in a merged row": (t) =>
    written([["2018年台账", ...Array((t[0]?.length ?? 1) - 1).fill("")], ...t]),
};

const book = (cells: (string | number | Date)[][], name = "Sheet1"): Uint8Array => {
  const file = utils.book_new();
  utils.book_append_sheet(file, utils.aoa_to_sheet(cells), name);
  return new Uint8Array(write(file, { type: "array", bookType: "xlsx", compression: true }));
};

/** As Excel itself would hold them: days as days, short numbers as numbers, all else as text. */
const typed = (cell: string, i: number): string | number | Date => {
  if (i > 0 && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return new Date(`${cell}T00:00:00Z`);
  return /^(?:0|[1-9]\d{0,8})(?:\.\d{1,2})?$/.test(cell) ? Number(cell) : cell;
};

const workbooks: Record<string, (table: Table) => Uint8Array> = {
  "a workbook of texts": (t) => book(t),
  "a workbook of days and numbers": (t) => book(t.map((row, r) => row.map((cell) => typed(cell, r)))),
  "a workbook with a title and a total": (t) => book([["2018年台账"], [], ...t, ["合计"]]),
};

/** Faults of one row: that row may be refused. */
const damaging: Record<string, (table: Table) => string> = {
  "a separator too many in one row": (t) => {
    const lines = written(t).split("\n");
    lines[2] = `${lines[2]},多`;
    return lines.join("\n");
  },
  "a separator lost in one row": (t) => {
    const rows = t.map((row) => [...row]);
    const row = rows[2] as string[];
    const lines = rows.map((r) => written([r]));
    lines[2] = written([[`${row[0]}${row[1]}`, ...row.slice(2)]]);
    return lines.join("\n");
  },
  "a row cut off": (t) => {
    const lines = t.map((row) => written([row]));
    lines[2] = written([(t[2] as string[]).slice(0, 2)]);
    return lines.join("\n");
  },
  "a quotation mark that is never closed": (t) => {
    const lines = t.map((row) => written([row]));
    lines[2] = `"${lines[2]}`;
    return lines.join("\n");
  },
  "a cell cut by a line break": (t) => {
    const lines = t.map((row) => written([row]));
    lines[2] = (lines[2] as string).replace(/^(..)/, "$1\n");
    return lines.join("\n");
  },
  "an Excel error in one cell": (t) =>
    written(body((row, i) => (i === 2 ? ["#REF!", ...row.slice(1)] : row))(t)),
  "the first cell of one row lost": (t) =>
    written(body((row, i) => (i === 2 ? ["", ...row.slice(1)] : row))(t)),
};

const clean = (text: string): Set<string> =>
  new Set(
    inspect(Buffer.from(text), registers, "zh", openWorkbook).flatMap(({ understood }) =>
      (understood?.rows ?? []).map((row) => JSON.stringify(row)),
    ),
  );

describe.each(examples)("$id", ({ id, text }) => {
  const table = parsed(text);
  const wanted = clean(text);

  it("is read whole as it stands", () => expect(wanted.size).toBe(table.length - 1));

  it.each(Object.entries({ ...texts, ...workbooks }))("with %s loses nothing", (_, fault) => {
    const made = fault(table);
    const seen = inspect(typeof made === "string" ? Buffer.from(made) : made, registers, "zh", openWorkbook);
    const rows = seen.flatMap(({ understood }) => (understood?.rows ?? []).map((row) => JSON.stringify(row)));
    expect(seen.map(({ inspection }) => inspection.register)).toEqual(seen.map(() => id));
    expect(rows.filter((row) => !wanted.has(row))).toEqual([]);
    expect(rows.length).toBe(wanted.size);
    expect(seen.reduce((n, { inspection }) => n + inspection.refused, 0)).toBe(0);
  });

  // Where the first column may be empty, nobody can tell that its cell was lost.
  const first = registers.find((r) => r.id === id)?.fields ?? {};
  const optional = Object.values(first)[0]?.optional;
  const faults = Object.entries(damaging).filter(
    ([name]) => !(optional && name.startsWith("the first cell")),
  );

  it.each(faults)("with %s loses one row at most, and has none wrong", (_, fault) => {
    const seen = inspect(Buffer.from(fault(table)), registers, "zh", openWorkbook);
    const rows = seen.flatMap(({ understood }) => (understood?.rows ?? []).map((row) => JSON.stringify(row)));
    expect(rows.filter((row) => !wanted.has(row))).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(wanted.size - 1);
    expect(seen.reduce((n, { inspection }) => n + inspection.refused, 0)).toBeLessThanOrEqual(1);
  });
});
