import type { Reference, Register } from "../register.ts";
import { isAny } from "./is_any.ts";
import type { SetWise } from "./set_wise.ts";
import { literal, name, table } from "./sql.ts";
import { prepareStages, staged } from "./stage.ts";
import type { Warehouse } from "./warehouse.ts";

const folded = (expression: string): string =>
  `lower(translate(regexp_replace(${expression}, '[\\s\\x{3000}]', '', 'g'), '（）＆', '()&'))`;

/** Who stands at the end of each row's line of successors: names of a renamed township lead to one answer. */
const endsOf = (target: Register, code: string): string => {
  const from = table(target.room, target.id);
  if (!target.successor) return `SELECT DISTINCT ${code} AS code, ${code} AS last FROM ${from}`;
  const successor = name(target.successor);
  return `
    WITH RECURSIVE chain AS (
      SELECT DISTINCT ${code} AS code, ${code} AS last, 0 AS step FROM ${from}
      UNION ALL
      SELECT chain.code, ${successor}, step + 1 FROM chain JOIN ${from} ON ${code} = chain.last
      WHERE ${successor} IS NOT NULL AND step < 10)
    SELECT code, arg_max(last, (step, last)) AS last FROM chain GROUP BY code`;
};

/** Name → code, with every code it could mean. Earlier fields of `among` come first: a current name before a former one. */
const namesSql = (target: Register, code: string, among: readonly string[]): string => `
  WITH ends AS (${endsOf(target, code)}),
  named AS (
    ${among
      .map(
        (field, rank) =>
          `SELECT unnest(string_split_regex(${name(field)}, '[、,，;；]')) AS called, ${code} AS code, ${rank} AS rank FROM ${table(target.room, target.id)}`,
      )
      .join(" UNION ALL ")})
  SELECT ${folded("called")} AS called, arg_min(code, (rank, code)) AS code, count(DISTINCT last) AS answers,
    string_agg(DISTINCT code, '、' ORDER BY code) AS candidates
  FROM named JOIN ends USING (code) WHERE trim(called) <> '' GROUP BY ALL`;

const namesTable = (target: Register, code: string, among: readonly string[]): string =>
  table("temp", ["_names", target.id, code, ...among].join(" "));

/**
 * Works out what the names in a register mean, once for all who look it up by them. A name of nothing stands among them:
 * behind a table made from no rows a big insert in the same transaction was seen to lose its own (DuckDB 1.5.6).
 */
const nameCodes = (target: Register, code: string, among: readonly string[]): string => `
  CREATE TEMP TABLE IF NOT EXISTS ${namesTable(target, code, among)} AS
  ${namesSql(target, name(code), among)} UNION ALL SELECT NULL, NULL, 0, NULL`;

const slots = (target: Register, found: string, extra = ""): string =>
  `json_object('found', ${found}, 'register', ${literal(target.words.zh)}, 'register_en', ${literal(target.words.en)}${extra})`;

interface Plan {
  readonly source: Register;
  readonly target: Register;
  readonly reference: Reference;
}

const fieldsOf = ({ on }: Reference): [string, string][] => Object.entries(on);

/** Rewrites the staging table with names made codes and a verdict per row: NULL, or the reason with its slots. */
const settleOne = ({ source, target, reference }: Plan, present: boolean): string => {
  const pairs = fieldsOf(reference);
  const [field, code] = pairs[0] as [string, string];
  const own = `s.${name(field)}`;
  const from = reference.byName ? `s.${name(reference.byName.from)}` : own;
  const inPlace = reference.byName?.from === field;
  const called = reference.byName ? (inPlace ? own : `CASE WHEN ${own} IS NULL THEN ${from} END`) : "NULL";
  const found = `coalesce(${own}, ${from})`;
  const keys = pairs.map(([, theirs], i) => `CAST(${name(theirs)} AS VARCHAR) AS k${i}`);
  const matches = pairs.map(([mine], i) => `t.k${i} = s.${name(mine)}`);
  const given = pairs.map(([mine]) => `s.${name(mine)} IS NOT NULL`).join(" AND ");
  const { when } = reference;
  const applies = when ? `coalesce(s.${name(when.field)} = ${literal(when.is)}, false)` : "true";
  const names = reference.byName
    ? `FROM ${namesTable(target, code, reference.byName.among)}`
    : "SELECT NULL::VARCHAR AS called, NULL::VARCHAR AS code, 0 AS answers, NULL::VARCHAR AS candidates WHERE false";
  const lost = present
    ? `WHEN n.answers > 1 THEN {'reason': 'reference.ambiguous', 'slots': ${slots(target, found, ", 'candidates', n.candidates")}}
       ELSE {'reason': 'reference.missing', 'slots': ${slots(target, pairs.length > 1 ? `concat_ws(' / ', ${pairs.map(([m]) => `s.${name(m)}`).join(", ")})` : found)}}`
    : `ELSE {'reason': 'reference.absent', 'slots': ${slots(target, found)}}`;
  const known = present ? "t.k0 IS NOT NULL OR n.answers = 1" : `${given}`;
  return `
    CREATE OR REPLACE TABLE staging._settled AS
    WITH targets AS (SELECT DISTINCT ${keys.join(", ")} FROM ${table(target.room, target.id)}),
    names AS (${names})
    SELECT s.* REPLACE (CASE WHEN ${applies} AND t.k0 IS NULL AND n.answers = 1 THEN n.code ELSE ${own} END AS ${name(field)}),
      CASE WHEN NOT ${applies} OR ${reference.byName ? found : `CASE WHEN ${given} THEN ${own} END`} IS NULL OR ${known} THEN NULL ${lost} END AS _verdict
    FROM ${staged(source)} s
    LEFT JOIN targets t ON ${matches.join(" AND ")}
    LEFT JOIN names n ON n.called = ${folded(called)}`;
};

const lookedAt = ({ reference }: Plan): string[] => [
  ...new Set([
    ...fieldsOf(reference).map(([mine]) => mine),
    ...(reference.byName ? [reference.byName.from] : []),
    ...(reference.when ? [reference.when.field] : []),
  ]),
];

/** Rows that this reference says something about; all others are sound and stay as they are. */
const unsettled =
  ({ target, reference }: Plan, present: boolean) =>
  (rows: string): string => {
    const pairs = fieldsOf(reference);
    const { when, byName } = reference;
    const own = (field: string): string => `s.${name(field)}`;
    const given = pairs.map(([mine]) => `${own(mine)} IS NOT NULL`).join(" AND ");
    const said = byName
      ? `(${own((pairs[0] as [string, string])[0])} IS NOT NULL OR ${own(byName.from)} IS NOT NULL)`
      : given;
    const applies = when ? `coalesce(${own(when.field)} = ${literal(when.is)}, false)` : "true";
    if (!present) return `SELECT s.* FROM ${rows} s WHERE ${applies} AND ${said} AND NOT (${given})`;
    const keys = pairs.map(([, theirs], i) => `CAST(${name(theirs)} AS VARCHAR) AS k${i}`);
    const matches = pairs.map(([mine], i) => `t.k${i} = ${own(mine)}`);
    return `
      SELECT s.* FROM ${rows} s
      ANTI JOIN (SELECT DISTINCT ${keys.join(", ")} FROM ${table(target.room, target.id)}) t ON ${matches.join(" AND ")}
      WHERE ${applies} AND ${said}`;
  };

/** Moves verdicts into the ledger. There must be some: behind an insert of no rows a big one loses its own (DuckDB 1.5.6). */
const record = ({ source, reference }: Plan, present: boolean): string[] => {
  const [field] = fieldsOf(reference)[0] as [string, string];
  const called = reference.byName?.from ?? field;
  const refuses = reference.missing === "refuse";
  const either = (byCode: string, byName: string): string =>
    called === field ? byCode : `CASE WHEN s.${name(field)} IS NULL THEN ${byName} ELSE ${byCode} END`;
  const told = (id: string): string =>
    source.fields[id]?.personal
      ? "json_merge_patch(_verdict.slots, json_object('found', '***'))"
      : "_verdict.slots";
  const cell = (id: string): string =>
    source.fields[id]?.personal ? "'***'" : "CAST(_verdict.slots->>'found' AS VARCHAR)";
  const header = (id: string): string => literal(source.fields[id]?.words.zh ?? id);
  const severity = refuses ? "error" : "warning";
  const problems = `
    INSERT INTO intake.problems
    SELECT _file, _line, told.field, coalesce(c.header, told.header), told.cell, reason, slots, ${literal(severity)}
    FROM (
      SELECT _file, _line, ${either(literal(field), literal(called))} AS field, ${either(header(field), header(called))} AS header,
        ${either(cell(field), cell(called))} AS cell, _verdict.reason AS reason, ${either(told(field), told(called))} AS slots
      FROM staging._settled s WHERE _verdict IS NOT NULL) told
    LEFT JOIN intake.columns c ON c.file_id = _file AND c.field = told.field`;
  const aside = `
    INSERT INTO intake.set_aside (file_id, line, register, fate)
    SELECT _file, _line, ${literal(source.id)}, 'refused' FROM staging._settled WHERE _verdict IS NOT NULL`;
  return [...(present || refuses ? [problems] : []), ...(refuses ? [aside] : [])];
};

/** Refused rows leave the staging table. */
const replaceStaged = ({ source, reference }: Plan): string => `
  CREATE OR REPLACE TABLE ${staged(source)} AS
  SELECT * EXCLUDE (_verdict) FROM staging._settled WHERE _verdict IS NULL OR ${reference.missing !== "refuse"}`;

/**
 * Resolves one reference of a register's staged rows: names become codes where the answer is unique, rows that point
 * to nothing are refused or told about. The register pointed to must be settled before.
 * Where it was never handed in, codes are taken as they are and only bare names are refused.
 * @param present whether the register pointed to has any rows
 * @param bulks rows of the register that were read in bulk; what is not plainly sound among them becomes staged rows
 */
export const refer = async (
  warehouse: Warehouse,
  source: Register,
  target: Register,
  reference: Reference,
  present: boolean,
  bulks: readonly SetWise[] = [],
): Promise<void> => {
  const plan = { source, target, reference };
  for (const bulk of bulks) {
    // Most often every code is known, and a look at the distinct ones is enough.
    const some = unsettled(plan, present)(`(${bulk.distinct(lookedAt(plan))})`);
    if (await isAny(warehouse, some)) await bulk.move(staged(source), unsettled(plan, present));
  }
  if (!(await isAny(warehouse, unsettled(plan, present)(staged(source))))) return;
  if (reference.byName) {
    const [[, code]] = fieldsOf(reference) as [[string, string]];
    await warehouse.run(nameCodes(target, code, reference.byName.among));
  }
  await warehouse.run(settleOne(plan, present));
  if (await isAny(warehouse, "FROM staging._settled WHERE _verdict IS NOT NULL"))
    for (const one of record(plan, present)) await warehouse.run(one);
  await warehouse.run(replaceStaged(plan));
  await warehouse.run("DROP TABLE staging._settled");
  if (await isAny(warehouse, `FROM ${staged(source)}`)) return;
  // A table made from no rows loses those of a big insert in the same transaction (DuckDB 1.5.6).
  await warehouse.run(`DROP TABLE ${staged(source)}`);
  await prepareStages(warehouse, [source]);
};
