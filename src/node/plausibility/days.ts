import type { Register, Room } from "../../register.ts";
import { words } from "../../words.ts";
import { literal, name } from "../sql.ts";
import type { Warehouse } from "../warehouse.ts";
import { type Doubt, idOf, keyText, tableOf, together, wordColumns } from "./doubt.ts";

const doneOf = ({ event, plausible = {} }: Register): string[] => [
  ...(event ? [event] : []),
  ...(plausible.done ?? []),
];

/** So many days without any row in any register part what is dated ahead by mistake from the rest. */
const lull = 183;

/**
 * The day up to which the registers speak. It is the as-of of the warehouse, unless a few rows (one in ten at most)
 * stand alone more than half a year ahead of all others: a mistyped year is not the present.
 * @returns an ISO day, empty where nothing is dated
 */
export const presentDay = async (warehouse: Warehouse, registers: readonly Register[]): Promise<string> => {
  const events = registers.flatMap((r) =>
    r.event ? [`SELECT ${name(r.event)} AS day FROM ${tableOf(r)}`] : [],
  );
  if (events.length === 0) return "";
  const [row] = await warehouse.rows(`
    WITH days AS (SELECT day, count(*) AS n FROM (${events.join(" UNION ALL ")}) WHERE day IS NOT NULL GROUP BY day),
    stepped AS (
      SELECT day, lag(day) OVER (ORDER BY day) AS before,
        sum(n) OVER (ORDER BY day) - n AS earlier, sum(n) OVER (ORDER BY day DESC) AS later
      FROM days)
    SELECT (SELECT value FROM settings WHERE name = 'as_of') AS as_of, (SELECT CAST(max(day) AS VARCHAR) FROM days) AS last,
      CAST((SELECT min(before) FROM stepped WHERE day - before > ${lull} AND later * 10 <= earlier) AS VARCHAR) AS vouched`);
  const { as_of: asOf, last, vouched } = row ?? {};
  return (asOf === last ? (vouched ?? last) : asOf) ?? "";
};

/**
 * Rows of one day field that are at fault, told one by one, or as a file where that is what they have in common.
 * @param limits further columns of a row, of which `whose` and `wrong` speak
 */
const dated = (register: Register, field: string, limit: string, wrong: string): string => `
  SELECT ${literal(idOf(register))} AS register_id, ${literal(register.room)} AS room, ${literal(field)} AS field_id,
    ${wordColumns(register, field)}, ${keyText(register, "t.")} AS key,
    CAST(t.${name(field)} AS DATE) AS day, ${limit} AS bound, f.stated IS NOT NULL AS stated, f.accepted AS all_rows, t._file, t._line
  FROM ${tableOf(register)} t
  LEFT JOIN stated f ON f.path = t._file
  WHERE ${wrong}`;

/** A file's 填报日期; the last day of its 期别, which stands in the ledger where there is none, is not one. */
const stated = `
  SELECT path, accepted, CASE WHEN filed IS DISTINCT FROM last_day THEN filed END AS stated
  FROM intake.files LEFT JOIN calendar.quarters ON quarter = period`;

const doubted = (rows: readonly string[]): string | undefined =>
  rows.length === 0
    ? undefined
    : `
  WITH stated AS (${stated}),
  off AS (${rows.join(" UNION ALL ")}),
  counted AS (SELECT *, count(*) OVER (PARTITION BY register_id, field_id, _file) AS off_rows FROM off),
  told AS (SELECT *, off_rows >= ${together} AND off_rows * 2 >= all_rows AS whole FROM counted)
  SELECT register_id || '.' || field_id || '/' || CASE WHEN whole THEN _file ELSE key END AS _id, room AS _room,
    CASE WHEN stated THEN 'filed' ELSE 'known' END || CASE WHEN whole THEN '_file' ELSE '' END AS _form,
    abs(day - bound)::DOUBLE AS _score, _file, _line, register, register_en, field, field_en, key, _file AS file,
    off_rows, day, bound
  FROM told`;

/** 日期在以后. @param present the day up to which the registers speak */
export const futureDays = (registers: readonly Register[], present: string): Doubt => {
  const rows = registers.flatMap((register) =>
    doneOf(register).map((field) => {
      const limit = `coalesce(f.stated, DATE ${literal(present)})`;
      return dated(register, field, limit, `t.${name(field)} > ${limit}`);
    }),
  );
  return {
    kind: {
      id: "future_day",
      words: words("日期在以后", "Dates that lie ahead"),
      grade: "contradiction",
      reading: words(
        `已经发生的事，日期晚于文件自己写的填报日期；文件没有写的，晚于全部台账所到的最后一天（少数行孤悬于半年以后的，不算所到）。一个文件有 ${together} 行以上、且过半如此的，按文件合为一条。`,
        `Something done is dated after the filing date that its own file states; where the file states none, after the last day of which any register speaks (a few rows alone, half a year ahead, do not move that day). Where half of a file is so, and at least ${together} rows, it is one finding about the file.`,
      ),
    },
    forms: {
      filed: words(
        "《{register}》{key} 的{field}为 {day}，晚于本文件的填报日期 {bound}",
        "Register “{register}”, {key}: “{field}” is {day}, after the file's own filing date, {bound}",
      ),
      known: words(
        "《{register}》{key} 的{field}为 {day}，晚于全部台账所到的最后一天 {bound}",
        "Register “{register}”, {key}: “{field}” is {day}, after the last day of which any register speaks, {bound}",
      ),
      filed_file: words(
        "《{register}》文件 {file} 有 {off_rows} 行的{field}晚于它自己的填报日期 {bound}，疑填报日期写错",
        "Register “{register}”, file {file}: in {off_rows} rows “{field}” is after the file's own filing date, {bound}, which may be mistyped",
      ),
      known_file: words(
        "《{register}》文件 {file} 有 {off_rows} 行的{field}晚于全部台账所到的最后一天 {bound}",
        "Register “{register}”, file {file}: in {off_rows} rows “{field}” is after the last day of which any register speaks, {bound}",
      ),
    },
    sql: present === "" ? undefined : doubted(rows),
  };
};

/** 日期早于工作开始. @param sent registers that hold a row */
export const earlyDays = (rooms: readonly Room[], sent: ReadonlySet<string>): Doubt => {
  const rows = rooms.flatMap(({ since, registers }) =>
    since === undefined
      ? []
      : registers
          .filter(({ id, standing }) => !standing && sent.has(id))
          .flatMap((register) =>
            doneOf(register).map((field) => {
              const limit = `DATE ${literal(since)}`;
              return dated(register, field, limit, `t.${name(field)} < ${limit}`);
            }),
          ),
  );
  const form = words(
    "《{register}》{key} 的{field}为 {day}，早于这项工作开始的 {bound}",
    "Register “{register}”, {key}: “{field}” is {day}, before the programme began on {bound}",
  );
  const file = words(
    "《{register}》文件 {file} 有 {off_rows} 行的{field}早于这项工作开始的 {bound}",
    "Register “{register}”, file {file}: in {off_rows} rows “{field}” is before the programme began on {bound}",
  );
  return {
    kind: {
      id: "early_day",
      words: words("日期早于工作开始", "Dates before the programme"),
      grade: "likely",
      reading: words(
        "已经发生的事，日期早于设置里写明的这项工作的第一天；没有写明的不查。反映存量的台账（建会、集体合同）不查。",
        "Something done is dated before the programme's first day, which settings.yaml gives under since; without one nothing is looked for. Registers of what stands (unions, contracts) are left out.",
      ),
    },
    forms: { filed: form, known: form, filed_file: file, known_file: file },
    sql: doubted(rows),
  };
};
