import { federationsBelow, handedUp } from "../../handed_up.ts";
import { type Organisation, tablesOf } from "../../organisation.ts";
import type { Register } from "../../register.ts";
import { words } from "../../words.ts";
import { columnsOf } from "../comments.ts";
import { type Entry, glossaryOf } from "../glossary.ts";
import { personalColumns } from "../personal.ts";
import { modelName, name } from "../sql.ts";
import type { Warehouse } from "../warehouse.ts";
import { type Column, day, type Kind, type Row, type Table, text, whole, yesNo } from "./table.ts";

/** What DuckDB's types become; undefined for what no format carries. */
const kindOf = (type: string): Kind | undefined => {
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (decimal) return { is: "decimal", precision: Number(decimal[1]), scale: Number(decimal[2]) };
  if (/^U?HUGEINT$|^UBIGINT$/.test(type)) return { is: "decimal", precision: 38, scale: 0 };
  if (/^U?(?:TINYINT|SMALLINT|INTEGER)$|^BIGINT$/.test(type)) return whole;
  if (type === "DATE") return day;
  if (type === "BOOLEAN") return yesNo;
  return /[[(]|^(?:MAP|BLOB|BIT|VARIANT)/.test(type) ? undefined : text;
};

/** Days without end have no place outside DuckDB: they are empty. */
const cell = ({ name: id, kind }: Column): string => {
  const own = name(id);
  if (kind.is === "day") return `CASE WHEN isfinite(${own}) THEN CAST(${own} AS VARCHAR) END`;
  return kind.is === "text" ? `nullif(CAST(${own} AS VARCHAR), '')` : `CAST(${own} AS VARCHAR)`;
};

const rowsOf = (warehouse: Warehouse, table: string, columns: readonly Column[]): Table["rows"] =>
  async function* () {
    const sql = `SELECT ${columns.map((one, i) => `${cell(one)} AS c${i}`).join(", ")} FROM ${modelName(table)}
      ORDER BY ${columns.map(({ name: id }) => `${name(id)} NULLS LAST`).join(", ")}`;
    for await (const chunk of warehouse.chunks(sql)) yield chunk.getRows() as Row[];
  };

/** What a register says of its column beside the words. */
const noteOf = (register: Register | undefined, id: string): Partial<Column> => {
  const field = register?.fields[id];
  if (register === undefined || field === undefined) return {};
  const required = !field.optional && !register.either?.some((group) => group.includes(id));
  return {
    ...(required && { required: true }),
    ...(field.kind === "oneOf" && field.options && { among: field.options.map(({ zh }) => zh) }),
    ...(field.kind === "money" && { unit: words("元", "yuan") }),
  };
};

const tableOf = (
  warehouse: Warehouse,
  table: string,
  columns: readonly { readonly name: string; readonly type: string }[],
  entry: Entry | undefined,
  register: Register | undefined,
): Table => {
  const told = columns.flatMap(({ name: id, type }): Column[] => {
    const kind = kindOf(type);
    return kind === undefined
      ? []
      : [{ name: id, words: entry?.columns.get(id) ?? words(id, id), kind, ...noteOf(register, id) }];
  });
  const key = register?.otherwiseKey ? [] : (register?.key ?? []);
  const whole =
    key.length > 0 && key.every((id) => told.some(({ name, required }) => name === id && required));
  return {
    name: table,
    words: entry?.words ?? words(table, table),
    columns: told,
    ...(whole && { key }),
    rows: rowsOf(warehouse, table, told),
  };
};

/** The quarters and months of the calendar: which days lie in them, and what they are compared with. */
export const calendarTables = async (
  warehouse: Warehouse,
  organisation: Organisation,
  rooms: string,
): Promise<Table[]> => {
  const columns = await columnsOf(warehouse);
  const glossary = glossaryOf(organisation, rooms);
  return ["calendar.months", "calendar.quarters"].map((of) =>
    tableOf(warehouse, of, columns.get(of) ?? [], glossary.get(of), undefined),
  );
};

/** What federations below handed up, and who they are: totals of public editions, nobody's data. */
const below = [
  ...[federationsBelow, handedUp].map(({ room, id }) => `${room}.${id}`),
  "intake.bundles",
  "intake.bundles_inside",
];

/**
 * The registers and models of the programmes that are shown, and what was handed up by federations below, without whatever carries a personal field: for the
 * internal audience only, since a row of them is a case, a visit, a learner.
 * @param rooms folder with a folder per room, where model.sql stands
 * @returns the tables, and the names of models that are kept back since it cannot be told what they carry
 * @throws Failure where a statement that makes no table reads one with personal data
 */
export const warehousedTables = async (
  warehouse: Warehouse,
  organisation: Organisation,
  rooms: string,
): Promise<{ readonly tables: Table[]; readonly keptBack: string[] }> => {
  const columns = await columnsOf(warehouse);
  const personal = await personalColumns(warehouse, organisation, rooms);
  const glossary = glossaryOf(organisation, rooms);
  const registers = new Map(tablesOf(organisation).map((r) => [`${r.room}.${r.id}`, r]));
  const shown = organisation.rooms.filter(({ id }) => !organisation.unshown?.includes(id));
  const names = shown.flatMap(({ id: room }) =>
    [...columns.keys()].filter((of) => of.startsWith(`${room}.`)),
  );
  const isClear = (of: string): boolean => personal.get(of)?.unclear === false;
  return {
    tables: [...names.filter(isClear), ...below].map((of) => {
      const open = (columns.get(of) ?? []).filter(({ name: id }) => !personal.get(of)?.columns.has(id));
      return tableOf(warehouse, of, open, glossary.get(of), registers.get(of));
    }),
    keptBack: names.filter((of) => !isClear(of)),
  };
};
