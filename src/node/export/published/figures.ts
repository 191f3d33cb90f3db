import { unstated } from "../../../figure.ts";
import type { Publication } from "../../../publication.ts";
import { words } from "../../../words.ts";
import { atHand, exact, type Row, type Table, text } from "../table.ts";
import { column, indicatorColumn, quarterColumn, required, shown, spans, unitColumn } from "./column.ts";
import { placeOf, wordsAt } from "./place.ts";

/** The figures that an edition may tell. */
export const figures = ({ figures, indicators }: Publication): Table => {
  const parts = new Map(indicators.map(({ id, unit, parts }) => [id, { value: unit, ...parts }]));
  const columns = [
    indicatorColumn,
    quarterColumn,
    column(
      "span",
      "quarter 为本季度，year 为本年累计到该季度末",
      "quarter: the quarter itself; year: the reporting year to its end",
      text,
      { ...required, among: spans },
    ),
    column(
      "dimension",
      "按什么分组；合计为 total",
      "what it is broken down by; total for the whole",
      text,
      required,
    ),
    column(
      "dimension_value",
      `组的代码；合计为 total，没有填的为 ${unstated}`,
      `code of the group; total for the whole, ${unstated} where nothing was stated`,
      text,
      required,
    ),
    column("label_zh", "组的中文名称", "the group's name in Chinese", text, required),
    column("label_en", "组的英文名称", "the group's name in English", text, required),
    column(
      "value",
      "数值：金额为元，比率为 0 到 1；空为没有数据、分母为零或不公布",
      "the value: money in yuan, rates from 0 to 1; empty where there are no data, nothing to divide by, or it is withheld",
      exact,
      { shownAs: (row) => shown(row[13]) },
    ),
    column("numerator", "分子", "numerator", exact, {
      shownAs: (row) => shown(parts.get(row[0] ?? "")?.numerator ?? row[13]),
    }),
    column("denominator", "分母；没有分母的为空", "denominator; empty where there is none", exact, {
      shownAs: (row) => shown(parts.get(row[0] ?? "")?.denominator ?? row[13]),
    }),
    column(
      "hidden_value",
      "数值不公布时代替它的符号（如 <10、※）；空为没有隐去",
      "sign in place of a value that is withheld (<10, ※); empty where it is not",
    ),
    column("hidden_numerator", "代替分子的符号", "sign in place of the numerator"),
    column("hidden_denominator", "代替分母的符号", "sign in place of the denominator"),
    unitColumn(
      "unit",
      "数值的单位代号，见 indicators 表",
      "id of the value's unit, see indicators",
      required,
    ),
  ];
  const rows = figures.map((figure): Row => {
    const [dimension, value] = placeOf(figure);
    const label = wordsAt(figure);
    const { hidden } = figure;
    return [
      figure.indicator,
      figure.quarter,
      figure.span,
      dimension,
      value,
      label.zh,
      label.en,
      figure.value,
      figure.numerator,
      figure.denominator,
      hidden?.value ?? null,
      hidden?.numerator ?? null,
      hidden?.denominator ?? null,
      figure.unit,
    ];
  });
  return {
    name: "figures",
    words: words(
      "指标数值：每行一项指标、一个季度、一个组",
      "figures: a row per indicator, quarter and group",
    ),
    columns,
    key: ["indicator", "quarter", "span", "dimension", "dimension_value"],
    refers: { indicator: ["indicators", "indicator"], quarter: ["quarters", "quarter"] },
    rows: atHand(rows),
  };
};
