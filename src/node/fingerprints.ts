import type { Figure } from "../figure.ts";
import type { Indicator } from "../indicator.ts";
import { columnsOf } from "./comments.ts";
import { cameIn } from "./grow/came.ts";
import type { Growth } from "./grow/growth.ts";
import { columnsRead, readsRowsAlone } from "./row_reads.ts";
import { modelName, name } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** By quarter, what tells one set of rows of a model from another. */
export type ByQuarter = ReadonlyMap<string, string>;

/**
 * Rows by quarter, told by their number and by two sums of hashes of 64 bits each, in which their order does not count.
 * DuckDB joins the hashes of columns by XOR: hashed once more, no exchange of cells between rows leaves a sum as it was.
 */
const fingerprintSql = (model: string, columns: readonly string[], where = "true"): string => {
  const sum = (of: readonly string[]): string => `sum(hash(hash(${of.map(name).join(", ")})))`;
  return `SELECT quarter, concat_ws(' ', count(*), ${sum(columns)}, ${sum(columns.toReversed())}) AS told
FROM ${modelName(model)} WHERE ${where} GROUP BY quarter`;
};

/** What tells rows together with more of them: number and sums add up. */
const sumOf = (rows: ByQuarter, more: ByQuarter): ByQuarter => {
  const numbers = (told: string | undefined): bigint[] => (told ?? "0 0 0").split(" ").map(BigInt);
  const all = new Map(rows);
  for (const [quarter, told] of more) {
    const before = numbers(rows.get(quarter));
    all.set(
      quarter,
      numbers(told)
        .map((n, i) => n + (before[i] as bigint))
        .join(" "),
    );
  }
  return all;
};

/** Macros, which may hide a subselect, and functions that look at a clock, a counter or chance. */
const unsteadyIn = async (warehouse: Warehouse): Promise<Set<string>> => {
  const rows = await warehouse.rows(
    "SELECT DISTINCT lower(function_name) AS called FROM duckdb_functions() WHERE NOT internal OR stability <> 'CONSISTENT'",
  );
  return new Set(rows.map(({ called }) => called ?? ""));
};

/** What fingerprints are taken of, and what is known of it. */
interface Subject {
  readonly warehouse: Warehouse;
  readonly indicators: readonly Indicator[];
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly unsteady: ReadonlySet<string>;
  /** The year that each quarter is in. */
  readonly years: ReadonlyMap<string, string>;
  readonly known: ReadonlyMap<string, ByQuarter>;
  readonly growth: Growth | undefined;
}

/** Fingerprints of the rows that indicators are measured from. Each model is looked through once, when it is asked for. */
export class Fingerprints {
  readonly #subject: Subject;
  readonly #models = new Map<string, Promise<ByQuarter | undefined>>();
  /** What was seen, by the query that it was seen with. */
  readonly seen = new Map<string, ByQuarter>();

  private constructor(subject: Subject) {
    this.#subject = subject;
  }

  /**
   * @param indicators all that may be asked about: what they mention of a model is what counts of its rows
   * @param known what was seen in the same warehouse before, so that it need not be looked through again
   * @param growth where it was seen in the one that this grew from: rows that came are looked at alone
   */
  static async over(
    warehouse: Warehouse,
    indicators: readonly Indicator[],
    known: ReadonlyMap<string, ByQuarter> = new Map(),
    growth?: Growth,
  ): Promise<Fingerprints> {
    const quarters = await warehouse.rows("SELECT quarter, year FROM calendar.quarters ORDER BY quarter");
    return new Fingerprints({
      warehouse,
      indicators,
      columns: new Map(
        [...(await columnsOf(warehouse))].map(([model, columns]) => [
          model,
          columns.map(({ name: id }) => id),
        ]),
      ),
      unsteady: await unsteadyIn(warehouse),
      years: new Map(quarters.map(({ quarter, year }) => [quarter ?? "", year ?? ""])),
      known,
      growth,
    });
  }

  /** Whether the rows of its model are all that an indicator's numbers are made from. */
  tells(indicator: Indicator): boolean {
    return readsRowsAlone(indicator, this.#subject.unsteady);
  }

  async #rowsBy(sql: string): Promise<[string, string][]> {
    return (await this.#subject.warehouse.rows(sql)).map(({ quarter, told }) => [quarter ?? "", told ?? ""]);
  }

  /** What was seen of a model, and what came to it since; undefined where it has to be looked through. */
  async #since(before: ByQuarter, model: string, columns: readonly string[]): Promise<ByQuarter | undefined> {
    const { growth } = this.#subject;
    if (growth === undefined || !growth.touched.has(model)) return before;
    if (!growth.added.has(model) || !this.#subject.columns.get(model)?.includes("_file")) return undefined;
    return sumOf(before, new Map(await this.#rowsBy(fingerprintSql(model, columns, cameIn(growth.came)))));
  }

  async #look(model: string): Promise<ByQuarter | undefined> {
    const own = this.#subject.indicators.filter(({ from }) => from === model);
    const columns = columnsRead(own, this.#subject.columns.get(model) ?? []).filter(
      (column) => column !== "quarter",
    );
    const told = ["quarter", ...columns];
    const sql = fingerprintSql(model, told);
    try {
      const before = this.#subject.known.get(sql);
      const found = (before && (await this.#since(before, model, told))) ?? new Map(await this.#rowsBy(sql));
      this.seen.set(sql, found);
      return found;
    } catch {
      // Who measures it says what is wrong with it.
      return undefined;
    }
  }

  /**
   * What tells the rows of a model in periods from others.
   * @param looks false where only a model that was looked through already is told of
   * @returns undefined where nothing can be told
   */
  async of(
    model: string,
    span: Figure["span"],
    periods: readonly string[],
    looks = true,
  ): Promise<ReadonlyMap<string, string> | undefined> {
    if (looks && !this.#models.has(model)) this.#models.set(model, this.#look(model));
    const own = await this.#models.get(model);
    return (
      own &&
      new Map(
        periods.map((period) => [
          period,
          this.quartersOf(span, [period])
            .map((q) => `${q} ${own.get(q) ?? "-"}`)
            .join(", "),
        ]),
      )
    );
  }

  /** The quarters that periods are made of. */
  quartersOf(span: Figure["span"], periods: readonly string[]): string[] {
    const { years } = this.#subject;
    const isIn = (quarter: string, period: string): boolean =>
      quarter === period || (span === "year" && years.get(quarter) === years.get(period) && quarter < period);
    return [...years.keys()].filter((quarter) => periods.some((period) => isIn(quarter, period)));
  }
}
