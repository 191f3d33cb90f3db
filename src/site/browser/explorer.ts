import { type Axis, axisOf, formatQuarter, formatValue } from "../../format.ts";
import type { PublishedIndicator } from "../../publication.ts";
import type { Lang } from "../../words.ts";
import type { Dictionary } from "../dictionary.ts";

type Entry = Dictionary["indicators"][number];

/** The columns of `published/figures.arrow`, as apache-arrow hands them out. */
interface Table {
  readonly numRows: number;
  getChild(name: string): { get(row: number): unknown } | null;
}

/** One figure, ready to be drawn. */
export interface Row {
  readonly name: string;
  readonly place: number;
  readonly label: string;
  readonly numerator: string;
  readonly denominator: string;
}

/** No breakdown: totals over the quarters. */
const none = "";

/** Numbers come as the decimal texts that were published. */
const numeral = (found: unknown): string | null => (typeof found === "string" ? found : null);

/** Answers what /explore asks of the published figures. */
export const explorer = (dictionary: Dictionary, table: Table, lang: Lang) => {
  const column = (name: string) => {
    const vector = table.getChild(name);
    if (vector === null) throw new Error(`figures.arrow has no column ${name}`);
    return (row: number): unknown => vector.get(row);
  };
  const indicators = column("indicator");
  const quarters = column("quarter");
  const spans = column("span");
  const dimensions = column("dimension");
  const codes = column("value_code");
  const labels = column(lang === "zh" ? "label_zh" : "label_en");
  const values = column("value");
  const marks = column("mark");
  const numerators = column("numerator");
  const denominators = column("denominator");

  const rowsOf = new Map<unknown, number[]>();
  for (let row = 0; row < table.numRows; row++) {
    const indicator = indicators(row);
    const there = rowsOf.get(indicator);
    if (there) there.push(row);
    else rowsOf.set(indicator, [row]);
  }

  const settle = (indicator: Entry, axis: Axis, name: string, row: number): Row[] => {
    const value = numeral(values(row));
    const parts: PublishedIndicator["parts"] = indicator.parts;
    const mark = marks(row);
    if (value === null && (typeof mark !== "string" || mark === "")) return [];
    const part = (found: unknown, unit: keyof NonNullable<typeof parts>): string =>
      parts ? formatValue(numeral(found), parts[unit], lang) : "";
    return [
      {
        name,
        place: value === null ? 0 : axis.place(value),
        label: value === null ? String(mark) : formatValue(value, indicator.unit, lang),
        numerator: part(numerators(row), "numerator"),
        denominator: part(denominators(row), "denominator"),
      },
    ];
  };

  return {
    rooms: dictionary.rooms.filter((room) => dictionary.indicators.some((i) => i.room === room.id)),
    quarters: dictionary.quarters.toReversed(),
    none,
    quarterName: (id: string): string => formatQuarter(id, lang),
    nameOf: (thing: { readonly words: { readonly zh: string; readonly en: string } }): string =>
      thing.words[lang],
    indicatorsOf: (room: string): Entry[] => dictionary.indicators.filter((i) => i.room === room),
    breakdownsOf: (indicator: Entry): string[] => [...indicator.by, none],
    breakdownName: (id: string): string =>
      dictionary.dimensions.find((d) => d.id === id)?.words[lang] ??
      (lang === "zh" ? "不分组，各季度合计" : "none: totals by quarter"),
    axis: (indicator: Entry): Axis => axisOf(indicator.unit, lang),
    /** Figures of one quarter by one dimension, largest first; without a dimension, the totals of every quarter. */
    rows: (indicator: Entry, quarter: string, dimension: string): Row[] => {
      const axis = axisOf(indicator.unit, lang);
      const found = (rowsOf.get(indicator.id) ?? []).filter(
        (row) =>
          spans(row) === "quarter" &&
          dimensions(row) === dimension &&
          (dimension === none || quarters(row) === quarter),
      );
      return dimension === none
        ? found.flatMap((row) => settle(indicator, axis, formatQuarter(String(quarters(row)), lang), row))
        : found
            .flatMap((row) => settle(indicator, axis, String(labels(row) || codes(row)), row))
            .sort((a, b) => b.place - a.place);
    },
  };
};
