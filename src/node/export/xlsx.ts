import { writeFileSync } from "node:fs";
import path from "node:path";
import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import { Failure } from "../failure.ts";
import type { Column, Row, Table, Writer } from "./table.ts";

/** What Excel can hold: rows of a sheet, characters of a cell, digits of a number. */
const most = { rows: 1_048_576, characters: 32_767, digits: 15 };

const book = "taizhang.xlsx";
const dictionary = "字典 dictionary";

const format = (column: Column, row: Row): string => {
  if (column.shownAs) return column.shownAs(row);
  return column.kind.is === "decimal" ? `#,##0${column.kind.scale === 2 ? ".00" : ".######"}` : "0";
};

const digitsOf = (text: string): number => text.replace(/^-?[0.]*|\D/g, "").replace(/0+$/, "").length;

/** Days since Excel's day 0; before March 1900 its calendar has a day that never was. */
const serial = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;

const cellOf = (column: Column, row: Row, text: string): CellObject => {
  const { is } = column.kind;
  if (is === "yesNo") return { t: "b", v: text === "true" };
  if (is === "day" && serial(text) > 60) return { t: "n", v: serial(text), z: "yyyy-mm-dd" };
  // A number that Excel would cut off stays the text that it is.
  if ((is === "whole" || is === "decimal") && digitsOf(text) <= most.digits)
    return { t: "n", v: Number(text), z: format(column, row) };
  return { t: "s", v: text };
};

/** A sheet's name: at most 31 characters, none twice. */
const naming = (): ((wanted: string) => string) => {
  const taken = new Set<string>([dictionary]);
  return (wanted) => {
    let name = wanted.slice(0, 31);
    for (let n = 2; taken.has(name.toLowerCase()); n++)
      name = `${wanted.slice(0, 30 - String(n).length)}~${n}`;
    taken.add(name.toLowerCase());
    return name;
  };
};

const tooMuch = (table: Table, zh: string, en: string): Failure =>
  new Failure(
    `${table.name} ${zh}，Excel 放不下；请改用 --format csv 或 --format parquet`,
    `${table.name} ${en}, which Excel cannot hold; use --format csv or --format parquet`,
  );

const sheetOf = async (table: Table): Promise<WorkSheet> => {
  const rows: (CellObject | null)[][] = [table.columns.map(({ name }): CellObject => ({ t: "s", v: name }))];
  for await (const some of table.rows())
    for (const row of some) {
      if (rows.length === most.rows)
        throw tooMuch(table, `超过 ${most.rows - 1} 行`, `has more than ${most.rows - 1} rows`);
      rows.push(
        table.columns.map((column, i) => {
          const text = row[i] ?? null;
          if (text !== null && text.length > most.characters)
            throw tooMuch(
              table,
              `有一格超过 ${most.characters} 字`,
              `has a cell of more than ${most.characters} characters`,
            );
          return text === null ? null : cellOf(column, row, text);
        }),
      );
    }
  const sheet = utils.aoa_to_sheet(rows as CellObject[][], { dense: true });
  sheet["!cols"] = table.columns.map(({ name, kind }) => ({
    wch: Math.max(name.length + 2, kind.is === "text" ? 16 : 12),
  }));
  if (sheet["!ref"] !== undefined) sheet["!autofilter"] = { ref: sheet["!ref"] };
  return sheet;
};

const typeWords: Readonly<Record<Column["kind"]["is"], string>> = {
  text: "文本 text",
  whole: "整数 whole number",
  decimal: "小数 decimal",
  day: "日期 day",
  yesNo: "是/否 yes or no",
};

/**
 * One workbook: a sheet that says what every table and column is, then a sheet per table. Codes are text, days are
 * dates, numbers are numbers shown in their unit; text is stored as text, which Excel never runs.
 */
export const xlsxWriter = (folder: string): Writer => {
  const sheets: [string, WorkSheet][] = [];
  const told: string[][] = [
    ["工作表 sheet", "栏目 column", "说明", "description", "类型 type", "单位 unit", "主键 key"],
  ];
  const name = naming();
  const named = new Map<string, string>();
  const nameOf = (table: Table): string => {
    const known = named.get(table.name) ?? name(table.name);
    named.set(table.name, known);
    return known;
  };
  return {
    fileOf: () => book,
    sheetOf: nameOf,
    write: async (table) => {
      const own = nameOf(table);
      sheets.push([own, await sheetOf(table)]);
      told.push([own, "", table.words.zh, table.words.en, "", "", ""]);
      for (const { name, words, kind, unit } of table.columns)
        told.push([
          own,
          name,
          words.zh,
          words.en,
          typeWords[kind.is],
          unit ? `${unit.zh} ${unit.en}` : "",
          table.key?.includes(name) ? "✓" : "",
        ]);
    },
    close: async (whole) => {
      if (!whole) return;
      const first = utils.aoa_to_sheet(told, { dense: true });
      first["!cols"] = [28, 22, 48, 60, 20, 10, 10].map((wch) => ({ wch }));
      const workbook = utils.book_new();
      for (const [id, sheet] of [[dictionary, first] as const, ...sheets])
        utils.book_append_sheet(workbook, sheet, id);
      writeFileSync(
        path.join(folder, book),
        write(workbook, { type: "buffer", bookType: "xlsx", compression: true, bookSST: true }),
      );
    },
  };
};
