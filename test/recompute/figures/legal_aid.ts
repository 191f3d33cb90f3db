import type { Entry, Intake } from "../intake.ts";
import {
  distinct,
  fen,
  field,
  flow,
  type Period,
  type Recomputed,
  stock,
  total,
  until,
  within,
} from "./recomputed.ts";

/**
 * 挽回经济损失（确认口径）: confirmed amounts of cases closed in the period that were granted or settled, other than by
 * advice or drafting alone. 追回劳动报酬 is the part of it that is about pay.
 */
const recovered = (intake: Intake, periods: readonly Period[]): Recomputed[] => {
  const counts = (c: Entry): boolean =>
    (["全部支持", "部分支持"].includes(field(c, "outcome") ?? "") ||
      ["调解", "和解"].includes(field(c, "closing") ?? "")) &&
    !["法律咨询", "代拟法律文书"].includes(field(c, "form") ?? "");
  const sum = (also: (c: Entry) => boolean) => (of: readonly Period[]) => ({
    numerator: total(
      intake.rows.cases
        .filter((c) => c.closed != null && within(c.closed, of) && counts(c) && also(c))
        .map((c) => fen(c, "confirmed")),
    ),
    denominator: null,
  });
  return [
    ...flow(
      intake,
      periods,
      "legal_aid.recovered",
      ["cases"],
      sum(() => true),
      { by: {}, money: true },
    ),
    ...flow(
      intake,
      periods,
      "legal_aid.wages_recovered",
      ["cases"],
      sum((c) => c.cause === "劳动报酬"),
      { by: {}, money: true },
    ),
  ];
};

/** 到账金额: receipts dated in the period, whenever the case was closed. */
const received = (intake: Intake, periods: readonly Period[]): Recomputed[] =>
  flow(
    intake,
    periods,
    "legal_aid.received",
    ["receipts"],
    (of) => ({
      numerator: total(intake.rows.receipts.filter((r) => within(r.day, of)).map((r) => fen(r, "amount"))),
      denominator: null,
    }),
    { by: {}, money: true },
  );

/** 批次: distinct numbers of batches accepted in the period. */
const batches = (intake: Intake, periods: readonly Period[]): Recomputed[] =>
  flow(intake, periods, "legal_aid.batches", ["cases"], (of) => ({
    numerator: distinct(intake.rows.cases.filter((c) => within(c.accepted, of)).map((c) => String(c.batch))),
    denominator: null,
  }));

/** 律师服务覆盖率: units with a lawyer under contract on the quarter's last day ÷ units. */
const lawyers = (intake: Intake, periods: readonly Period[]): Recomputed[] =>
  stock(intake, periods, "legal_aid.lawyer_coverage", ["lawyers"], ({ last }) => ({
    numerator: BigInt(
      intake.rows.serviceUnits.filter((u) =>
        intake.rows.lawyers.some(
          (l) => l.unit === u.id && String(l.from) <= last && until(last, field(l, "to")),
        ),
      ).length,
    ),
    denominator: BigInt(intake.rows.serviceUnits.length),
  }));

export const legalAidFigures = (intake: Intake, periods: readonly Period[]): Recomputed[] => [
  ...recovered(intake, periods),
  ...received(intake, periods),
  ...batches(intake, periods),
  ...lawyers(intake, periods),
];
