import type { Explorable, Explored, ExploredRow } from "../../explored.ts";
import { type Axis, axisOf, formatQuarter, formatValue } from "../../format.ts";
import type { Lang, Words } from "../../words.ts";

type Entry = Explorable["indicators"][number];

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

/** More bars than these do not help: the table has them all. */
const most = 40;

const fetched = async <T>(address: string): Promise<T> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
};

/**
 * Answers what /explore asks of the published figures.
 * @param folder where they are, as seen from the page
 */
export const explorer = async (folder: string, lang: Lang) => {
  const index = await fetched<Explorable>(`${folder}/index.json`);
  const kept = new Map<string, Promise<Explored>>();

  const settle = (
    indicator: Entry,
    axis: Axis,
    name: string,
    [, value, numerator, denominator, mark]: ExploredRow,
  ): Row[] => {
    const { parts } = indicator;
    if (value === null && mark === undefined) return [];
    const part = (found: string | null, unit: keyof NonNullable<typeof parts>): string =>
      parts ? formatValue(found, parts[unit], lang) : "";
    return [
      {
        name,
        place: value === null ? 0 : axis.place(value),
        label: value === null ? String(mark) : formatValue(value, indicator.unit, lang),
        numerator: part(numerator, "numerator"),
        denominator: part(denominator, "denominator"),
      },
    ];
  };

  return {
    rooms: index.rooms.filter((room) => index.indicators.some((i) => i.room === room.id)),
    quarters: index.quarters.toReversed(),
    none,
    quarterName: (id: string): string => formatQuarter(id, lang),
    nameOf: (thing: { readonly words: Words }): string => thing.words[lang],
    indicatorsOf: (room: string): Entry[] => index.indicators.filter((i) => i.room === room),
    breakdownsOf: (indicator: Entry): string[] => [...indicator.by, none],
    breakdownName: (id: string): string =>
      index.dimensions.find((d) => d.id === id)?.words[lang] ??
      (lang === "zh" ? "不分组，各季度合计" : "none: totals by quarter"),
    axis: (indicator: Entry): Axis => axisOf(indicator.unit, lang),
    /** The figures of an indicator, fetched when they are first asked for. */
    figuresOf: (indicator: Entry): Promise<Explored> => {
      const known = kept.get(indicator.id) ?? fetched<Explored>(`${folder}/${indicator.file}`);
      kept.set(indicator.id, known);
      known.catch(() => kept.delete(indicator.id));
      return known;
    },
    /** Figures of one quarter by one dimension, largest first; without a dimension, the totals of every quarter. */
    rows: (indicator: Entry, { totals, by }: Explored, quarter: string, dimension: string): Row[] => {
      const axis = axisOf(indicator.unit, lang);
      if (dimension === none)
        return totals.flatMap((row) =>
          settle(indicator, axis, formatQuarter(index.quarters[row[0]] ?? "", lang), row),
        );
      const { labels = [], rows = {} } = by[dimension] ?? {};
      return (rows[quarter] ?? [])
        .flatMap((row) => settle(indicator, axis, labels[row[0]]?.[lang] ?? "", row))
        .sort((a, b) => b.place - a.place);
    },
    /** Those of the rows that are drawn. */
    drawn: (rows: readonly Row[]): readonly Row[] => rows.slice(0, most),
  };
};
