import type { Figure } from "../figure.ts";
import { formatDay, formatPart, formatQuarter } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { revisedAside } from "../revised.ts";
import { words } from "../words.ts";
import { bars } from "./bars.ts";
import { below } from "./below.ts";
import { beside } from "./beside.ts";
import { card } from "./card.ts";
import { completeness } from "./completeness.ts";
import { type Context, say } from "./context.ts";
import { finder } from "./finder.ts";
import { gapList } from "./gap_list.ts";
import { gapTable, widestGaps } from "./gaps.ts";
import { headlines } from "./headlines.ts";
import { map } from "./map.ts";
import type { Markup } from "./markup.ts";
import { methods } from "./methods.ts";
import { months } from "./months.ts";
import { multiples } from "./multiples.ts";
import { Missing } from "./page_error.ts";
import { pair } from "./pair.ts";
import { programmes } from "./programmes.ts";
import { quality } from "./quality.ts";
import { quarterLinks } from "./quarter_links.ts";
import { reporting } from "./reporting.ts";
import { revisions } from "./revisions.ts";
import { movement, sentence } from "./sentence.ts";
import { shortfalls } from "./shortfalls.ts";
import { targets } from "./targets.ts";
import { templates } from "./templates.ts";
import { trend } from "./trend.ts";
import { trust } from "./trust.ts";

/** What a token says after its verb: `{{bars visits.above_scale_coverage by=area}}`. */
export interface Arguments {
  readonly verb: string;
  readonly name: string | undefined;
  readonly options: Readonly<Record<string, string>>;
}

type Verb<T> = (args: Arguments, context: Context) => T;

const named = ({ verb, name }: Arguments): string => {
  if (name !== undefined) return name;
  throw new Missing(words(`“${verb}”后面要写名称`, `"${verb}" needs a name after it`));
};
const axis = ({ verb, options }: Arguments): string => {
  if (options.by !== undefined) return options.by;
  throw new Missing(words(`“${verb}”要写明分组，例如 by=area`, `"${verb}" needs a breakdown, like by=area`));
};
const option = ({ verb, options }: Arguments, key: string): string => {
  const value = options[key];
  if (value !== undefined) return value;
  throw new Missing(words(`“${verb}”要写明 ${key}=…`, `"${verb}" needs ${key}=…`));
};
const indicatorsIn = (args: Arguments, { edition }: Context): PublishedIndicator[] =>
  [named(args), ...option(args, "with").split(",")].map((id) => edition.indicator(id));

/** A value with its counting word and, where it was revised, what was released. */
const told = (indicator: PublishedIndicator, figure: Figure | undefined, context: Context): string => {
  const revision = figure && context.edition.revision(figure);
  const aside = revision ? revisedAside(revision, indicator.unit, context) : "";
  return `${formatPart(figure, "value", indicator.unit, context.lang)}${aside}`;
};

/** Tokens that become text within a sentence. */
export const phrases: Readonly<Record<string, Verb<string>>> = {
  quarter: (_, c) => formatQuarter(c.quarter.id, c.lang),
  previous: (_, c) => formatQuarter(c.quarter.previous, c.lang),
  asOf: (_, c) => formatDay(c.edition.publication.asOf, c.lang),
  federation: (_, c) => say(c.edition.publication.federation, c),
  change: (a, c) => movement(c.edition.indicator(named(a)), c),
  sentence: (a, c) => sentence(c.edition.indicator(named(a)), c),
  year: (a, c) => {
    const indicator = c.edition.indicator(named(a));
    return told(indicator, c.edition.total(indicator, c.quarter.id, "year"), c);
  },
  widest: (a, c) => widestGaps(c.edition.indicator(named(a)), axis(a), Number(a.options.top ?? 3), c),
};

/** Tokens that stand on a line of their own and become a drawing. */
export const drawings: Readonly<Record<string, Verb<Markup>>> = {
  card: (a, c) => card(c.edition.indicator(named(a)), c),
  bars: (a, c) => bars(c.edition.indicator(named(a)), axis(a), c),
  map: (a, c) => map(c.edition.indicator(named(a)), axis(a), a.options.names, c),
  trend: (a, c) => trend(c.edition.indicator(named(a)), c),
  months: (a, c) => months(c.edition.indicator(named(a)), c),
  multiples: (a, c) => multiples(c.edition.indicator(named(a)), axis(a), c),
  beside: (a, c) => beside(indicatorsIn(a, c), c),
  pair: (a, c) => pair(c.edition.indicator(named(a)), c.edition.indicator(option(a, "with")), axis(a), c),
  shortfalls: (_, c) => shortfalls(c),
  trust: (_, c) => trust(c),
  finder: (_, c) => finder(c),
  reporting: (a, c) => reporting(named(a), c),
  programmes: (_, c) => programmes(c),
  gaps: (a, c) => gapTable(c.edition.indicator(named(a)), axis(a), c),
  list: (a, c) => gapList(c.edition.gap(named(a)), a.options.by ?? "area", c),
  headlines: (_, c) => headlines(c),
  targets: (a, c) => targets(Number(a.options.top ?? 40), c),
  completeness: (_, c) => completeness(c),
  quality: (_, c) => quality(c),
  methods: (_, c) => methods(c),
  below: (_, c) => below(c),
  revisions: (_, c) => revisions(c),
  quarters: (_, c) => quarterLinks(c),
  templates: (_, c) => templates(c),
};

/** An indicator's value in prose; the verb itself is the indicator's name. */
export const valueIn = (name: string, context: Context): string => {
  const indicator = context.edition.indicator(name);
  return told(indicator, context.edition.total(indicator, context.quarter.id), context);
};
