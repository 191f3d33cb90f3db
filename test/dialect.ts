import { readFileSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { organisation } from "../pipelines/index.ts";
import { literal, statements } from "../src/node/sql.ts";
import { rooms } from "./workbench.ts";

type Node = Readonly<Record<string, unknown>>;

const nodesIn = function* (value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  yield value as Node;
  for (const child of Object.values(value)) yield* nodesIn(child);
};
const isFilled = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0;

/** Joins that are in the SQL standard. */
const joins = new Set(["INNER", "LEFT", "RIGHT", "OUTER"]);

/** What a part of DuckDB's parse holds that is no standard SQL; undefined where it is plain. */
const oddityOf = (node: Node, shared: ReadonlySet<string>): string | undefined => {
  const { type, function_name: called, value } = node;
  if (typeof called === "string" && !shared.has(called)) return called;
  if (type === "RECURSIVE_CTE_NODE") return "WITH RECURSIVE";
  if (isFilled(node.qualify)) return "QUALIFY";
  if (node.aggregate_handling === "FORCE_AGGREGATES") return "GROUP BY ALL";
  if (type === "STAR" && [node.exclude_list, node.replace_list, node.rename_list].some(isFilled))
    return "* EXCLUDE";
  if (type === "STAR" && node.columns === true) return "COLUMNS";
  if (isFilled(node.distinct_on_targets)) return "DISTINCT ON";
  if (type === "LAMBDA" || type === "POSITIONAL_REFERENCE") return String(type);
  if (
    type === "JOIN" &&
    (!joins.has(String(node.join_type)) || !/^(?:REGULAR|CROSS)$/.test(String(node.ref_type)))
  )
    return `${node.ref_type} ${node.join_type} JOIN`;
  if (type === "VALUE_CONSTANT" && isFilled(value) && /^-?infinity$/.test(String((value as Node).value)))
    return "DATE 'infinity'";
  return undefined;
};

/** What the parse does not tell from its standard form. */
const written: readonly (readonly [RegExp, string])[] = [
  [/::/, "::"],
  [/\bAS VARCHAR\)/i, "VARCHAR without a length"],
  [/(?:^|[(;])\s*FROM\b/i, "FROM first"],
  [/\b(?:GROUP|ORDER) BY ALL\b/i, "BY ALL"],
];

/**
 * By `room.model`, in the order in which they run: what of its SQL Spark and Trino do not read as DuckDB does.
 * @param shared functions and operators that all three have with one meaning
 */
export const dialectOf = async (shared: ReadonlySet<string>): Promise<Map<string, string[]>> => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const found = new Map<string, string[]>();
  for (const { id } of organisation.rooms)
    for (const statement of statements(readFileSync(path.join(rooms, id, "model.sql"), "utf8"))) {
      const sql = statement.replace(/--[^\n]*/g, "").trim();
      const made = /^CREATE\s+OR\s+REPLACE\s+(TABLE|VIEW|MACRO)\s+(\w+\.\w+)\s*(?:\([^)]*\)\s*)?AS\b/i.exec(
        sql,
      );
      if (made === null) throw new Error(`${id}: ${sql.slice(0, 60)}`);
      const [head, kind = "", model = ""] = made;
      const query = `${kind === "MACRO" ? "SELECT " : ""}${sql.slice(head.length)}`;
      const reader = await connection.runAndReadAll(`SELECT json_serialize_sql(${literal(query)})`);
      const tree = JSON.parse(String(reader.getRows()[0]?.[0])) as Node;
      if (tree.error !== false) throw new Error(`${model}: ${String(tree.error_message)}`);
      const odd = [...nodesIn(tree)].flatMap((node) => oddityOf(node, shared) ?? []);
      const texts = written.flatMap(([like, name]) => (like.test(query) ? [name] : []));
      const all = [kind === "MACRO" ? "CREATE MACRO" : [], odd, texts].flat();
      found.set(model, [...new Set(all)].sort());
    }
  connection.closeSync();
  return found;
};
