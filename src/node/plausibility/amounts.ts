import type { Register } from "../../register.ts";
import { outlying, perMean, perMedian } from "../../robust.ts";
import { words } from "../../words.ts";
import { literal, name } from "../sql.ts";
import type { Warehouse } from "../warehouse.ts";
import { type Doubt, idOf, keyText, tableOf, together, wordColumns } from "./doubt.ts";

/** A unit needs so many amounts before its median counts; with fewer it is held against all units together. */
const ownMedian = 5;
/** A row needs so many amounts in the past before it can be out of the ordinary. */
const ownPast = 10;
/** How many quarters back the past reaches. */
const reach = 8;
/** An amount that occurred so often in the past is no surprise, whatever the spread. */
const usual = 3;

const amountsOf = (register: Register): string[] => {
  const { fields, event, plausible = {} } = register;
  const unit = [
    "f.unit_name",
    ...(plausible.unit ? [`CAST(t.${name(plausible.unit)} AS VARCHAR)`] : []),
    "''",
  ];
  const alike = plausible.alike ?? [];
  return Object.entries(fields)
    .filter(([, field]) => field.kind === "money" && !field.personal)
    .map(
      ([id]) => `
    SELECT ${literal(idOf(register))} AS register, ${literal(register.room)} AS room, ${literal(id)} AS field,
      ${keyText(register, "t.")} AS key, coalesce(${unit.join(", ")}) AS unit,
      concat_ws(chr(31), ${alike.map((a) => `coalesce(CAST(t.${name(a)} AS VARCHAR), '')`).join(", ") || "''"}) AS alike,
      ${event ? `year(t.${name(event)}) * 4 + quarter(t.${name(event)})` : "NULL::BIGINT"} AS q,
      CAST(t.${name(id)} AS DECIMAL(18,2)) AS amount, log10(t.${name(id)}) AS l, t._file, t._line
    FROM ${tableOf(register)} t LEFT JOIN intake.files f ON f.path = t._file
    WHERE t.${name(id)} > 0`,
    );
};

/** Lays out every amount of every register beside the median of its unit, for the two kinds that look at amounts. */
export const layAmounts = async (warehouse: Warehouse, registers: readonly Register[]): Promise<void> => {
  const amounts = registers.flatMap(amountsOf);
  if (amounts.length === 0) return;
  await warehouse.run(`
    CREATE OR REPLACE TEMP TABLE amounts AS
    WITH every AS (${amounts.join(" UNION ALL ")}),
    own AS (
      SELECT register, field, alike, unit, count(*) AS n, median(l) AS m, quantile_disc(amount, 0.5) AS usual
      FROM every GROUP BY ALL),
    shared AS (
      SELECT register, field, alike, count(*) AS n, median(l) AS m, quantile_disc(amount, 0.5) AS usual
      FROM every GROUP BY ALL)
    SELECT every.*, own.n >= ${ownMedian} AS by_unit,
      CASE WHEN own.n >= ${ownMedian} THEN own.n ELSE shared.n END AS n,
      CASE WHEN own.n >= ${ownMedian} THEN own.usual ELSE shared.usual END AS usual,
      l - CASE WHEN own.n >= ${ownMedian} THEN own.m ELSE shared.m END AS off
    FROM every JOIN own USING (register, field, alike, unit) JOIN shared USING (register, field, alike)`);
};

/** Registers and fields under the names that `amounts` knows them by, with their words. */
const named = (registers: readonly Register[]): string =>
  registers
    .flatMap((register) =>
      Object.entries(register.fields)
        .filter(([, { kind }]) => kind === "money")
        .map(
          ([id]) =>
            `SELECT ${literal(idOf(register))} AS register_id, ${literal(id)} AS field_id, ${wordColumns(register, id)}`,
        ),
    )
    .join(" UNION ALL ");

const hasAmounts = (registers: readonly Register[]): boolean =>
  registers.some(({ fields }) => Object.values(fields).some((f) => f.kind === "money" && !f.personal));

/** A slip between 元 and 万元: ten thousand times off, within a factor of 3.2. */
const slipped = `n >= ${ownMedian} AND abs(off) BETWEEN 3.5 AND 4.5`;

/** 金额差一万倍. Reads `amounts`. */
export const slips = (registers: readonly Register[]): Doubt => ({
  kind: {
    id: "amount_slip",
    words: words("金额疑差一万倍", "Amounts ten thousand times off"),
    grade: "likely",
    reading: words(
      `与本单位同类金额的中位数相差 10 的 3.5 至 4.5 次方倍（约 3,200 至 32,000 倍），大小两头都算；本单位不足 ${ownMedian} 笔的，同全部单位比。一个文件有 ${together} 笔以上、且过半如此的，按文件合为一条。`,
      `Between 10 to the 3.5 and 10 to the 4.5 times the median of the unit's own amounts of that kind, or as many times less; a unit with fewer than ${ownMedian} amounts is held against all. Where half of a file is so, and at least ${together} rows, it is one finding about the file.`,
    ),
  },
  forms: {
    high: words(
      "《{register}》{key} 的{field}为 {amount_yuan}，约为{whose}中位数 {usual_yuan}（{n} 笔）的 {times} 倍，疑把元当作万元填报",
      "Register “{register}”, {key}: “{field}” is {amount_yuan}, about {times} times {whose} median of {usual_yuan} ({n} amounts), as if yuan had been entered as 万元",
    ),
    low: words(
      "《{register}》{key} 的{field}为 {amount_yuan}，{whose}中位数 {usual_yuan}（{n} 笔）约为它的 {times} 倍，疑把万元当作元填报",
      "Register “{register}”, {key}: “{field}” is {amount_yuan}; {whose} median of {usual_yuan} ({n} amounts) is about {times} times as much, as if 万元 had been entered as yuan",
    ),
    high_file: words(
      "《{register}》文件 {file} 有 {off_rows} 笔{field}约为{whose}中位数 {usual_yuan} 的一万倍，疑整份表的金额单位填错",
      "Register “{register}”, file {file}: {off_rows} amounts (“{field}”) are about ten thousand times {whose} median of {usual_yuan}, as if the unit of the whole table were wrong",
    ),
    low_file: words(
      "《{register}》文件 {file} 有 {off_rows} 笔{field}约为{whose}中位数 {usual_yuan} 的万分之一，疑整份表的金额单位填错",
      "Register “{register}”, file {file}: {off_rows} amounts (“{field}”) are about a ten-thousandth of {whose} median of {usual_yuan}, as if the unit of the whole table were wrong",
    ),
  },
  sql: hasAmounts(registers)
    ? `
    WITH named AS (${named(registers)}),
    off AS (SELECT *, off > 0 AS high FROM amounts WHERE ${slipped}),
    of_file AS (SELECT register, field, _file, count(*) AS all_rows FROM amounts GROUP BY ALL),
    counted AS (
      SELECT off.*, all_rows, count(*) OVER (PARTITION BY off.register, off.field, off._file, high) AS off_rows
      FROM off JOIN of_file USING (register, field, _file)),
    told AS (SELECT *, off_rows >= ${together} AND off_rows * 2 >= all_rows AS whole FROM counted)
    SELECT told.register || '.' || told.field || '/' || CASE WHEN whole THEN _file ELSE key END AS _id, room AS _room,
      CASE WHEN high THEN 'high' ELSE 'low' END || CASE WHEN whole THEN '_file' ELSE '' END AS _form,
      greatest(amount, told.usual)::DOUBLE AS _score, _file, _line,
      named.register, register_en, named.field, field_en, key, _file AS file, off_rows, told.n,
      amount AS amount_yuan, told.usual AS usual_yuan, round(pow(10, abs(told.off)))::BIGINT AS times,
      CASE WHEN by_unit AND unit <> '' THEN '本单位' ELSE '同类' END AS whose,
      CASE WHEN by_unit AND unit <> '' THEN 'the unit''s own' ELSE 'the' END AS whose_en
    FROM told JOIN named ON register_id = told.register AND field_id = told.field`
    : undefined,
});

const z = (x: string): string =>
  `CASE WHEN mad > 0 THEN ${perMedian} * (${x} - m) / mad WHEN dev > 0 THEN (${x} - m) / (${perMean} * dev) END`;

/** 金额反常: out of line with the unit's own past. Reads `amounts`. */
export const outliers = (registers: readonly Register[]): Doubt => ({
  kind: {
    id: "amount_outlier",
    words: words("金额反常", "Amounts out of the ordinary"),
    grade: "unusual",
    reading: words(
      `金额取对数，同本单位此前 ${reach} 个季度的同类金额比，修正 z 值（0.6745 ×（金额的对数 − 中位数）÷ 中位绝对偏差）的绝对值大于 ${outlying}；中位绝对偏差为零时改用平均绝对偏差，两者都为零时看是否相差一倍以上。此前不足 ${ownPast} 笔的，同全部单位此前的比，仍不足的不判；同样金额此前出现过 ${usual} 次以上的不算；一行有几项金额如此的，只列最甚的一项。`,
      `The modified z-score (Iglewicz and Hoaglin, 1993) of the amount's logarithm against the unit's own amounts of that kind in the ${reach} quarters before is beyond ${outlying}; where the median absolute deviation is zero the mean one stands in, and where both are, more than twice or less than half counts. With fewer than ${ownPast} amounts before, those of all units are taken; with fewer still nothing is said. An amount that occurred ${usual} times before does not count; of several in one row the farthest is told.`,
    ),
  },
  forms: {
    high: words(
      "《{register}》{key} 的{field}为 {amount_yuan}，明显高于{whose}此前的金额（{n} 笔，中位数 {usual_yuan}；修正 z 值 {z}）",
      "Register “{register}”, {key}: “{field}” is {amount_yuan}, far above what {whose} had before ({n} amounts, median {usual_yuan}; modified z {z})",
    ),
    low: words(
      "《{register}》{key} 的{field}为 {amount_yuan}，明显低于{whose}此前的金额（{n} 笔，中位数 {usual_yuan}；修正 z 值 {z}）",
      "Register “{register}”, {key}: “{field}” is {amount_yuan}, far below what {whose} had before ({n} amounts, median {usual_yuan}; modified z {z})",
    ),
    other: words(
      "《{register}》{key} 的{field}为 {amount_yuan}，而{whose}此前 {n} 笔都是 {usual_yuan}",
      "Register “{register}”, {key}: “{field}” is {amount_yuan}, while all {n} amounts that {whose} had before are {usual_yuan}",
    ),
  },
  sql: hasAmounts(registers)
    ? `
    WITH named AS (${named(registers)}),
    judged AS (SELECT DISTINCT register, field, alike, unit, q FROM amounts WHERE q IS NOT NULL),
    own AS (
      SELECT register, field, alike, unit, j.q, count(*) AS n, median(l) AS m, mad(l) AS mad, quantile_disc(amount, 0.5) AS usual
      FROM judged j JOIN amounts a USING (register, field, alike, unit)
      WHERE a.q BETWEEN j.q - ${reach} AND j.q - 1 GROUP BY ALL HAVING count(*) >= ${ownPast}),
    without AS (SELECT DISTINCT register, field, alike, q FROM judged ANTI JOIN own USING (register, field, alike, unit, q)),
    shared AS (
      SELECT register, field, alike, NULL AS unit, w.q, count(*) AS n, median(l) AS m, mad(l) AS mad, quantile_disc(amount, 0.5) AS usual
      FROM without w JOIN amounts a USING (register, field, alike)
      WHERE a.q BETWEEN w.q - ${reach} AND w.q - 1 GROUP BY ALL HAVING count(*) >= ${ownPast}),
    level AS (
      SELECT register, field, alike, unit, p.q, avg(abs(a.l - p.m)) AS dev
      FROM own p JOIN amounts a USING (register, field, alike, unit)
      WHERE p.mad = 0 AND a.q BETWEEN p.q - ${reach} AND p.q - 1 GROUP BY ALL),
    shared_level AS (
      SELECT register, field, alike, p.q, avg(abs(a.l - p.m)) AS dev
      FROM shared p JOIN amounts a USING (register, field, alike)
      WHERE p.mad = 0 AND a.q BETWEEN p.q - ${reach} AND p.q - 1 GROUP BY ALL),
    past AS (
      SELECT own.*, dev FROM own LEFT JOIN level USING (register, field, alike, unit, q)),
    shared_past AS (
      SELECT shared.*, dev FROM shared LEFT JOIN shared_level USING (register, field, alike, q)),
    beside AS (
      SELECT a.*, p.unit AS own_unit, p.n AS past_n, p.m, p.usual AS past_usual, p.mad, p.dev
      FROM amounts a JOIN past p USING (register, field, alike, unit, q)
      UNION ALL
      SELECT a.*, NULL, p.n, p.m, p.usual, p.mad, p.dev
      FROM (FROM amounts ANTI JOIN own USING (register, field, alike, unit, q)) a
      JOIN shared_past p USING (register, field, alike, q)),
    held AS (
      SELECT register, field, alike, unit, q, room, key, amount, l, _file, _line,
        own_unit, past_n AS n, m, past_usual AS usual, ${z("l")} AS z
      FROM beside WHERE NOT (${slipped})),
    far AS (SELECT * FROM held WHERE abs(z) > ${outlying} OR (z IS NULL AND abs(l - m) > log10(2))),
    known AS (
      SELECT far.register, far.field, far.key, count(*) AS times
      FROM far JOIN amounts a ON a.register = far.register AND a.field = far.field AND a.alike = far.alike
        AND a.amount = far.amount AND (far.own_unit IS NULL OR a.unit = far.unit)
        AND a.q BETWEEN far.q - ${reach} AND far.q - 1
      GROUP BY ALL HAVING count(*) >= ${usual})
    SELECT far.register || '/' || key AS _id, room AS _room,
      CASE WHEN z IS NULL THEN 'other' WHEN z > 0 THEN 'high' ELSE 'low' END AS _form,
      coalesce(abs(z), 100 * abs(l - m)) AS _score, _file, _line,
      named.register, register_en, named.field, field_en, key, far.n, amount AS amount_yuan, far.usual AS usual_yuan,
      replace(printf('%.1f', z), '-', '−') AS z,
      CASE WHEN own_unit IS NULL OR own_unit = '' THEN '同类' ELSE '本单位' END AS whose,
      CASE WHEN own_unit IS NULL OR own_unit = '' THEN 'the others' ELSE 'the unit itself' END AS whose_en
    FROM far ANTI JOIN known USING (register, field, key)
    JOIN named ON register_id = far.register AND field_id = far.field
    QUALIFY row_number() OVER (PARTITION BY far.register, key ORDER BY abs(z) DESC NULLS LAST, far.field) = 1`
    : undefined,
});
