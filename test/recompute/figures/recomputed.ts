import type { Span } from "../calendar.ts";
import type { Entry, Intake } from "../intake.ts";

/** A figure as it was computed without the engine: whole numbers, money in fen. */
export interface Recomputed {
  readonly indicator: string;
  readonly quarter: string;
  readonly span: "quarter" | "year";
  readonly by: Readonly<Record<string, string>>;
  /** Null: no data, since nothing that it is made from was ever handed in. */
  readonly numerator: bigint | null;
  /** Null where the figure is no quotient. */
  readonly denominator: bigint | null;
  readonly money?: true;
}

/** A quarter, with those of its year up to it. */
export interface Period extends Span {
  readonly year: string;
  /** First day of the reporting year. */
  readonly yearFirst: string;
  readonly months: readonly Span[];
  readonly soFar: readonly Period[];
}

export type Part = Pick<Recomputed, "numerator" | "denominator">;

export const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, n) => sum + n, 0n);
export const distinct = (keys: readonly string[]): bigint => BigInt(new Set(keys).size);

/** True of a day that lies in one of the periods. */
export const within = (day: unknown, periods: readonly Span[]): boolean =>
  periods.some(({ first, last }) => first <= String(day) && String(day) <= last);

export const field = (row: Entry, id: string): string | null => (row[id] == null ? null : String(row[id]));
export const fen = (row: Entry, id: string): bigint => (typeof row[id] === "bigint" ? row[id] : 0n);

/** Whether the first day is not after the second, an open end being never. */
export const until = (day: string, end: string | null): boolean => end === null || day <= end;

/** The figures of a flow: in each quarter, and over the quarters of the year so far. */
export const flow = (
  { handedIn }: Intake,
  periods: readonly Period[],
  indicator: string,
  from: readonly string[],
  measure: (of: readonly Period[]) => Part,
  more: Pick<Recomputed, "by"> & { money?: true } = { by: {} },
): Recomputed[] =>
  periods.flatMap((period) =>
    (["quarter", "year"] as const).map((span) => ({
      indicator,
      quarter: period.id,
      span,
      ...(from.every((id) => (handedIn as ReadonlySet<string>).has(id))
        ? measure(span === "quarter" ? [period] : period.soFar)
        : { numerator: null, denominator: null }),
      ...more,
    })),
  );

/** The figures of a stock: at each quarter's end. */
export const stock = (
  { handedIn }: Intake,
  periods: readonly Period[],
  indicator: string,
  from: readonly string[],
  measure: (at: Period) => Part,
  more: Pick<Recomputed, "by"> & { money?: true } = { by: {} },
): Recomputed[] =>
  periods.map((period) => ({
    indicator,
    quarter: period.id,
    span: "quarter" as const,
    ...(from.every((id) => (handedIn as ReadonlySet<string>).has(id))
      ? measure(period)
      : { numerator: null, denominator: null }),
    ...more,
  }));
