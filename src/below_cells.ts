import Big from "big.js";
import type { Cell, Sum } from "./cell.ts";
import type { Figure } from "./figure.ts";
import { isGuarded, momentOf, type Part, partsOf, scaled } from "./guarded.ts";
import type { Indicator } from "./indicator.ts";
import { boundless } from "./narrowed.ts";
import type { BelowFigure, PublishedBelow } from "./published_below.ts";
import { rollupOf } from "./rollup.ts";

/** Federations below, what each handed up, and who owes what. */
export type Below = Pick<PublishedBelow, "bundles" | "figures" | "due">;

/** A number of a federation below, and its cell. */
export interface Place {
  readonly figure: BelowFigure;
  readonly part: Part;
  readonly cell: number;
}

/** The numbers side by side on the page, and the sums in which a reader may put them. */
export interface Ledger {
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
  readonly places: readonly Place[];
}

type Numbers = Pick<Figure, "indicator" | "quarter" | "span" | Part | "hidden">;

const hundredths = (text: string): bigint => scaled(new Big(text));

/** What a sign gives away: `<10` says 1 to 9, `≥40` at least 40. */
const toldBy = (sign: string): Cell["told"] => {
  if (sign.startsWith("<")) return [100n, hundredths(sign.slice(1)) - 100n];
  return sign.startsWith("≥") ? [hundredths(sign.slice(1)), boundless] : undefined;
};

const hiddenCell = (told?: Cell["told"]): Cell => ({
  value: 0n,
  sensitive: true,
  pinned: false,
  ...(told && { told }),
});

/** A part as a cell; undefined where nobody told it. @param own the own number, which stands on other pages as well */
const cellOf = ({ hidden, ...numbers }: Numbers, part: Part, own: boolean): Cell | undefined => {
  const sign = hidden?.[part] ?? (hidden && numbers[part] === null ? hidden.value : undefined);
  if (sign !== undefined) return hiddenCell(toldBy(sign));
  const text = numbers[part];
  if (text === null) return undefined;
  return { value: hundredths(text), sensitive: false, pinned: own, ...(own && { known: true as const }) };
};

const ownName = "";

/** `indicator part` → `span quarter` → federation → cell */
type Series = Map<string, Map<string, Map<string, number>>>;

/** Numbers told twice under different names are one cell: hidden or shown together. */
const alike = (series: Series, cells: readonly Cell[]): ((cell: number) => number) => {
  const first = new Map<string, number[]>();
  const same = new Map<number, number>();
  for (const [name, moments] of series) {
    const all = [...moments].flatMap(([moment, of]) =>
      [...of].map(([federation, at]) => ({ at, key: `${moment} ${federation}`, ...(cells[at] as Cell) })),
    );
    if (all.every(({ value }) => value === 0n)) continue;
    all.sort((a, b) => (a.key < b.key ? -1 : 1));
    const room = name.slice(0, name.indexOf("."));
    const told = all.map(({ key, sensitive, value }) => `${key}:${sensitive ? "?" : value}`).join(";");
    const known = first.get(`${room} ${told}`);
    if (known) for (const [i, { at }] of all.entries()) same.set(at, known[i] as number);
    else
      first.set(
        `${room} ${told}`,
        all.map(({ at }) => at),
      );
  }
  return (cell) => same.get(cell) ?? cell;
};

/**
 * Lays out what federations below handed up beside the own numbers, as a reader may set them against each other: the
 * districts' numbers come to the own one, a quarter and the year before it to the year so far, what stands in another
 * federation's numbers to these. Who owes and has not handed up is in the own number all the same.
 * @param own totals as the public may have them
 */
export const ledgerOf = (
  { bundles, figures, due }: Below,
  own: readonly Figure[],
  indicators: ReadonlyMap<string, Indicator>,
): Ledger => {
  const cells: Cell[] = [];
  const places: Place[] = [];
  const series: Series = new Map();
  const put = (name: string, moment: string, federation: string, cell: Cell): number => {
    const moments = series.get(name) ?? new Map<string, Map<string, number>>();
    series.set(name, moments);
    const all = moments.get(moment) ?? new Map<string, number>();
    moments.set(moment, all);
    all.set(federation, cells.push(cell) - 1);
    return cells.length - 1;
  };
  const missing = new Map(due.map(({ quarter, missing: names }) => [quarter, names]));
  const lay = (figure: Numbers, federation: string, laid: (part: Part, cell: number) => void): void => {
    const indicator = indicators.get(figure.indicator);
    if (!indicator || (!indicator.parts && rollupOf(indicator).how === "none")) return;
    for (const [part, unit] of partsOf(indicator)) {
      const cell = cellOf(figure, part, federation === ownName);
      if (cell === undefined) continue;
      const name = `${figure.indicator} ${part}`;
      laid(part, put(name, momentOf(figure as Figure), federation, cell));
      // Where no other federation told a number there is nothing to subtract.
      const others = series.get(name)?.get(momentOf(figure as Figure))?.size ?? 0;
      if (federation === ownName && others > 1 && isGuarded(indicator, unit))
        for (const absent of missing.get(figure.quarter) ?? [])
          put(name, momentOf(figure as Figure), `? ${absent}`, hiddenCell());
    }
  };
  for (const figure of figures)
    lay(figure, figure.federation, (part, cell) => places.push({ figure, part, cell }));
  for (const figure of own) if (Object.keys(figure.by).length === 0) lay(figure, ownName, () => {});

  const same = alike(series, cells);
  const sums: Sum[] = [];
  const add = (total: number | undefined, parts: readonly number[]): void => {
    if (total === undefined || parts.length === 0) return;
    const whole = cells[total] as Cell;
    const each = parts.map((at) => cells[at] as Cell);
    const least = each.reduce((sum, { value, told }) => sum + (told?.[0] ?? value), 0n);
    const isShown = [whole, ...each].every(({ sensitive }) => !sensitive);
    if (isShown && least !== whole.value) return;
    // Too much for its total: it teaches no bounds, and that somebody might subtract all the same is guarded against.
    const past = !whole.sensitive && least > whole.value;
    sums.push({ total: same(total), parts: parts.map(same), ...(past && { past }) });
  };
  const within = new Map(
    bundles.flatMap((b) =>
      b.within === undefined ? [] : [[`${b.federation} ${b.quarter}`, b.within] as const],
    ),
  );
  for (const moments of series.values())
    for (const [moment, all] of moments) {
      const [span = "", quarter = ""] = moment.split(" ");
      const around = (federation: string): string | undefined => within.get(`${federation} ${quarter}`);
      const names = [...all.keys()].filter((name) => name !== ownName);
      const cellsOf = (some: readonly string[]): number[] => some.map((name) => all.get(name) as number);
      add(all.get(ownName), cellsOf(names.filter((name) => around(name) === undefined)));
      for (const name of names) add(all.get(name), cellsOf(names.filter((inner) => around(inner) === name)));
      if (span !== "year") continue;
      const n = Number(quarter.slice(5));
      const before = moments.get(`year ${quarter.slice(0, 5)}${n - 1}`);
      for (const [name, total] of all) {
        const parts = [...(n > 1 ? [before?.get(name)] : []), moments.get(`quarter ${quarter}`)?.get(name)];
        if (!name.startsWith("? ") && !parts.includes(undefined)) add(total, parts as number[]);
      }
    }
  return { cells, sums, places: places.map((place) => ({ ...place, cell: same(place.cell) })) };
};
