import type { Figure } from "../figure.ts";
import type { Indicator } from "../indicator.ts";
import {
  type Answer,
  type Content,
  contentOf,
  figuresKeptIn,
  type Keeping,
  type Row,
  writeFiguresKept,
} from "./figures_kept_file.ts";
import { Fingerprints } from "./fingerprints.ts";
import { growthFrom } from "./grow/growth.ts";
import { sha256 } from "./inbox.ts";
import { measureSql, type Only } from "./measure_sql.ts";
import { originIn } from "./origin.ts";
import type { Warehouse } from "./warehouse.ts";

const inOrder = <T>(answers: ReadonlyMap<string, T>): [string, T][] =>
  [...answers].sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * What queries over models said in earlier runs, so that only periods whose rows changed are asked about again. It may
 * be deleted at any time.
 */
export class FiguresKept {
  readonly #keeping: Keeping;
  readonly #fingerprints: Fingerprints;
  /** The file as it stood there. */
  readonly #before: string;
  readonly #answers: Map<string, Answer>;
  readonly #origin: string | undefined;

  private constructor(
    keeping: Keeping,
    before: string,
    { answers, origin }: Pick<Content, "answers" | "origin">,
    fingerprints: Fingerprints,
  ) {
    this.#keeping = keeping;
    this.#before = before;
    this.#answers = new Map(Object.entries(answers));
    this.#origin = origin;
    this.#fingerprints = fingerprints;
  }

  /** @param indicators all that the organisation has, whichever are measured */
  static async over(
    warehouse: Warehouse,
    keeping: Keeping,
    indicators: readonly Indicator[],
  ): Promise<FiguresKept> {
    const before = figuresKeptIn(keeping.out);
    const { answers, origin: last, seen } = contentOf(before, keeping);
    const origin = await originIn(warehouse);
    const isSame = origin !== undefined && origin === last;
    const growth = isSame || last === undefined ? undefined : await growthFrom(warehouse, last);
    const known = Object.entries(isSame || growth ? seen : {});
    const fingerprints = await Fingerprints.over(
      warehouse,
      indicators,
      new Map(known.map(([sql, byQuarter]) => [sql, new Map(Object.entries(byQuarter))])),
      growth,
    );
    return new FiguresKept(keeping, before, { answers, origin }, fingerprints);
  }

  /**
   * What a query over indicators of the same rows says of quarters, or of the years to their ends.
   * @param ask puts the query to the warehouse, for some periods or for all
   */
  async answer(
    indicators: readonly Indicator[],
    span: Figure["span"],
    quarters: readonly string[],
    ask: (only?: Only) => Promise<readonly Row[]>,
  ): Promise<readonly Row[]> {
    const [first, ...others] = indicators;
    if (first === undefined || !indicators.every((one) => this.#fingerprints.tells(one))) return ask();
    const { from: model } = first;
    const now = await this.#fingerprints.of(model, span, quarters);
    if (now === undefined) return ask();
    const query = sha256(measureSql(first, span, others));
    const before = this.#answers.get(query)?.periods ?? {};
    const stands = quarters.flatMap((quarter) => {
      const said = before[quarter];
      return said !== undefined && said.of === now.get(quarter) ? [[quarter, said] as const] : [];
    });
    const known = new Map(stands);
    const asked = quarters.filter((quarter) => !known.has(quarter));
    const within = this.#fingerprints.quartersOf(span, asked);
    const only = { periods: asked, ...(within.length < quarters.length && { quarters: within }) };
    const found = asked.length === 0 ? [] : await ask(known.size === 0 ? undefined : only);
    const periods = Object.fromEntries(
      [...now].map(([quarter, of]) => [
        quarter,
        known.get(quarter) ?? { of, rows: found.filter(({ period }) => period === quarter) },
      ]),
    );
    this.#answers.set(query, { model, span, periods });
    return Object.values(periods).flatMap(({ rows }) => rows);
  }

  /** Writes down what was said of the rows as they are now. What was said of others goes. */
  async keep(): Promise<void> {
    const current: [string, Answer][] = [];
    // Answers come in any order, and the file is the same.
    for (const [query, { model, span, periods }] of inOrder(this.#answers)) {
      const now = await this.#fingerprints.of(model, span, Object.keys(periods), false);
      const own = Object.entries(periods).filter(([period, { of }]) => now?.get(period) === of);
      if (own.length > 0) current.push([query, { model, span, periods: Object.fromEntries(own) }]);
    }
    const seen = inOrder(this.#fingerprints.seen).map(
      ([sql, byQuarter]) => [sql, Object.fromEntries(byQuarter)] as const,
    );
    writeFiguresKept(
      this.#keeping,
      { origin: this.#origin, seen: Object.fromEntries(seen), answers: Object.fromEntries(current) },
      this.#before,
    );
  }
}
