import Papa from "papaparse";
import * as z from "zod";
import type { Figure, Hidden } from "../figure.ts";
import { inert, live } from "../formula.ts";
import { isQuarter } from "../quarter.ts";
import type { Unit } from "../unit.ts";
import { units } from "../unit.ts";
import type { Words } from "../words.ts";

const columns = [
  "indicator",
  "words",
  "quarter",
  "span",
  "dimension",
  "member",
  "label_zh",
  "label_en",
  "value",
  "numerator",
  "denominator",
  "unit",
] as const;

const decimal = /^-?\d+(?:\.\d+)?$/;
/** A number, nothing, or the sign for a number that is withheld. */
const part = z.string().regex(/^(?:-?\d+(?:\.\d+)?|<\d+|※)?$/);

const line = z.strictObject({
  indicator: z.string().regex(/^\w+\.\w+$/),
  words: z.string(),
  quarter: z.string().refine(isQuarter),
  span: z.enum(["quarter", "year"]),
  dimension: z.string(),
  member: z.string(),
  label_zh: z.string(),
  label_en: z.string(),
  value: part,
  numerator: part,
  denominator: part,
  unit: z.enum(Object.keys(units) as [Unit, ...Unit[]]),
});

const parts = ["value", "numerator", "denominator"] as const;

/**
 * Figures as CSV, a line each in the order given: decimal texts, and signs such as `<10` where a number is withheld.
 * UTF-8 without BOM and with LF, so that versions of it compare line by line.
 * @param wordsOf an indicator's words, for the eye only
 */
export const figureTable = (
  figures: readonly Figure[],
  wordsOf: (indicator: string) => Words | undefined,
): string =>
  `${Papa.unparse(
    [
      [...columns],
      ...figures.map((figure) => {
        const [[dimension, member] = ["", ""]] = Object.entries(figure.by);
        const told = parts.map((one) => figure.hidden?.[one] ?? figure[one] ?? "");
        const { indicator, quarter, span, label, unit } = figure;
        return [
          indicator,
          wordsOf(indicator)?.zh ?? "",
          quarter,
          span,
          dimension,
          member,
          label?.zh ?? "",
          label?.en ?? "",
          ...told,
          unit,
        ].map(inert);
      }),
    ],
    { newline: "\n" },
  )}\n`;

const figureOf = (row: z.infer<typeof line>): Figure => {
  const { indicator, quarter, span, dimension, member, label_zh: zh, label_en: en, unit } = row;
  const number = (text: string): string | null => (decimal.test(text) ? text : null);
  const hidden: Hidden = Object.fromEntries(
    parts.flatMap((one) => (row[one] !== "" && !decimal.test(row[one]) ? [[one, row[one]]] : [])),
  );
  return {
    indicator,
    quarter,
    span,
    by: dimension === "" ? {} : { [dimension]: member },
    ...(zh !== "" && { label: { zh, en } }),
    value: number(row.value),
    numerator: number(row.numerator),
    denominator: number(row.denominator),
    unit,
    ...(Object.keys(hidden).length > 0 && { hidden }),
  };
};

/** Reads what `figureTable` wrote. @returns the figures, or the number of the first line that is not as it should be */
export const figuresIn = (csv: string): Figure[] | number => {
  const [head, ...rows] = Papa.parse<string[]>(csv, {
    delimiter: ",",
    newline: "\n",
    skipEmptyLines: true,
  }).data;
  if (head?.join() !== columns.join()) return 1;
  const figures: Figure[] = [];
  for (const [i, cells] of rows.entries()) {
    const row = line.safeParse(Object.fromEntries(cells.map((cell, at) => [columns[at] ?? at, live(cell)])));
    if (!row.success) return i + 2;
    figures.push(figureOf(row.data));
  }
  return figures;
};
