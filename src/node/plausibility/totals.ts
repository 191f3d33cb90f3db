import type { Register } from "../../register.ts";
import { words } from "../../words.ts";
import { literal } from "../sql.ts";
import { type Doubt, wordColumns } from "./doubt.ts";

const summedColumns = (register: Register): string[] =>
  Object.entries(register.fields)
    .filter(([, { kind }]) => kind === "money" || kind === "count")
    .map(
      ([id]) =>
        `SELECT ${literal(register.id)} AS register_id, ${literal(register.room)} AS room, ${literal(id)} AS field_id, ${wordColumns(register, id)}`,
    );

const differing = (columns: readonly string[]): string => `
    WITH named AS (${columns.join(" UNION ALL ")})
    SELECT path || '/' || line || '/' || p.field AS _id, room AS _room, 'total' AS _form,
      coalesce(try_cast(slots->>'difference' AS DOUBLE), 0) AS _score, path AS _file, line::BIGINT AS _line,
      named.register, register_en, named.field, field_en, path AS file, line,
      slots->>'total' AS total, slots->>'stated' AS stated, slots->>'summed' AS summed, slots->>'difference' AS difference,
      slots->>'unit' AS unit, slots->>'unit_en' AS unit_en
    FROM intake.problems p JOIN intake.files f USING (file_id)
    JOIN named ON register_id = f.register AND field_id = p.field
    WHERE reason = 'total.differs'`;

/** 合计对不上: what reading a file found between its rows and its own totals. */
export const totals = (registers: readonly Register[]): Doubt => {
  const columns = registers.flatMap(summedColumns);
  return {
    kind: {
      id: "total_differs",
      words: words("合计对不上", "Totals that disagree"),
      grade: "contradiction",
      reading: words(
        "表里的小计、合计行与它上面各行相加不等；读文件时已逐栏核对，所核对的是文件里的全部行，包括退回的。",
        "A row of totals in a file is not the sum of the rows above it. Every column is added up as the file is read, over all of its rows, refused ones too.",
      ),
    },
    forms: {
      total: words(
        "《{register}》文件 {file} 第 {line} 行{field}的{total}为 {stated}{unit}，上面各行相加为 {summed}{unit}，相差 {difference}{unit}",
        "Register “{register}”, file {file}, line {line}: the row “{total}” says {stated}{unit} for “{field}”, the rows above add up to {summed}{unit}: a difference of {difference}{unit}",
      ),
    },
    sql: columns.length > 0 ? differing(columns) : undefined,
  };
};
