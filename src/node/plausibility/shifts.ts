import type { Figure } from "../../figure.ts";
import type { Finding, FindingKind } from "../../finding.ts";
import { formatQuarter, formatValue } from "../../format.ts";
import type { Organisation } from "../../organisation.ts";
import { modifiedZ, outlying } from "../../robust.ts";
import { words } from "../../words.ts";
import { namedIndicators } from "../figures.ts";
import type { Named } from "../measure.ts";

/** Changes from quarter to quarter before one can be judged. */
const changes = 6;
/** Quarters with something in them before nothing at all is told. */
const busy = 4;

export const shiftKind: FindingKind = {
  id: "quarter_shift",
  words: words("指标骤升骤降", "Figures that fall or jump"),
  grade: "unusual",
  reading: words(
    `可以累计的指标的全会合计：本季度比上季度的对数变化，同此前各次变化比，修正 z 值的绝对值大于 ${outlying}，此前不足 ${changes} 次变化的不判；此前连续 ${busy} 个以上季度都有数而本季度为零的，也算。还没有结束的季度不判。`,
    `Totals of figures that add up: the logarithm of the change on the quarter before has a modified z-score beyond ${outlying} against the changes before it, of which there must be ${changes}; a zero after ${busy} quarters or more that all had something counts too. A quarter that is not over is not judged.`,
  ),
};

const isTotal = ({ span, denominator, value }: Named): boolean => span === "flow" && !denominator && !value;

/** The figures that are looked at, without their breakdowns: all that has to be measured where nothing else is asked for. */
export const totalsOf = (organisation: Organisation): Named[] =>
  namedIndicators(organisation)
    .filter(isTotal)
    .map(({ by: _, ...indicator }) => indicator);

const finding = (
  { name, words: said, unit }: Named,
  quarter: string,
  z: number | null,
  [before, value]: readonly [string, string],
  history: number,
): Finding => {
  const told = (lang: "zh" | "en") => ({
    quarter: formatQuarter(quarter, lang),
    before: formatValue(before, unit, lang),
    value: formatValue(value, unit, lang),
  });
  const [zh, en] = [told("zh"), told("en")];
  const size = z === null ? "" : Math.abs(z).toFixed(1);
  return {
    id: `${shiftKind.id}/${name}/${quarter}`,
    kind: shiftKind.id,
    room: name.split(".")[0] ?? "",
    words:
      z === null
        ? words(
            `${zh.quarter}${said.zh}为零，此前连续 ${history} 个季度都有数，上季度为 ${zh.before}`,
            `${said.en} in ${en.quarter}: nothing, after ${history} quarters that all had something (${en.before} in the last)`,
          )
        : words(
            `${zh.quarter}${said.zh}由上季度的 ${zh.before} ${z > 0 ? "升" : "降"}到 ${zh.value}，变化之大超出以往 ${history} 次（修正 z 值 ${z < 0 ? "−" : ""}${size}）`,
            `${said.en} in ${en.quarter}: from ${en.before} to ${en.value}, a ${z > 0 ? "jump" : "fall"} beyond the ${history} changes before (modified z ${z < 0 ? "−" : ""}${size})`,
          ),
    score: z === null ? 100 : Math.abs(z),
    numbers: { quarter, before, value, history: String(history), ...(z !== null && { z: z.toFixed(1) }) },
    count: 0,
    rows: [],
  };
};

/**
 * 指标骤升骤降: quarters in which the total of a flow fell or jumped beyond its own history.
 * @param figures measured figures; the totals of quarters among them are looked at
 * @param over quarters that have ended, in time order
 */
export const shiftsIn = (
  indicators: readonly Named[],
  figures: readonly Figure[],
  over: readonly string[],
): Finding[] => {
  const totals = new Map<string, Map<string, string>>();
  for (const { indicator, quarter, span, by, value } of figures) {
    if (span !== "quarter" || value === null || Object.keys(by).length > 0) continue;
    const own = totals.get(indicator) ?? new Map<string, string>();
    totals.set(indicator, own.set(quarter, value));
  }
  return indicators.filter(isTotal).flatMap((indicator): Finding[] => {
    const own = totals.get(indicator.name);
    if (own === undefined) return [];
    const series = over.flatMap((quarter) => {
      const value = own.get(quarter);
      return value === undefined ? [] : [{ quarter, value, log: Math.log10(Number(value)) }];
    });
    return series.flatMap(({ quarter, value, log }, at): Finding[] => {
      const past = series.slice(0, at);
      const before = past.at(-1);
      if (before === undefined || !Number.isFinite(before.log)) return [];
      if (Number(value) === 0) {
        const idle = past.findLastIndex((p) => !Number.isFinite(p.log));
        const history = past.length - 1 - idle;
        return history < busy ? [] : [finding(indicator, quarter, null, [before.value, value], history)];
      }
      const moves = past
        .slice(1)
        .map((p, i) => p.log - (past[i] as { log: number }).log)
        .filter(Number.isFinite);
      if (moves.length < changes || !Number.isFinite(log)) return [];
      const z = modifiedZ(log - before.log, moves);
      return z !== null && Math.abs(z) > outlying
        ? [finding(indicator, quarter, z, [before.value, value], moves.length)]
        : [];
    });
  });
};
