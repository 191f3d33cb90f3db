import { formatPart, formatQuarter, formatValue } from "../../format.ts";
import { type Lang, words } from "../../words.ts";
import { aligned } from "../columns.ts";
import { type Explanation, explain as takeApart } from "../explain.ts";
import { Failure } from "../failure.ts";
import { namedIndicators } from "../figures.ts";
import { alone } from "../lock.ts";
import type { Named } from "../measure.ts";
import { asOf, data, json, out } from "../options.ts";
import { quarterSaid } from "../quarter_said.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";
import { openWarehouse } from "../warehouse.ts";
import { fillWarehouse } from "./ingest.ts";

const indicatorIn = (call: Call): Named => {
  const [wanted, ...rest] = call.files;
  if (wanted === undefined || rest.length > 0)
    throw new Failure(
      "请写一项指标，例如 npm run explain -- 业务.指标 --quarter 2018Q4；npm run figures 可看到全部指标",
      "name one indicator, like npm run explain -- room.indicator --quarter 2018Q4; npm run figures lists them all",
    );
  const found = namedIndicators(call.organisation).find(({ name }) => name === wanted);
  if (found) return found;
  throw new Failure(
    `没有名为 ${wanted} 的指标；npm run figures 可看到全部`,
    `there is no indicator ${wanted}; npm run figures lists them all`,
  );
};

const headLines = (
  { indicator, figure, sql, origins, setAside, rows }: Explanation,
  lang: Lang,
): string[] => {
  const zh = lang === "zh";
  const { parts, source } = indicator;
  const value = formatValue(figure.value, indicator.unit, lang);
  const of = figure.label?.[lang] ?? Object.values(figure.by)[0];
  const count = (fate: string): number => setAside.filter((one) => one.fate === fate).length;
  const told = [
    [zh ? "数值" : "value", figure.value === null ? value : `${value}　${figure.value}`],
    ...(parts
      ? [
          [zh ? "分子" : "numerator", formatPart(figure, "numerator", parts.numerator, lang)],
          [zh ? "分母" : "denominator", formatPart(figure, "denominator", parts.denominator, lang)],
        ]
      : []),
    [zh ? "公式" : "formula", indicator.formula[lang]],
    [zh ? "口径" : "reading", indicator.reading[lang]],
    [zh ? "出处" : "source", `${source.quote ? `“${source.quote}” ` : ""}${source.from[lang]}`],
  ] as string[][];
  const files = origins.map(({ file, rows, sha256 }) => [`  ${file}`, String(rows), sha256.slice(0, 12)]);
  return [
    `${indicator.words[lang]}　${indicator.name}　${formatQuarter(figure.quarter, lang)}${of ? `　${of}` : ""}`,
    "",
    ...aligned(told),
    "",
    zh
      ? `来自 ${origins.length} 个文件，共 ${rows.length} 行（文件、行数、校验值）`
      : `From ${origins.length} files, ${rows.length} rows (file, rows, hash)`,
    ...aligned(files, [1]),
    "",
    zh
      ? `同一台账未计入的行：退回 ${count("refused")}、被更新 ${count("superseded")}、重复 ${count("repeated")}`
      : `Rows of the same registers that do not count: ${count("refused")} refused, ${count("superseded")} superseded, ${count("repeated")} repeated`,
    ...setAside
      .filter(({ fate }) => fate !== "repeated")
      .slice(0, 20)
      .map(
        ({ file, line, fate }) =>
          `  ${file}:${line}　${zh ? (fate === "refused" ? "退回" : "被更新") : fate}`,
      ),
    "",
    zh ? "计算语句" : "Query",
    ...sql.split("\n").map((line) => `  ${line}`),
  ];
};

const rowLines = ({ rows, indicator }: Explanation, lang: Lang): string[] => {
  const heads =
    lang === "zh"
      ? ["文件:行", "分子", ...(indicator.denominator ? ["分母"] : []), "内容"]
      : ["file:line", "numerator", ...(indicator.denominator ? ["denominator"] : []), "content"];
  const content = (row: Explanation["rows"][number]): string =>
    Object.entries(row.record ?? row.row)
      .filter(([, value]) => value !== null && value !== "")
      .map(([key, value]) => `${key}=${value}`)
      .join("；");
  return aligned(
    [
      heads,
      ...rows.map((row) => [
        row.file === null ? "—" : `${row.file}:${row.line}`,
        row.numerator ?? "—",
        ...(indicator.denominator ? [row.denominator ?? "—"] : []),
        content(row),
      ]),
    ],
    indicator.denominator ? [1, 2] : [1],
  );
};

const jsonOf = ({ indicator, figure, sql, origins, setAside, rows }: Explanation, all: boolean): string =>
  JSON.stringify(
    {
      indicator: indicator.name,
      quarter: figure.quarter,
      by: figure.by,
      value: figure.value,
      numerator: figure.numerator,
      denominator: figure.denominator,
      unit: figure.unit,
      reading: indicator.reading,
      sql,
      files: origins,
      setAside,
      ...(all && { rows }),
    },
    null,
    1,
  );

/** Takes one figure apart, from the files as they lie there now. */
export const explain: Verb = {
  name: "explain",
  words: words(
    "说明一个数字从哪些行来、怎样算出",
    "takes a figure apart: its rows, files, query and reading",
  ),
  takes: "业务.指标",
  options: {
    quarter: { type: "string", value: "2018Q4", words: words("哪个季度", "the quarter") },
    by: {
      type: "string",
      value: "名称",
      words: words("分组中的一项，例如一个镇街", "one value of a breakdown"),
    },
    rows: { type: "boolean", words: words("逐行列出", "list the rows") },
    personal: {
      type: "boolean",
      words: words("显示姓名等个人信息，请勿外传", "show names and other personal data"),
    },
    json,
    data,
    out,
    "as-of": asOf,
  },
  run: async (call) => {
    const indicator = indicatorIn(call);
    const quarter = quarterSaid(call.options.quarter, "--quarter 2018Q4");
    const by = call.options.by === undefined ? undefined : String(call.options.by);
    await alone(text(call, "out"), () => fillWarehouse(call));
    const warehouse = await openWarehouse(text(call, "out"));
    try {
      const explanation = await takeApart(
        warehouse,
        call.organisation,
        indicator,
        quarter,
        by,
        isSet(call, "personal"),
      );
      if (isSet(call, "json")) call.say(jsonOf(explanation, isSet(call, "rows")));
      else {
        for (const line of headLines(explanation, call.lang)) call.say(line);
        if (isSet(call, "rows")) for (const line of ["", ...rowLines(explanation, call.lang)]) call.say(line);
      }
      return 0;
    } finally {
      warehouse.close();
    }
  },
};
