import type { Figure } from "../figure.ts";
import { nearest } from "../nearest.ts";
import type {
  Publication,
  PublishedDimension,
  PublishedGap,
  PublishedIndicator,
  PublishedTarget,
} from "../publication.ts";
import type { Quality } from "../published_quality.ts";
import type { Quarter } from "../quarter.ts";
import { addressOf, type Revision } from "../revision.ts";
import { words } from "../words.ts";
import { Closed, Missing } from "./page_error.ts";

type Span = Figure["span"];

const address = (indicator: string, quarter: string, span: Span, dimension: string): string =>
  `${indicator} ${quarter} ${span} ${dimension}`;

const dimensionsOf = (figure: Figure): string => Object.keys(figure.by).sort().join(",");

/** What was published, with the look-ups that drawings need. A name that is not there throws Missing. */
export class Edition {
  readonly publication: Publication;
  readonly quality: Quality;
  readonly #figures = new Map<string, Figure[]>();
  readonly #largest = new Map<string, string | undefined>();
  readonly #revisions: ReadonlyMap<string, Revision>;

  constructor(publication: Publication, quality: Quality) {
    this.publication = publication;
    this.quality = quality;
    for (const figure of publication.figures) {
      const at = address(figure.indicator, figure.quarter, figure.span, dimensionsOf(figure));
      const there = this.#figures.get(at);
      if (there) there.push(figure);
      else this.#figures.set(at, [figure]);
    }
    this.#revisions = new Map(publication.revisions.map((revision) => [addressOf(revision), revision]));
  }

  get latest(): Quarter {
    const quarter = this.publication.quarters.at(-1);
    if (quarter === undefined) throw new Missing(words("尚无任何季度的数据", "no quarter has any data yet"));
    return quarter;
  }

  quarter(id: string): Quarter {
    return (
      this.publication.quarters.find((q) => q.id === id) ??
      lost(words("季度", "quarter"), id, this.publication.quarters)
    );
  }

  indicator(id: string): PublishedIndicator {
    return (
      this.publication.indicators.find((i) => i.id === id) ??
      lost(words("指标", "indicator"), id, this.publication.indicators)
    );
  }

  /** @throws Closed for an axis that this audience may not have */
  dimension(id: string): PublishedDimension {
    const closed = this.publication.closed?.find((d) => d.id === id);
    if (closed)
      throw new Closed(
        words(
          `按${closed.words.zh}的分组只在内部版列出。`,
          `By ${closed.words.en}: in the internal edition only.`,
        ),
      );
    return (
      this.publication.dimensions.find((d) => d.id === id) ??
      lost(words("分组", "dimension"), id, this.publication.dimensions)
    );
  }

  /** The target that holds for an indicator in a quarter: what the federation set, else the indicator's design number. */
  target(
    indicator: PublishedIndicator,
    quarter: string,
  ): Omit<PublishedTarget, "indicator" | "quarter"> | undefined {
    const set = this.publication.targets?.find((t) => t.indicator === indicator.id && t.quarter === quarter);
    if (set) return set;
    const { target, span } = indicator;
    return target === undefined ? undefined : { target, span: span === "flow" ? "year" : "quarter" };
  }

  gap(id: string): PublishedGap {
    return (
      this.publication.gaps.find((g) => g.id === id) ??
      lost(words("缺口清单", "gap list"), id, this.publication.gaps)
    );
  }

  /** The total of an indicator in a quarter; undefined where it was not measured. */
  total(indicator: PublishedIndicator, quarter: string, span: Span = "quarter"): Figure | undefined {
    return this.#figures.get(address(indicator.id, quarter, span, ""))?.[0];
  }

  /** How a figure differs from what was released; undefined where it does not, or was not released. */
  revision(figure: Figure): Revision | undefined {
    return this.#revisions.get(addressOf(figure));
  }

  /** One figure per value of a dimension. @throws Missing when the indicator has no such breakdown */
  breakdown(
    indicator: PublishedIndicator,
    quarter: string,
    dimension: string,
    span: Span = "quarter",
  ): Figure[] {
    this.dimension(dimension);
    if (!indicator.by.includes(dimension))
      throw new Missing(
        words(
          `指标“${indicator.id}”没有按“${dimension}”的分组，可用的有：${indicator.by.join("、") || "无"}`,
          `indicator "${indicator.id}" has no breakdown by "${dimension}"; it has: ${indicator.by.join(", ") || "none"}`,
        ),
      );
    return this.#figures.get(address(indicator.id, quarter, span, dimension)) ?? [];
  }

  /** The largest value of any quarter in a breakdown; undefined where there is none. */
  largest(indicator: PublishedIndicator, dimension: string): string | undefined {
    const at = `${indicator.id} ${dimension}`;
    if (!this.#largest.has(at)) {
      let [most, found]: [number, string | undefined] = [Number.NEGATIVE_INFINITY, undefined];
      for (const { id } of this.publication.quarters)
        for (const { value } of this.breakdown(indicator, id, dimension))
          if (value !== null && Number(value) > most) [most, found] = [Number(value), value];
      this.#largest.set(at, found);
    }
    return this.#largest.get(at);
  }
}

const lost = (
  noun: { zh: string; en: string },
  id: string,
  among: readonly { readonly id: string }[],
): never => {
  const meant = nearest(
    id,
    among.map((x) => x.id),
  );
  throw new Missing(
    words(
      `没有名为“${id}”的${noun.zh}${meant ? `，是否应为“${meant}”？` : ""}`,
      `there is no ${noun.en} "${id}"${meant ? `; did you mean "${meant}"?` : ""}`,
    ),
  );
};
