import { writeFileSync } from "node:fs";
import path from "node:path";
import * as arrow from "apache-arrow";
import type { Column, Kind, Row, Table, Writer } from "./table.ts";

/** Rows that one record batch holds at most. */
const size = 65_536;

const typeOf = (kind: Kind): arrow.DataType =>
  kind.is === "decimal"
    ? new arrow.Decimal(kind.scale, kind.precision)
    : {
        text: () => new arrow.Utf8(),
        whole: () => new arrow.Int64(),
        day: () => new arrow.DateDay(),
        yesNo: () => new arrow.Bool(),
      }[kind.is]();

/** Exact decimal text as so many units of its last place; further places are zeros or the text is not what it should be. */
const unscaled = (text: string, scale: number): bigint => {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  if (/[1-9]/.test(fraction.slice(scale))) throw new Error(`${text} has more than ${scale} decimals`);
  const units = BigInt(whole + fraction.slice(0, scale).padEnd(scale, "0"));
  return text.startsWith("-") ? -units : units;
};

const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

const bits = (flags: readonly boolean[]): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  flags.forEach((flag, i) => {
    if (flag) bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (1 << (i & 7));
  });
  return bytes;
};

const textData = (cells: Row): { data: Uint8Array; valueOffsets: Int32Array } => {
  const data = Buffer.from(cells.map((cell) => cell ?? "").join(""));
  const valueOffsets = new Int32Array(cells.length + 1);
  cells.forEach((cell, i) => {
    valueOffsets[i + 1] = (valueOffsets[i] ?? 0) + Buffer.byteLength(cell ?? "");
  });
  return { data, valueOffsets };
};

const numbers = (kind: Kind, cells: Row): ArrayBufferView => {
  if (kind.is === "decimal") {
    const words = new BigUint64Array(cells.length * 2);
    cells.forEach((cell, i) => {
      const units = cell === null ? 0n : unscaled(cell, kind.scale);
      words[2 * i] = BigInt.asUintN(64, units);
      words[2 * i + 1] = BigInt.asUintN(64, units >> 64n);
    });
    return new Uint32Array(words.buffer);
  }
  if (kind.is === "whole") return BigInt64Array.from(cells, (cell) => BigInt(cell ?? 0));
  if (kind.is === "day") return Int32Array.from(cells, (cell) => (cell === null ? 0 : dayNumber(cell)));
  return bits(cells.map((cell) => cell === "true"));
};

/** A column of a batch, laid out as Arrow wants it; going through one value at a time would take ten times as long. */
const dataOf = ({ kind }: Column, cells: Row): arrow.Data => {
  const missing = cells.filter((cell) => cell === null).length;
  return arrow.makeData({
    type: typeOf(kind),
    length: cells.length,
    nullCount: missing,
    ...(missing > 0 && { nullBitmap: bits(cells.map((cell) => cell !== null)) }),
    ...(kind.is === "text" ? textData(cells) : { data: numbers(kind, cells) }),
  } as Parameters<typeof arrow.makeData>[0]);
};

const batchOf = (schema: arrow.Schema, { columns }: Table, rows: readonly Row[]): arrow.RecordBatch =>
  new arrow.RecordBatch(
    schema,
    arrow.makeData({
      type: new arrow.Struct(schema.fields),
      length: rows.length,
      nullCount: 0,
      children: columns.map((column, i) =>
        dataOf(
          column,
          rows.map((row) => row[i] ?? null),
        ),
      ),
    }),
  );

/** Arrow IPC files: decimals are Decimal128, days Date32, codes Utf8; schema and fields carry their words. */
export const arrowWriter = (folder: string): Writer => {
  const fileOf = ({ name }: Table): string => `${name}.arrow`;
  return {
    fileOf,
    write: async (table) => {
      const said = ({ zh, en }: Column["words"]) =>
        new Map([
          ["title_zh", zh],
          ["title_en", en],
        ]);
      const schema = new arrow.Schema(
        table.columns.map(
          (one) => new arrow.Field(one.name, typeOf(one.kind), one.required !== true, said(one.words)),
        ),
        said(table.words),
      );
      const batches: arrow.RecordBatch[] = [];
      let waiting: Row[] = [];
      for await (const rows of table.rows()) {
        for (const row of rows) waiting.push(row);
        if (waiting.length < size) continue;
        batches.push(batchOf(schema, table, waiting));
        waiting = [];
      }
      if (waiting.length > 0 || batches.length === 0) batches.push(batchOf(schema, table, waiting));
      writeFileSync(
        path.join(folder, fileOf(table)),
        arrow.tableToIPC(new arrow.Table(schema, batches), "file"),
      );
    },
    close: async () => {},
  };
};
