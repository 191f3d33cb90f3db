import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Offender } from "../offender.ts";
import type { Room } from "../register.ts";
import type { Words } from "../words.ts";
import { Failure } from "./failure.ts";
import { foundationsOf } from "./foundation.ts";
import { enter } from "./ledger.ts";
import { restingOn } from "./lineage.ts";
import { failing } from "./shortage.ts";
import { statements } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** The text of a file in a room's folder; empty where it has none. */
export const readRoomFile = (rooms: string, room: Room, file: string): string => {
  const full = path.join(rooms, room.id, file);
  return existsSync(full) ? readFileSync(full, "utf8") : "";
};

/** The statements of a room's model.sql, each with the comment above it. */
export const statementsOf = (room: Room, folder: string): string[] =>
  statements(readRoomFile(folder, room, "model.sql"));

/** Runs every room's model.sql, in the order of the rooms. @throws Failure that names file and statement */
export const model = async (warehouse: Warehouse, rooms: readonly Room[], folder: string): Promise<void> => {
  await enter(warehouse, "models", restingOn(rooms, foundationsOf(rooms, folder)));
  await modelBy(warehouse, rooms, folder, (statement) => statement);
};

/**
 * Runs something in place of every statement of the rooms' model.sql.
 * @param instead what is run; nothing where it gives nothing
 * @throws Failure that names file and statement
 */
export const modelBy = async (
  warehouse: Warehouse,
  rooms: readonly Room[],
  folder: string,
  instead: (statement: string) => string | undefined,
): Promise<void> => {
  for (const room of rooms) {
    await warehouse.run(`CREATE SCHEMA IF NOT EXISTS "${room.id}"`);
    for (const [i, statement] of statementsOf(room, folder).entries()) {
      const sql = instead(statement);
      if (sql === undefined) continue;
      await warehouse
        .run(sql)
        .catch(
          failing(`${room.id}/model.sql 第 ${i + 1} 条语句出错`, `${room.id}/model.sql, statement ${i + 1}`),
        );
    }
  }
};

/** What must never be: a query that returns the offenders. */
export interface Check {
  /** `room.check` */
  readonly id: string;
  readonly room: string;
  readonly words: Words;
  readonly severity: "error" | "warning";
  readonly sql: string;
  /** SQL of what rows of a register have in common that are held against each other, as `-- alike:` says; all where it does not. */
  readonly alike?: string;
}

const heading = /^--\s*check:\s*(\w+)\s*\|\s*(error|warning)\s*\|\s*(.+?)\s*\|\s*(.+?)\s*$/m;
const alikeLine = /^--\s*alike:\s*(.+?)\s*$/m;

/** The checks of a room, from its checks.sql. @throws Failure when one lacks its heading */
export const checksOf = (room: Room, folder: string): Check[] =>
  statements(readRoomFile(folder, room, "checks.sql")).map((sql, i) => {
    const match = heading.exec(sql);
    if (!match)
      throw new Failure(
        `${room.id}/checks.sql 第 ${i + 1} 条语句缺少“-- check: 名称 | error 或 warning | 中文 | English”一行`,
        `${room.id}/checks.sql, statement ${i + 1} lacks its line “-- check: id | error or warning | 中文 | English”`,
      );
    const [, id, severity, zh, en] = match as unknown as [string, string, Check["severity"], string, string];
    const alike = alikeLine.exec(sql)?.[1];
    return {
      id: `${room.id}.${id}`,
      room: room.id,
      words: { zh, en },
      severity,
      sql,
      ...(alike !== undefined && { alike }),
    };
  });

/** A check with the rows that offend against it. */
export interface Checked extends Omit<Check, "sql" | "alike"> {
  readonly count: number;
  /** Where the first of them stand, by file and line. */
  readonly rows: readonly Offender[];
}

/** Offenders of one check beyond this many are counted, not listed. */
export const listed = 200;

/** The first rows that offend against a check. @param most so many of them at most */
export const offendersIn = async (
  warehouse: Warehouse,
  { id, sql }: Pick<Check, "id" | "sql">,
  most: number,
): Promise<Offender[]> => {
  const rows = await warehouse
    .rows(`SELECT _file, _line FROM (${sql}\n) ORDER BY _file, _line NULLS FIRST LIMIT ${most}`)
    .catch(failing(`校验 ${id} 出错`, `check ${id}`));
  return rows.map(({ _file, _line }) => ({
    file: _file ?? null,
    line: _line == null ? null : Number(_line),
  }));
};

const offendersOf = async (warehouse: Warehouse, check: Check): Promise<Pick<Checked, "count" | "rows">> => {
  const rows = await offendersIn(warehouse, check, listed);
  // Counted beside the list, a million offenders would all be held at once.
  const [all] =
    rows.length < listed
      ? []
      : await warehouse
          .rows(`SELECT count(*) AS n FROM (${check.sql}\n)`)
          .catch(failing(`校验 ${check.id} 出错`, `check ${check.id}`));
  return { count: Number(all?.n ?? rows.length), rows };
};

/** What a check is known to find, so that it need not be asked. */
export type Known = (check: Check) => Checked | undefined | Promise<Checked | undefined>;

/** Runs the checks and finds the offenders. */
export const check = async (
  warehouse: Warehouse,
  rooms: readonly Room[],
  folder: string,
  known: Known = () => undefined,
): Promise<Checked[]> => {
  const results: Checked[] = [];
  for (const each of rooms.flatMap((room) => checksOf(room, folder))) {
    const { sql: _, alike: __, ...told } = each;
    results.push((await known(each)) ?? { ...told, ...(await offendersOf(warehouse, each)) });
  }
  return results;
};
