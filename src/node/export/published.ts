import { type Figure, unstated } from "../../figure.ts";
import type { Publication } from "../../publication.ts";
import { type Unit, units } from "../../unit.ts";
import { type Words, words } from "../../words.ts";
import {
  atHand,
  type Column,
  day,
  exact,
  type Kind,
  type Row,
  type Table,
  text,
  whole,
  yesNo,
} from "./table.ts";

/** Stands in the breakdown of a total. */
const total = "total";

const column = (
  name: string,
  zh: string,
  en: string,
  kind: Kind = text,
  more: Partial<Column> = {},
): Column => ({ name, words: words(zh, en), kind, ...more });
const required = { required: true } as const;

const spans = ["quarter", "year"];
const unitIds = Object.keys(units);
const unitColumn = (name: string, zh: string, en: string, more: Partial<Column> = {}): Column =>
  column(name, zh, en, text, { among: unitIds, ...more });

/** The only axis that a figure is broken down by, and its value there. */
const placeOf = ({ by }: Figure): readonly [string, string] => Object.entries(by)[0] ?? [total, total];

const wordsAt = (figure: Figure): Words => {
  const [, value] = placeOf(figure);
  return value === total ? words("合计", "total") : (figure.label ?? words(value, value));
};

/** How Excel shows a number of a unit. */
const shown = (unit: string | null | undefined): string =>
  unit === "rate" ? "0.0%" : unit === "yuan" || unit === "yuan_per_person" ? "#,##0.00" : "#,##0.######";

const figures = ({ figures, indicators }: Publication): Table => {
  const parts = new Map(indicators.map(({ id, unit, parts }) => [id, { value: unit, ...parts }]));
  const columns = [
    column("indicator", "指标，写作“业务.指标”", "the indicator, written room.indicator", text, required),
    column("quarter", "季度，写作 2018Q4", "quarter of the reporting year, written 2018Q4", text, required),
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

const said = (unit: Unit | undefined): Words => (unit === undefined ? words("", "") : units[unit]);

const indicators = ({ indicators, rooms }: Publication): Table => ({
  name: "indicators",
  words: words("指标说明：每行一项指标", "what each indicator claims, a row each"),
  columns: [
    column("indicator", "指标，写作“业务.指标”", "the indicator, written room.indicator", text, required),
    column("room", "业务代号", "id of the programme", text, required),
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

const quarters = ({ quarters }: Publication): Table => ({
  name: "quarters",
  words: words("季度：每行一个季度", "the quarters, a row each"),
  columns: [
    column("quarter", "季度，写作 2018Q4", "quarter of the reporting year, written 2018Q4", text, required),
    column("year", "工作年度", "reporting year", text, required),
    column("first_day", "第一天", "its first day", day, required),
    column("last_day", "最后一天", "its last day", day, required),
    column("previous", "上一季度，用于环比", "the quarter before", text, required),
    column("year_before", "上年同一季度，用于同比", "the same quarter of the year before", text, required),
  ],
  key: ["quarter"],
  rows: atHand(quarters.map((q): Row => [q.id, q.year, q.firstDay, q.lastDay, q.previous, q.yearBefore])),
});

const dimensions = ({ dimensions }: Publication): Table => ({
  name: "dimensions",
  words: words("分组方式：每行一种", "what figures are broken down by, a row each"),
  columns: [
    column("dimension", "代号", "its id", text, required),
    column("zh", "名称", "its name in Chinese", text, required),
    column("en", "名称（英文）", "its name in English", text, required),
    column("ordered", "各组是否有先后", "whether its groups have an order of their own", yesNo, required),
  ],
  key: ["dimension"],
  rows: atHand(
    dimensions.map(({ id, words, ordered }): Row => [id, words.zh, words.en, String(ordered === true)]),
  ),
});

/** Groups that the figures speak of, by the name they bore in each quarter. */
const groups = (publication: Publication): Table => {
  const places = new Map(publication.dimensions.map(({ id, places }) => [id, places]));
  const rows = new Map<string, Row>();
  for (const figure of publication.figures) {
    const [dimension, value] = placeOf(figure);
    const key = JSON.stringify([dimension, value, figure.quarter]);
    if (dimension === total || rows.has(key)) continue;
    const label = wordsAt(figure);
    const place = places.get(dimension)?.[value];
    rows.set(key, [dimension, value, figure.quarter, label.zh, label.en, place?.x ?? null, place?.y ?? null]);
  }
  const degrees: Kind = { is: "decimal", precision: 18, scale: 15 };
  return {
    name: "groups",
    words: words(
      "各组的名称和位置：每行一个组在一个季度（镇街更名的，各季度为当时的名称）",
      "names and places of the groups: a row per group and quarter, by the name it bore then",
    ),
    columns: [
      column("dimension", "分组方式", "what is broken down by", text, required),
      column("dimension_value", "组的代码", "code of the group", text, required),
      column("quarter", "季度，写作 2018Q4", "quarter of the reporting year, written 2018Q4", text, required),
      column("label_zh", "中文名称", "its name in Chinese", text, required),
      column("label_en", "英文名称", "its name in English", text, required),
      column(
        "longitude",
        "经度（WGS84，度）；没有位置的为空",
        "degrees east (WGS84); empty where it has no place",
        degrees,
      ),
      column(
        "latitude",
        "纬度（WGS84，度）；没有位置的为空",
        "degrees north (WGS84); empty where it has no place",
        degrees,
      ),
    ],
    key: ["dimension", "dimension_value", "quarter"],
    refers: { dimension: ["dimensions", "dimension"], quarter: ["quarters", "quarter"] },
    rows: atHand([...rows.keys()].sort().map((key) => rows.get(key) as Row)),
  };
};

const targets = ({ targets, indicators }: Publication): Table => {
  const unitOf = new Map(indicators.map(({ id, unit }): [string, Unit] => [id, unit]));
  return {
    name: "targets",
    words: words("目标：每行一项指标在一个季度的目标", "targets: a row per indicator and quarter"),
    columns: [
      column("indicator", "指标，写作“业务.指标”", "the indicator, written room.indicator", text, required),
      column("quarter", "季度，写作 2018Q4", "quarter of the reporting year, written 2018Q4", text, required),
      column(
        "span",
        "quarter 季度目标，year 全年目标",
        "quarter: set for the quarter; year: for its year",
        text,
        {
          ...required,
          among: spans,
        },
      ),
      column("target", "目标值，按指标的单位", "the target, in the indicator's unit", exact, {
        ...required,
        shownAs: (row) => shown(unitOf.get(row[0] ?? "")),
      }),
      column("quote", "出处", "the words that set it"),
    ],
    key: ["indicator", "quarter"],
    refers: { indicator: ["indicators", "indicator"], quarter: ["quarters", "quarter"] },
    rows: atHand(targets.map((t): Row => [t.indicator, t.quarter, t.span, t.target, t.quote ?? null])),
  };
};

const count = (n: number | null): string | null => (n === null ? null : String(n));

const completeness = ({ completeness }: Publication): Table => ({
  name: "completeness",
  words: words(
    "台账报送情况：每行一种台账在一个季度",
    "how complete the registers are: a row per register and quarter",
  ),
  columns: [
    column("quarter", "季度，写作 2018Q4", "quarter of the reporting year, written 2018Q4", text, required),
    column("room", "业务代号", "id of the programme", text, required),
    column("register", "台账代号", "id of the register", text, required),
    column("zh", "台账", "the register in Chinese", text, required),
    column("en", "台账（英文）", "the register in English", text, required),
    column("rows", "采用的行数", "rows accepted", whole, required),
    column("due", "应报份数；空为没有应报清单", "returns due; empty where none were declared due", whole),
    column("received", "收到份数，含逾期和零报告", "returns that came, late and empty ones included", whole),
    column("late", "逾期份数", "returns that came late", whole),
    column("zero", "零报告份数", "empty returns, sent on purpose", whole),
    column("missing", "缺报份数", "returns that did not come", whole),
  ],
  key: ["quarter", "register"],
  refers: { quarter: ["quarters", "quarter"] },
  rows: atHand(
    completeness.map(
      (c): Row => [
        c.quarter,
        c.room,
        c.register,
        c.words.zh,
        c.words.en,
        String(c.rows),
        count(c.due),
        count(c.received),
        count(c.late),
        count(c.zero),
        count(c.missing),
      ],
    ),
  ),
});

/** The tables that both audiences get, each with what its edition may say. */
export const publishedTables = (publication: Publication): Table[] =>
  [figures, indicators, quarters, dimensions, groups, targets, completeness].map((make) => make(publication));
