import type { Publication } from "../../../publication.ts";
import { type Unit, units } from "../../../unit.ts";
import { type Words, words } from "../../../words.ts";
import { atHand, exact, type Row, type Table, text } from "../table.ts";
import { column, indicatorColumn, required, roomColumn, shown, unitColumn } from "./column.ts";

const said = (unit: Unit | undefined): Words => (unit === undefined ? words("", "") : units[unit]);

/** The dictionary: what each figure claims and how it is measured. */
export const indicators = ({ indicators, rooms }: Publication): Table => ({
  name: "indicators",
  words: words("指标说明：每行一项指标", "what each indicator claims, a row each"),
  columns: [
    indicatorColumn,
    roomColumn,
    column("room_zh", "业务", "the programme in Chinese", text, required),
    column("room_en", "业务（英文）", "the programme in English", text, required),
    column("zh", "指标名称", "the indicator's name in Chinese", text, required),
    column("en", "指标名称（英文）", "the indicator's name in English", text, required),
    unitColumn("unit", "单位代号", "id of its unit", required),
    column("unit_zh", "单位；比率为空", "its counting word in Chinese; empty for a rate"),
    column("unit_en", "单位（英文）；比率为空", "its counting word in English; empty for a rate"),
    unitColumn(
      "numerator_unit",
      "分子的单位代号；空为同指标",
      "id of the numerator's unit; empty where it is the same",
    ),
    unitColumn(
      "denominator_unit",
      "分母的单位代号；空为同指标",
      "id of the denominator's unit; empty where it is the same",
    ),
    column(
      "span",
      "flow 为一段时间的数，stock 为季度末的数",
      "flow: of a period; stock: on the quarter's last day",
      text,
      {
        ...required,
        among: ["flow", "stock"],
      },
    ),
    column(
      "better",
      "more 越多越好，less 越少越好，neither 无所谓",
      "whether more or less of it is good news, or neither",
      text,
      {
        ...required,
        among: ["more", "less", "neither"],
      },
    ),
    column("target", "指标自带的目标值", "its own target", exact, { shownAs: (row) => shown(row[6]) }),
    column("dimensions", "可按什么分组，以 ; 相连", "what it can be broken down by, joined by ;"),
    column("formula_zh", "公式", "formula in Chinese", text, required),
    column("formula_en", "公式（英文）", "formula in English", text, required),
    column("reading_zh", "口径", "reading in Chinese", text),
    column("reading_en", "口径（英文）", "reading in English", text),
    column("quote", "出处原文", "the source's own words"),
    column("source_zh", "出处", "source in Chinese", text, required),
    column("source_en", "出处（英文）", "source in English", text, required),
    column("sql", "计算语句（DuckDB）", "the query that measures it (DuckDB)", text, required),
  ],
  key: ["indicator"],
  rows: atHand(
    indicators.map((one): Row => {
      const room = rooms.find(({ id }) => id === one.room)?.words;
      return [
        one.id,
        one.room,
        room?.zh ?? one.room,
        room?.en ?? one.room,
        one.words.zh,
        one.words.en,
        one.unit,
        said(one.unit).zh || null,
        said(one.unit).en || null,
        one.parts?.numerator ?? null,
        one.parts?.denominator ?? null,
        one.span,
        one.better,
        one.target ?? null,
        one.by.join(";") || null,
        one.formula.zh,
        one.formula.en,
        one.reading.zh || null,
        one.reading.en || null,
        one.source.quote || null,
        one.source.from.zh,
        one.source.from.en,
        one.sql,
      ];
    }),
  ),
});
