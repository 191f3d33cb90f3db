import type { Publication } from "../../../publication.ts";
import type { Unit } from "../../../unit.ts";
import { words } from "../../../words.ts";
import { atHand, exact, type Row, type Table, text } from "../table.ts";
import { column, indicatorColumn, quarterColumn, required, shown, spans } from "./column.ts";

/** Targets that the federation set. */
export const targets = ({ targets, indicators }: Publication): Table => {
  const unitOf = new Map(indicators.map(({ id, unit }): [string, Unit] => [id, unit]));
  return {
    name: "targets",
    words: words("目标：每行一项指标在一个季度的目标", "targets: a row per indicator and quarter"),
    columns: [
      indicatorColumn,
      quarterColumn,
      column(
        "span",
        "quarter 季度目标，year 全年目标",
        "quarter: set for the quarter; year: for its year",
        text,
        {
          ...required,
          among: spans,
        },
      ),
      column("target", "目标值，按指标的单位", "the target, in the indicator's unit", exact, {
        ...required,
        shownAs: (row) => shown(unitOf.get(row[0] ?? "")),
      }),
      column("quote", "出处", "the words that set it"),
    ],
    key: ["indicator", "quarter"],
    refers: { indicator: ["indicators", "indicator"], quarter: ["quarters", "quarter"] },
    rows: atHand(targets.map((t): Row => [t.indicator, t.quarter, t.span, t.target, t.quote ?? null])),
  };
};
