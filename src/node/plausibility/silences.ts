import type { Register } from "../../register.ts";
import { words } from "../../words.ts";
import { literal, name, table } from "../sql.ts";
import { type Doubt, idOf, tableOf } from "./doubt.ts";

/** A unit that was heard in so many quarters running is expected in the next. */
const running = 3;

/** The name of a unit that is a code, from the register that the field points to; undefined where it is a name. */
const nameOf = (register: Register, field: string, registers: readonly Register[]): string | undefined => {
  const reference = register.refers?.find(({ on, byName }) => field in on && byName !== undefined);
  const target = registers.find(({ id }) => id === reference?.to);
  const code = reference?.on[field];
  const called = reference?.byName?.among[0];
  if (!target || !code || !called) return undefined;
  return `(SELECT last(${name(called)} ORDER BY _line) FROM ${table(target.room, target.id)} n WHERE n.${name(code)} = t.${name(field)})`;
};

const heardInRows = (register: Register, registers: readonly Register[]): string[] => {
  const { event, plausible: { unit } = {} } = register;
  if (!unit || !event) return [];
  const called = nameOf(register, unit, registers);
  const code = `CAST(${name(unit)} AS VARCHAR)`;
  return [
    `SELECT ${literal(register.id)} AS register, unit, ${called ? `coalesce(${called.replace(/t\."[^"]+"/, "t.unit")}, unit)` : "unit"} AS called, quarter, file
     FROM (SELECT unit, quarter_of(day) AS quarter, max(file) AS file
        FROM (SELECT ${code} AS unit, ${name(event)} AS day, max(_file) AS file FROM ${tableOf(register)} WHERE ${name(unit)} IS NOT NULL GROUP BY ALL)
        GROUP BY ALL) t`,
  ];
};

/** 单位忽然不报. @param present the day up to which the registers speak */
export const silences = (registers: readonly Register[], present: string): Doubt => ({
  kind: {
    id: "silence",
    words: words("单位忽然不报", "Units fallen silent"),
    grade: "unusual",
    reading: words(
      `一个单位（文件写明的填报单位，或台账里登记的区县、市）连续 ${running} 个季度都报过这本台账，下一个季度已经结束却一行也没有；零报告算报过。只在停报的第一个季度提示。`,
      `A unit (the one that a file names, or the district or city that rows name) was in a register in ${running} quarters running and is not in the next, which is over; an empty return counts as heard. It is told once, for the first silent quarter.`,
    ),
  },
  forms: {
    silent: words(
      "{unit}在 {before} 及此前连续 {quarters} 个季度都报过《{register}》，{quarter} 却没有报",
      "{unit} was in “{register}” for {quarters} quarters running to {before}, and is not in {quarter}",
    ),
  },
  sql:
    present === ""
      ? undefined
      : `
    WITH named AS (${registers
      .map(
        (r) =>
          `SELECT ${literal(r.id)} AS register, ${literal(idOf(r))} AS register_id, ${literal(r.room)} AS room, ${literal(r.words.zh)} AS zh, ${literal(r.words.en)} AS en`,
      )
      .join(" UNION ALL ")}),
    heard AS (
      SELECT files.register, trim(unit_name) AS unit, trim(unit_name) AS called, coalesce(period, q.quarter) AS quarter, path AS file
      FROM intake.files LEFT JOIN intake.quarters q USING (path)
      WHERE unit_name IS NOT NULL AND files.register IS NOT NULL AND place IS NOT NULL
      ${registers.flatMap((r) => heardInRows(r, registers).map((sql) => `UNION ALL ${sql}`)).join("\n")}),
    clock AS (SELECT greatest(DATE ${literal(present)}, (SELECT max(filed) FROM intake.files)) AS now),
    quarters AS (SELECT quarter, last_day, row_number() OVER (ORDER BY first_day) AS i FROM calendar.quarters),
    present AS (
      SELECT register, unit, max(called) AS called, i, quarter, max(file) AS file
      FROM heard JOIN quarters USING (quarter) GROUP BY ALL),
    stepped AS (
      SELECT *, i - row_number() OVER (PARTITION BY register, unit ORDER BY i) AS spell,
        lead(i) OVER (PARTITION BY register, unit ORDER BY i) AS next
      FROM present),
    spells AS (SELECT *, count(*) OVER (PARTITION BY register, unit, spell ORDER BY i) AS quarters_running FROM stepped)
    SELECT register_id || '/' || unit || '/' || q.quarter AS _id, room AS _room, 'silent' AS _form,
      quarters_running::DOUBLE AS _score, file AS _file, NULL::BIGINT AS _line,
      zh AS register, en AS register_en, called AS unit, s.quarter AS before, q.quarter AS quarter, quarters_running AS quarters
    FROM spells s JOIN quarters q ON q.i = s.i + 1 JOIN named USING (register) CROSS JOIN clock
    WHERE quarters_running >= ${running} AND next IS DISTINCT FROM s.i + 1 AND q.last_day < clock.now`,
});
