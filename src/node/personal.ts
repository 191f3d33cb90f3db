import { type Organisation, registersOf } from "../organisation.ts";
import { columnsOf } from "./comments.ts";
import { Failure } from "./failure.ts";
import { statementsOf } from "./model.ts";
import { literal } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** What of a table holds personal data, or may. */
export interface Personal {
  /** Its columns that carry a personal field, under the field's name or another. */
  readonly columns: ReadonlySet<string>;
  /** It cannot be told which of its columns do. */
  readonly unclear: boolean;
}

/** A part of what json_serialize_sql says of a query. */
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Every object in a tree, the root first. */
const walk = function* (value: unknown): Generator<Node> {
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) yield* walk(child);
};

const list = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const partsOf = ({ column_names: names }: Node): string[] => (Array.isArray(names) ? names.map(String) : []);
const outputOf = (item: Node): string => String(item.alias || (partsOf(item).at(-1) ?? ""));
const isStar = ({ type }: Node): boolean => type === "STAR";

/** Answers yes or no, or counts: nothing of what it looks at is left in it. */
const silent = ({ type, function_name: called }: Node): boolean =>
  /^(?:OPERATOR_IS_(?:NOT_)?NULL|OPERATOR_NOT|COMPARE_\w+|CONJUNCTION_\w+)$/.test(String(type)) ||
  called === "count" ||
  called === "count_star";

/** The select lists whose rows a UNION puts under one another, first to last. */
const stacked = (node: Node): Node[][] =>
  Array.isArray(node.select_list)
    ? [list(node.select_list)]
    : [node.left, node.right, ...list(node.children)].filter(isNode).flatMap(stacked);

/** Names under which a query speaks of a whole row: of a table with personal data, or of a part of the query. */
const rowNames = (tree: Node, isClean: (table: string) => boolean): Set<string> =>
  new Set(
    [...walk(tree)]
      .filter(({ type, schema_name: schema, table_name: table }) =>
        type === "BASE_TABLE" ? !isClean(`${schema}.${table}`) : type === "SUBQUERY",
      )
      .map(({ alias, table_name: table }) => String(alias || table)),
  );

/** An expression without a name of its own is called as it is written. */
const mentions = (column: string, names: ReadonlySet<string>): boolean =>
  names.has(column) ||
  (!/^\w+$/.test(column) && (column.match(/\w+/g) ?? []).some((word) => names.has(word)));

/**
 * Follows personal names through a query, in whatever part of it they stand: what is made from a personal name is
 * personal under its new name. It errs on the side of silence.
 */
const followed = (tree: Node, from: Iterable<string>, rows: ReadonlySet<string>): Personal => {
  const names = new Set(from);
  let unclear = false;
  const tells = (part: Node): boolean => {
    if (silent(part)) return false;
    const parts = partsOf(part);
    if (parts.length > 0 && mentions(parts.at(-1) ?? "", names)) return true;
    if (parts.length === 1 && rows.has(parts[0] ?? "")) return true;
    return Object.values(part).some((child) => isNode(child) && tells(child));
  };
  const look = (node: Node): void => {
    for (const item of list(node.select_list)) if (!isStar(item) && tells(item)) names.add(outputOf(item));
    for (const { key, value } of list(node.replace_list))
      if (isNode(value) && tells(value)) names.add(String(key));
    for (const { key, value } of list(node.rename_list))
      if (names.has(String(isNode(key) ? key.column : key))) names.add(String(value));
    // Columns named anew by their place: any of them may be the personal one.
    for (const renamed of [node.aliases, node.column_name_alias])
      if (Array.isArray(renamed)) for (const alias of renamed) names.add(String(alias));
    if (node.type !== "SET_OPERATION_NODE") return;
    const sides = stacked(node);
    for (const side of sides)
      for (const [place, item] of side.entries()) {
        if (isStar(item) || !tells(item)) continue;
        if (sides.flat().some(isStar)) unclear = true;
        names.add(outputOf(sides[0]?.[place] ?? {}));
      }
  };
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const node of walk(tree)) look(node);
  }
  return { columns: names, unclear };
};

const made =
  /^\s*CREATE\s+(?:OR\s+REPLACE\s+)?(?:TEMP(?:ORARY)?\s+)?(?:TABLE|VIEW)\s+("?\w+"?\s*\.\s*"?\w+"?)\s+AS\b/i;

/** Names without their quotes, and no space around the dot between schema and table. */
const unquoted = (sql: string): string =>
  sql
    .replace(/"(\w+)"/g, "$1")
    .split(".")
    .map((part) => part.trim())
    .join(".");

const treeOf = async (warehouse: Warehouse, query: string): Promise<Node | undefined> => {
  const [row] = await warehouse.rows(`SELECT json_serialize_sql(${literal(query)}) AS tree`);
  const answer = JSON.parse(row?.tree ?? "{}") as Node;
  return answer.error === false ? answer : undefined;
};

/**
 * Which columns of which tables carry personal fields, `room.table` by `room.table`: of registers those that say so, of
 * models what is made from such columns, found in their queries.
 * @param rooms folder with a folder per room, where model.sql stands
 * @throws Failure where a statement that makes no table reads one with personal data
 */
export const personalColumns = async (
  warehouse: Warehouse,
  organisation: Organisation,
  rooms: string,
): Promise<Map<string, Personal>> => {
  const columns = await columnsOf(warehouse);
  const known = new Map<string, Personal>();
  for (const { room, id, fields } of registersOf(organisation)) {
    const own = Object.keys(fields).filter((field) => fields[field]?.personal);
    known.set(`${room}.${id}`, { columns: new Set(own), unclear: false });
  }
  const isClean = (table: string): boolean => {
    const personal = known.get(table);
    return personal !== undefined ? personal.columns.size === 0 && !personal.unclear : columns.has(table);
  };
  for (const room of organisation.rooms)
    for (const [i, statement] of statementsOf(room, rooms).entries()) {
      const sql = statement.replace(/--[^\n]*/g, "");
      const match = made.exec(sql);
      const read = new Set(
        (unquoted(sql).match(/\b\w+\.\w+\b/g) ?? []).filter((one) => known.has(one) && !isClean(one)),
      );
      if (match === null) {
        if (read.size === 0) continue;
        throw new Failure(
          `${room.id}/model.sql 第 ${i + 1} 条语句用到含个人信息的表，又不是 CREATE TABLE … AS，判断不了哪些栏目含个人信息，没有导出`,
          `${room.id}/model.sql, statement ${i + 1}, reads a table with personal data and is no CREATE TABLE … AS; what it carries cannot be told, so nothing was exported`,
        );
      }
      const table = unquoted(match[1] as string);
      read.delete(table);
      if (read.size === 0) {
        known.set(table, { columns: new Set(), unclear: false });
        continue;
      }
      const tree = await treeOf(warehouse, sql.slice(match[0].length));
      const names = [...read].flatMap((one) => [...(known.get(one)?.columns ?? [])]);
      const found = tree && followed(tree, names, rowNames(tree, isClean));
      known.set(table, {
        columns: new Set(
          (columns.get(table) ?? []).map((c) => c.name).filter((c) => found && mentions(c, found.columns)),
        ),
        unclear: !found || found.unclear || [...read].some((one) => known.get(one)?.unclear),
      });
    }
  return known;
};
