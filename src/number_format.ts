import { asUnclear, foreign } from "./money_unit.ts";

/** Excel keeps fifteen digits; what stands behind them is noise of its binary numbers. */
const digitsOf = (n: number): string => {
  if (Math.abs(n) >= 1e15) return n.toExponential(5).toUpperCase();
  const text = String(Number(n.toPrecision(15)));
  return text.includes("e") ? Number(text).toFixed(20).replace(/0+$/, "") : text;
};

/** A number of so many digits at least, behind words or none: 000000, "QD"0000. It numbers things and counts none. */
const numbering = /^((?:"[\w/-]*"|\\[\w/-])*)(0+)$/;

/** What such a format shows: 000123, QD0012. Undefined where it is no such format, or the number not whole. */
const numberedIn = (n: number, format: string): string | undefined => {
  const [, before, zeros] = numbering.exec(format) ?? [];
  if (before === undefined || zeros === undefined || !Number.isInteger(n) || n < 0 || n >= 1e15)
    return undefined;
  const words = before.replace(/"([^"]*)"|\\(.)/g, "$1$2");
  return `${words}${String(n).padStart(zeros.length, "0")}`;
};

/** What a format says by its signs: words in quotation marks and in brackets are left out, but for hours that add up ([h]). */
export const bare = (format: string): string =>
  format.replace(/"[^"]*"|\[(?![hms]+\])[^\]]*\]|[\\!_*]./gi, "");

/** The sign of a currency that is not yuan, as a format writes it: $, [$USD], [$€-2], "美元", and the yen of Japan's ¥. */
const foreignIn = (format: string): string => {
  if (/\[\$[^\]]*[¥￥]-411\]/.test(format)) return "JPY";
  const written = format.replace(/\[[^\]]*\]/g, "").replace(/["\\!]/g, "");
  return /\[\$(?!CNY|RMB)([^\]¥￥-]+)/.exec(format)?.[1] ?? foreign.exec(written)?.[0] ?? "";
};

/** The unit that a format writes behind numbers, as the first of its parts has it. */
const unitIn = (format: string): string => /[余多]?[百千万亿]{0,2}元|[万亿]/.exec(format)?.[0] ?? "";

/** A format that shows less than there is: 0!.0, or #,##0, in thousands. */
const scales = (format: string): boolean => /[!\\"]\./.test(format) || /[0#?],+(?![#0?])/.test(format);

/** A format whose parts hold for other numbers, and write other units: [>=10000]0.00"万元";0.00"元". */
const varies = (format: string): boolean =>
  /\[[<>=]/.test(format) &&
  new Set(
    format
      .split(";")
      .filter((part) => /[0#?]/.test(part.replace(/\[[^\]]*\]/g, "")))
      .map((part) => `${unitIn(part)}${scales(part)}`),
  ).size > 1;

/**
 * A number with what its format makes of it: the zeros of a numbering, the unit behind it (0.00"万元"), a percentage, a
 * foreign currency. Where a format scales, the number is in yuan if a unit is written. Without one nothing tells
 * whether the header's unit is meant for the number or for what is seen, nor does it where the unit depends on the
 * number: its unit is unclear then, as that of an amount under two units.
 */
export const formatted = (n: number, format: string): string => {
  const numbered = numberedIn(n, format);
  if (numbered !== undefined) return numbered;
  const digits = digitsOf(n);
  const unit = unitIn(format);
  if (varies(format) || (scales(format) && unit === "")) return asUnclear(digits);
  if (scales(format)) return `${digits}元`;
  if (unit === "" && bare(format).includes("%")) return `${digitsOf(n * 100)}%`;
  const foreigner = foreignIn(format);
  return `${foreigner}${digits}${foreigner === "" ? unit : unit.replace("元", "")}`;
};
