import type { Span } from "../calendar.ts";
import { type Entry, type Intake, identityOf } from "../intake.ts";
import { distinct, field, flow, type Period, type Recomputed, until, within } from "./recomputed.ts";

const visitKey = (row: Entry): string => `${row.enterprise} ${row.day}`;

const daysOf = ({ rows }: Intake): string[] => rows.visits.map((v) => String(v.day)).sort();

/** Periods of which visits are known: from the first visit to the last. */
const known = (intake: Intake, periods: readonly Period[]): Period[] => {
  const days = daysOf(intake);
  return periods.filter(({ first, last }) => (days[0] ?? "9") <= last && first <= (days.at(-1) ?? ""));
};

/** 走访家次 = distinct (enterprise, date) by any cadre. */
const visits = (intake: Intake, periods: readonly Period[]): Recomputed[] =>
  flow(intake, periods, "visits.visits", ["visits"], (of) => ({
    numerator: distinct(intake.rows.visits.filter((v) => within(v.day, of)).map(visitKey)),
    denominator: null,
  }));

/**
 * 规上企业季度覆盖率, also by 镇街: enterprises listed before the quarter began and still listed on its last day; of
 * those, visited on the spot in the quarter. The year's is the quarters' parts added up. Of quarters before the first
 * visit and after the last nothing is known.
 */
const coverage = (intake: Intake, periods: readonly Period[]): Recomputed[] => {
  const { enterprises, visits: made, areas } = intake.rows;
  const ends = identityOf(areas);
  const listed = (e: Entry, { first, last }: Period): boolean =>
    // Someone who left the list says "no" today; the day of leaving says that it was on it.
    (e.above === true || e.to != null) &&
    (e.from == null || String(e.from) < first) &&
    until(last, field(e, "to"));
  const visited = (e: Entry, period: Period): boolean =>
    made.some((v) => v.enterprise === e.id && v.method === "实地" && within(v.day, [period]));
  const over = (list: readonly Entry[]) => (of: readonly Period[]) => {
    const due = known(intake, of).flatMap((period) =>
      list.filter((e) => listed(e, period)).map((e) => ({ e, period })),
    );
    return {
      numerator: BigInt(due.filter(({ e, period }) => visited(e, period)).length),
      denominator: BigInt(due.length),
    };
  };
  const from = ["visits"];
  const name = "visits.above_scale_coverage";
  const places = [...new Set(enterprises.map((e) => ends(String(e.area))))];
  return [
    ...flow(intake, periods, name, from, over(enterprises)),
    ...places.flatMap((area) =>
      flow(intake, periods, name, from, over(enterprises.filter((e) => ends(String(e.area)) === area)), {
        by: { area },
      }).filter(({ denominator }) => denominator !== null && denominator > 0n),
    ),
  ];
};

/**
 * 月度走访达标率, reading R1: pairs of a link (who, whom) and a month all of which it held; met by a visit of the linked
 * cadre, or by one made for that cadre. Months before the quarter of the first visit, and those that began after the
 * last, are nobody's duty.
 */
const duty = (intake: Intake, periods: readonly Period[]): Recomputed[] => {
  const { links, visits: made } = intake.rows;
  const lastDay = daysOf(intake).at(-1) ?? "";
  const due = (month: Span): string[][] => {
    const held = links.filter(
      (l) => l.type === "企业" && String(l.from) <= month.first && until(month.last, field(l, "to")),
    );
    const pairs = new Map(held.map((l) => [`${l.cadre} ${l.target}`, [String(l.cadre), String(l.target)]]));
    return [...pairs.values()];
  };
  // A visit by proxy is the linked cadre's, whoever made it.
  const met = ([cadre, enterprise]: readonly string[], month: Span): boolean =>
    made.some(
      (v) => v.enterprise === enterprise && within(v.day, [month]) && (v.proxy === true || v.cadre === cadre),
    );
  return flow(intake, periods, "visits.monthly_duty_rate", ["visits"], (of) => {
    const pairs = known(intake, of)
      .flatMap(({ months }) => months.filter(({ first }) => first <= lastDay))
      .flatMap((month) => due(month).map((pair) => ({ pair, month })));
    return {
      numerator: BigInt(pairs.filter(({ pair, month }) => met(pair, month)).length),
      denominator: BigInt(pairs.length),
    };
  });
};

/** 问题办结率 = closed ÷ due: due in the quarter of its deadline, or else of its raising. */
const resolved = (intake: Intake, periods: readonly Period[]): Recomputed[] =>
  flow(intake, periods, "visits.problems_resolved_rate", ["problems"], (of) => {
    const due = of.flatMap((period) =>
      intake.rows.problems
        .filter((p) => p.state !== "不予受理" && within(p.deadline ?? p.raised, [period]))
        .map((p) => ({ p, period })),
    );
    const closed = due.filter(
      ({ p, period }) => p.state === "办结" && p.closed != null && String(p.closed) <= period.last,
    );
    return { numerator: BigInt(closed.length), denominator: BigInt(due.length) };
  });

export const visitFigures = (intake: Intake, periods: readonly Period[]): Recomputed[] => [
  ...visits(intake, periods),
  ...coverage(intake, periods),
  ...duty(intake, periods),
  ...resolved(intake, periods),
];
