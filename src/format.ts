import Big from "big.js";
import type { Figure } from "./figure.ts";
import { type Unit, units } from "./unit.ts";
import type { Lang } from "./words.ts";

/** Stands for a number that nobody can state: not measured, hidden, or divided by zero. */
export const dash = "—";

const tenThousand = new Big("1e4");
const million = new Big("1e6");
const hundredMillion = new Big("1e8");
const billion = new Big("1e9");

const grouped = (digits: string): string => {
  const [whole = "", fraction] = digits.split(".");
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
};

const fixed = (value: Big, decimals: number): string => grouped(value.toFixed(decimals, Big.roundHalfUp));

/** Yuan in 万元 with two decimals, in 亿元 from one hundred million; English in yuan, million or billion. */
export const formatMoney = (yuan: string, lang: Lang): string => {
  const value = new Big(yuan);
  const size = value.abs();
  if (lang === "zh") {
    return size.gte(hundredMillion)
      ? `${fixed(value.div(hundredMillion), 2)}亿元`
      : `${fixed(value.div(tenThousand), 2)}万元`;
  }
  const sign = value.lt(0) ? "-" : "";
  if (size.gte(billion)) return `${sign}¥${fixed(size.div(billion), 2)} billion`;
  if (size.gte(million)) return `${sign}¥${fixed(size.div(million), 2)} million`;
  return `${sign}¥${fixed(size, 0)}`;
};

/**
 * A rate between 0 and 1 as a percentage with one decimal. A rate that is neither 0 nor 1 is never rounded to
 * 0% or 100%: it keeps as many decimals as it takes (0.9996 is 99.96%).
 */
export const formatRate = (rate: string): string => {
  const percent = new Big(rate).times(100);
  const bare = (decimals: number): Big => percent.round(decimals, Big.roundHalfUp);
  let decimals = 1;
  while (decimals < 6 && !percent.eq(bare(decimals)) && (bare(decimals).eq(0) || bare(decimals).eq(100)))
    decimals += 1;
  return `${fixed(percent, decimals)}%`;
};

const singular = (noun: string): string => noun.replace(/(?:(ch|ss)es|s)$/, "$1");

const plain = (value: Big): string =>
  fixed(value, value.eq(value.round(0)) ? 0 : value.eq(value.round(1)) ? 1 : 2);

/**
 * A figure's value with its counting word.
 * @param value decimal text as measured (yuan, a rate between 0 and 1, a count), or null
 */
export const formatValue = (value: string | null, unit: Unit, lang: Lang): string => {
  if (value === null) return dash;
  if (unit === "yuan") return formatMoney(value, lang);
  if (unit === "rate") return formatRate(value);
  const number = new Big(value);
  if (unit === "yuan_per_person")
    return lang === "zh" ? `${fixed(number, 0)}元/人` : `¥${fixed(number, 0)} per person`;
  if (lang === "zh") return `${plain(number)}${units[unit].zh}`;
  return `${plain(number)} ${number.eq(1) ? singular(units[unit].en) : units[unit].en}`;
};

const signed = (value: Big, shown: string): string => `${value.lt(0) ? "−" : "+"}${shown}`;

/**
 * By how much a value differs from another, with a sign: percentage points for a rate; money below ten thousand yuan
 * to the fen, so that no difference reads as none.
 * @param difference decimal text in the figure's own unit, not zero
 */
export const formatDifference = (difference: string, unit: Unit, lang: Lang): string => {
  const value = new Big(difference);
  const size = value.abs();
  if (unit === "rate") {
    const points = size.times(100);
    let decimals = points.lt(1) ? 2 : 1;
    while (decimals < 6 && points.round(decimals, Big.roundHalfUp).eq(0)) decimals += 1;
    return signed(value, `${fixed(points, decimals)}${lang === "zh" ? "个百分点" : " percentage points"}`);
  }
  if (unit === "yuan" && size.lt(tenThousand))
    return signed(value, lang === "zh" ? `${fixed(size, 2)}元` : `¥${fixed(size, 2)}`);
  return signed(value, formatValue(size.toFixed(), unit, lang));
};

/** What stands behind ≥ is never rounded up: money loses what its words do not show. */
const notRaised = (value: string, unit: Unit): string => {
  if (unit !== "yuan") return value;
  const yuan = new Big(value);
  const step = yuan.gte(hundredMillion) ? million : new Big(100);
  return yuan.minus(yuan.mod(step)).toFixed();
};

/** One number of a figure with its counting word, or the sign that stands for it where it is withheld. */
export const formatPart = (
  figure: Figure | undefined,
  part: "value" | "numerator" | "denominator",
  unit: Unit,
  lang: Lang,
): string => {
  const mark = figure?.hidden?.[part];
  if (mark === undefined) return formatValue(figure?.[part] ?? null, unit, lang);
  if (mark.startsWith("≥")) return `≥${formatValue(notRaised(mark.slice(1), unit), unit, lang)}`;
  if (!mark.startsWith("<")) return mark;
  return lang === "zh" ? `${mark}${units[unit].zh}` : `${mark} ${units[unit].en}`;
};

/** An axis: what one step on it counts, in words, and how to bring a value onto it. */
export interface Axis {
  /** 万元, %, 家; empty where a value needs no counting word. */
  readonly unit: string;
  /** The value as a number on the axis: for drawing only, it is a float. */
  readonly place: (value: string) => number;
  /** The value as it is written beside its mark, without the unit. */
  readonly label: (value: string) => string;
}

const scaled = (unit: string, by: Big, decimals: number): Axis => ({
  unit,
  place: (value) => new Big(value).div(by).toNumber(),
  label: (value) => fixed(new Big(value).div(by), decimals),
});

/** The axis on which values of a unit are drawn: 万元 (¥ million) for money, percent for rates. */
export const axisOf = (unit: Unit, lang: Lang): Axis => {
  if (unit === "yuan")
    return lang === "zh"
      ? scaled("万元", tenThousand, 2)
      : {
          ...scaled("¥ million", million, 2),
          // Below a million two decimals would make 145,500 and 144,500 look like 0.15 and 0.14.
          label: (value) => fixed(new Big(value).div(million), new Big(value).abs().lt(million) ? 3 : 2),
        };
  if (unit === "yuan_per_person") return scaled(units[unit][lang], new Big(1), 0);
  if (unit === "rate")
    return {
      unit: "%",
      place: (value) => new Big(value).times(100).toNumber(),
      label: (value) => formatRate(value).slice(0, -1),
    };
  return { unit: units[unit][lang], place: Number, label: (value) => plain(new Big(value)) };
};

/** `2018Q4` as 2018年第四季度 or Q4 2018. */
export const formatQuarter = (id: string, lang: Lang): string => {
  const [year = "", n = ""] = id.split("Q");
  return lang === "zh" ? `${year}年第${"一二三四"[Number(n) - 1]}季度` : `Q${n} ${year}`;
};

/** `2018Q4` on two lines, quarter above year: for axes. */
export const formatQuarterTick = (id: string, lang: Lang): string => {
  const [year = "", n = ""] = id.split("Q");
  return lang === "zh" ? `${"一二三四"[Number(n) - 1]}季度\n${year}` : `Q${n}\n${year}`;
};

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** An ISO day as 2019年3月31日 or 31 March 2019. */
export const formatDay = (iso: string, lang: Lang): string => {
  const [year, month, day] = iso.split("-").map(Number);
  return lang === "zh" ? `${year}年${month}月${day}日` : `${day} ${months[(month ?? 1) - 1]} ${year}`;
};
