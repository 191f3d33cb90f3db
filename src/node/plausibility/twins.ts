import type { Register } from "../../register.ts";
import { words } from "../../words.ts";
import { literal, name } from "../sql.ts";
import type { Warehouse } from "../warehouse.ts";
import { type Doubt, idOf, keyText, tableOf, together, wordColumns } from "./doubt.ts";

/** Registers in which rows agree in all that must agree: the others need not be looked through. */
export const repeating = async (
  warehouse: Warehouse,
  registers: readonly Register[],
): Promise<Register[]> => {
  const asked = registers.flatMap((register) => {
    const agree = (register.plausible?.twice?.agree ?? []).map(name);
    if (agree.length === 0) return [];
    const filled = agree.map((column) => `${column} IS NOT NULL`).join(" AND ");
    return [
      `SELECT ${literal(register.id)} AS id WHERE EXISTS (FROM ${tableOf(register)} SELECT 1 WHERE ${filled} GROUP BY ${agree.join(", ")} HAVING count(*) > 1)`,
    ];
  });
  if (asked.length === 0) return [];
  const found = new Set((await warehouse.rows(asked.join(" UNION ALL "))).map(({ id }) => id));
  return registers.filter(({ id }) => found.has(id));
};

const twinsIn = (register: Register): string[] => {
  const { agree = [], differ = [] } = register.plausible?.twice ?? {};
  if (agree.length === 0) return [];
  const agreeing = agree.map(name);
  const differing = differ.map(name);
  // All of them, and all but each one of the fields that may differ.
  const sets = [differ, ...differ.map((_, i) => differ.toSpliced(i, 1))].map(
    (rest) => `(${[...agreeing, ...rest.map(name)].join(", ")})`,
  );
  const grouped = differ.map((id, i) => `WHEN GROUPING(${name(id)}) = 1 THEN ${i}`);
  const several = differ.map(
    (id) =>
      `WHEN GROUPING(${name(id)}) = 1 THEN count(DISTINCT coalesce(CAST(_of.${name(id)} AS VARCHAR), chr(0))) > 1`,
  );
  const labels = (lang: "zh" | "en"): string =>
    differ.map((id, i) => `WHEN ${i} THEN ${literal(register.fields[id]?.words[lang] ?? "")}`).join(" ");
  const cased = (whens: string[], otherwise: string): string =>
    whens.length === 0 ? otherwise : `CASE ${whens.join(" ")} ELSE ${otherwise} END`;
  return [
    `
    SELECT * FROM (
      WITH _rows AS (
        SELECT ${[...agreeing, ...differing].join(", ")}, ${keyText(register)} AS _key, _file, _line FROM ${tableOf(register)}
        SEMI JOIN (FROM ${tableOf(register)} SELECT ${agreeing.join(", ")} GROUP BY ALL HAVING count(*) > 1) USING (${agreeing.join(", ")})),
      _grouped AS (
        SELECT ${cased(grouped, "-1")} AS _differs, list(DISTINCT _key ORDER BY _key) AS _keys,
          hash(${agreeing.join(", ")}) AS _common, list({f: _file, l: _line, k: _key} ORDER BY _key, _file, _line) AS _places
        FROM _rows AS _of
        GROUP BY GROUPING SETS (${sets.join(", ")})
        HAVING count(DISTINCT _key) > 1 AND ${cased(several, "true")}),
      _widest AS (
        SELECT * FROM _grouped g WHERE NOT EXISTS (
          FROM _grouped o WHERE o._common = g._common AND list_has_all(o._keys, g._keys)
            AND (len(o._keys) > len(g._keys) OR (len(o._keys) = len(g._keys) AND o._differs < g._differs)))),
      _filed AS (
        SELECT *, list_sort(list_distinct(list_transform(_places, lambda p: p.f))) AS _files,
          count(*) OVER (PARTITION BY _files) AS _pairs
        FROM _widest),
      _told AS (
        SELECT _filed.*, len(_files) = 2 AND _pairs >= ${together} AND _pairs * 2 >= least(one.accepted, other.accepted) AS _whole
        FROM _filed
        LEFT JOIN intake.files one ON one.path = _files[1] LEFT JOIN intake.files other ON other.path = _files[2])
      SELECT ${literal(idOf(register))} || '/' || CASE WHEN _whole THEN array_to_string(_files, '+') ELSE array_to_string(_keys, '+') END AS _id,
        ${literal(register.room)} AS _room,
        CASE WHEN _whole THEN 'file' WHEN _differs < 0 THEN 'same' ELSE 'but_one' END AS _form,
        CASE WHEN _whole THEN _pairs ELSE 0 END + len(_keys) + CASE WHEN _differs < 0 THEN 0.5 ELSE 0 END AS _score,
        unnest(_places).f AS _file, unnest(_places).l AS _line, ${wordColumns(register)},
        array_to_string(_keys, '、') AS keys, array_to_string(_keys, ', ') AS keys_en,
        _files[1] AS file, _files[2] AS other_file, _pairs AS pairs,
        ${differ.length === 0 ? "''" : `CASE _differs ${labels("zh")} END`} AS field,
        ${differ.length === 0 ? "''" : `CASE _differs ${labels("en")} END`} AS field_en
      FROM _told)`,
  ];
};

/** 疑似重复登记: one thing entered twice under two numbers. @param registers those that repeat themselves */
export const twins = (registers: readonly Register[]): Doubt => ({
  kind: {
    id: "entered_twice",
    words: words("疑似重复登记", "Entered twice"),
    grade: "likely",
    reading: words(
      `编号不同，而台账认定同一件事的各栏（如案件的申请人、用人单位、受理日期、案由、人数、金额）完全相同，或只有一栏不同。姓名等个人信息须完全相同。两个文件有 ${together} 条以上、且过半如此的，按文件合为一条。`,
      `Rows under different numbers whose telling fields (of a case the applicant, employer, day, cause, persons, amount) are all the same, or all but one. Names and the like must be the same. Where half of a file is so against another, and at least ${together} rows, it is one finding about the two files.`,
    ),
  },
  forms: {
    file: words(
      "《{register}》文件 {file} 与 {other_file} 有 {pairs} 条编号不同，内容相同或只有一栏不同，疑为同一份表报了两次",
      "Register “{register}”, files {file} and {other_file}: {pairs} rows have different numbers and the same content, or all but one field, as if one table had been handed in twice",
    ),
    same: words(
      "《{register}》{keys} 编号不同，内容相同，疑为同一件事登记了两次",
      "Register “{register}”, {keys}: different numbers, the same content, as if one thing had been entered twice",
    ),
    but_one: words(
      "《{register}》{keys} 编号不同，其余内容只有{field}不同，疑为同一件事登记了两次",
      "Register “{register}”, {keys}: different numbers, and beside them only “{field}” differs, as if one thing had been entered twice",
    ),
  },
  sql: registers.flatMap(twinsIn).join(" UNION ALL ") || undefined,
});
