import { axisOf, dash } from "../format.ts";
import type { PublishedIndicator } from "../publication.ts";
import { bars } from "./bars.ts";
import { breakdownTable } from "./breakdown_table.ts";
import { sketch } from "./canvas.ts";
import { chart } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { dotMap } from "./dot_map.ts";
import { inWords, keyWords, mostTiles, remarkOf, told } from "./map_words.ts";
import { marksOf } from "./marks.ts";
import { html, type Markup } from "./markup.ts";
import { tileMap } from "./tile_map.ts";
import { wording } from "./wording.ts";

/** Which values are not drawn, and why. */
const unplacedIn = (names: readonly string[], context: Context): Markup | undefined =>
  names.length === 0
    ? undefined
    : html`<p class="small">${say(wording.unplaced, context)}${context.lang === "zh" ? `：${names.join("、")}` : `: ${names.join(", ")}`}</p>`;

/**
 * An indicator where it lies, drawn without any map service: a tile for each of a few places, a dot for each of many.
 * Without coordinates it says so and draws bars.
 * @param names dimension whose names are written among the dots
 */
export const map = (
  indicator: PublishedIndicator,
  dimension: string,
  names: string | undefined,
  context: Context,
): Markup => {
  const { edition, lang, quarter } = context;
  const { marks, unplaced } = marksOf(indicator, dimension, context);
  if (marks.length === 0)
    return unplaced.length === 0
      ? bars(indicator, dimension, context)
      : html`<div><p class="none">${say(wording.noPlaces, context)}</p>${bars(indicator, dimension, context)}</div>`;
  const by = say(edition.dimension(dimension).words, context);
  const title =
    lang === "zh" ? `${indicator.words.zh}，按${by}` : `${indicator.words.en} by ${by.toLowerCase()}`;
  const written = names === undefined ? [] : marksOf(indicator, names, context).marks;
  const drawn = sketch(
    (form) =>
      marks.length <= mostTiles && names === undefined
        ? tileMap(marks, indicator, form, context)
        : dotMap(
            marks,
            written,
            keyWords(marks, indicator, context),
            (mark) => inWords(mark, indicator, context),
            form,
          ),
    `${title}: ${told(marks, indicator, context)}`,
  );
  return chart(
    {
      indicator,
      title,
      unit: axisOf(indicator.unit, lang).unit || dash,
      remark: remarkOf(marks, by, indicator, context),
      svg: html`${drawn}${unplacedIn(unplaced, context)}`,
      table: breakdownTable(indicator, by, edition.breakdown(indicator, quarter.id, dimension), context),
    },
    context,
  );
};
