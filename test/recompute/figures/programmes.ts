import { before } from "../calendar.ts";
import type { Entry, Intake } from "../intake.ts";
import { fen, field, flow, type Period, type Recomputed, stock, total, until } from "./recomputed.ts";

/** “一般”食堂消除率 = 1 − those of the year's base that are still 一般 at the end ÷ base (the same canteens). */
const fairEliminated = (intake: Intake, periods: readonly Period[]): Recomputed[] => {
  const { canteens, grades } = intake.rows;
  /** The latest 动态 grade before a day, or on it. */
  const gradeOf = (c: Entry, holds: (day: string) => boolean): string | undefined => {
    const given = grades
      .filter((g) => g.canteen === c.id && g.kind === "动态" && holds(String(g.day)))
      .sort((a, b) => (String(a.day) < String(b.day) ? -1 : 1));
    return given.length === 0 ? undefined : String(given.at(-1)?.grade);
  };
  // Closed from its day of closing on.
  const open = (c: Entry, day: string): boolean => c.closed == null || day < String(c.closed);
  return stock(intake, periods, "canteens.fair_eliminated", ["canteens", "grades"], ({ last, yearFirst }) => {
    // The year opens with what the one before closed with.
    const base = canteens.filter(
      (c) => open(c, before(yearFirst)) && gradeOf(c, (day) => day < yearFirst) === "一般",
    );
    const still = base.filter((c) => open(c, last) && gradeOf(c, (day) => day <= last) === "一般");
    return { numerator: BigInt(base.length - still.length), denominator: BigInt(base.length) };
  });
};

/** 计划投用率 = stations in use on the quarter's last day ÷ the 52 planned. */
const stationsInUse = (intake: Intake, periods: readonly Period[]): Recomputed[] =>
  stock(intake, periods, "stations.plan_in_use_rate", ["stations"], ({ last }) => ({
    numerator: BigInt(
      intake.rows.stations.filter(
        (s) =>
          s.opened != null &&
          String(s.opened) <= last &&
          (s.state === "投用" || (s.state === "停用" && s.closed != null && until(last, field(s, "closed")))),
      ).length,
    ),
    denominator: 52n,
  }));

/** 预算拨付率 = paid by the quarter's end on the lines of the year's budget ÷ that budget. */
const paidRate = (intake: Intake, periods: readonly Period[]): Recomputed[] => {
  const { budgetLines, payments } = intake.rows;
  return stock(
    intake,
    periods,
    "entrepreneurship.paid_rate",
    ["payments"],
    ({ year, last }) => {
      const lines = budgetLines.filter((l) => String(l.year).replace("年", "") === year);
      const ids = new Set(lines.map((l) => l.id));
      return {
        numerator: total(
          payments.filter((p) => ids.has(p.line) && String(p.day) <= last).map((p) => fen(p, "amount")),
        ),
        denominator: total(lines.map((l) => fen(l, "budget"))),
      };
    },
    { by: {}, money: true },
  );
};

export const programmeFigures = (intake: Intake, periods: readonly Period[]): Recomputed[] => [
  ...fairEliminated(intake, periods),
  ...stationsInUse(intake, periods),
  ...paidRate(intake, periods),
];

/**
 * 报送率 = received ÷ due (register × unit × quarter). A file is for the 期别 that it states, or else for the quarters
 * that its rows lie in; an empty one that states its period is a return of nothing, and a return.
 */
export const returnsFigures = (intake: Intake, periods: readonly Period[]): Recomputed[] => {
  const folded = (unit: string): string => unit.replace(/（/g, "(").replace(/）/g, ")").replace(/\s/g, "");
  return flow(intake, periods, "returns.reporting_rate", ["returnsDue"], (of) => {
    const due = intake.rows.returnsDue.filter((d) => of.some(({ id }) => id === d.period));
    const received = due.filter((d) =>
      intake.sheets.some(
        (s) =>
          s.title === d.register &&
          s.unit !== undefined &&
          folded(s.unit) === folded(String(d.unit)) &&
          (s.period === undefined ? s.quarters.includes(String(d.period)) : s.period === d.period),
      ),
    );
    return { numerator: BigInt(received.length), denominator: BigInt(due.length) };
  });
};
