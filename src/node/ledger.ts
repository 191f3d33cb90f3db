import { INTEGER, VARCHAR } from "@duckdb/node-api";
import type { Problem } from "../problem.ts";
import { append } from "./append.ts";
import type { Warehouse } from "./warehouse.ts";

/** The book of what came in: every file, every problem, every row that was set aside. */
export const prepareLedger = (warehouse: Warehouse): Promise<void> =>
  warehouse.run(`
    CREATE SCHEMA intake;
    CREATE SCHEMA staging;
    CREATE TABLE intake.files (
      file_id INTEGER, path VARCHAR, file VARCHAR, sheet VARCHAR, sha256 VARCHAR, encoding VARCHAR, separator VARCHAR,
      header_line INTEGER, register VARCHAR, unit_name VARCHAR, period VARCHAR, filed DATE, place INTEGER,
      read BIGINT, accepted BIGINT, refused BIGINT, repeated BIGINT, superseded BIGINT, mended BIGINT);
    CREATE TABLE intake.registers (register VARCHAR, room VARCHAR, zh VARCHAR, en VARCHAR);
    CREATE TABLE intake.rooms (room VARCHAR, zh VARCHAR, en VARCHAR);
    CREATE TABLE intake.indicators (indicator VARCHAR, room VARCHAR, zh VARCHAR, en VARCHAR, unit VARCHAR, counted VARCHAR);
    CREATE TABLE intake.models (model VARCHAR, register VARCHAR);
    CREATE TABLE intake.columns (file_id INTEGER, position INTEGER, header VARCHAR, field VARCHAR);
    CREATE TABLE intake.problems (
      file_id INTEGER, line INTEGER, field VARCHAR, header VARCHAR, found VARCHAR,
      reason VARCHAR, slots VARCHAR, severity VARCHAR);
    CREATE TABLE intake.set_aside (file_id INTEGER, line INTEGER, register VARCHAR, fate VARCHAR, by_file INTEGER);
    CREATE TABLE intake.unkept_days (file_id INTEGER, register VARCHAR, day DATE);
    CREATE TABLE intake.mended (file_id INTEGER, line INTEGER, path VARCHAR, refused_line INTEGER);
    CREATE TABLE intake.bundles (
      file_id INTEGER, federation VARCHAR, fingerprint VARCHAR, quarter VARCHAR, as_of DATE, edition INTEGER, code VARCHAR,
      due BIGINT, received BIGINT);
    CREATE TABLE intake.bundles_inside (file_id INTEGER, federation VARCHAR, fingerprint VARCHAR);
    CREATE TABLE intake.forgotten (file_id INTEGER, line INTEGER, register VARCHAR, instead VARCHAR);
    CREATE TABLE intake.withheld (file_id INTEGER, line INTEGER, instead VARCHAR);
    CREATE TABLE intake.still_named (zh VARCHAR, en VARCHAR);
    CREATE TABLE intake.origin (hash VARCHAR);
    CREATE TABLE intake.growth (base VARCHAR, came VARCHAR, touched VARCHAR, added VARCHAR);
  `);

/** Writes rows of plain values into a table of the book. */
export const enter = async (
  warehouse: Warehouse,
  into: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> => {
  if (rows.length === 0) return;
  const types = (rows[0] ?? []).map((_, i) =>
    rows.some((row) => typeof row[i] === "number") ? INTEGER : VARCHAR,
  );
  await append(warehouse, "intake", into, types, rows);
};

/** A problem as it stands in the ledger. */
export const problemRow = (file: number, p: Problem): (string | number | null)[] => [
  file,
  p.line,
  p.field,
  p.header,
  p.found,
  p.fault.reason,
  p.fault.with ? JSON.stringify(p.fault.with) : null,
  p.severity,
];

/** Writes down what was wrong with a file. */
export const enterProblems = (
  warehouse: Warehouse,
  file: number,
  problems: readonly Problem[],
): Promise<void> =>
  enter(
    warehouse,
    "problems",
    problems.map((p) => problemRow(file, p)),
  );
