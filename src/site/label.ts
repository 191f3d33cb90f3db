import type { Figure } from "../figure.ts";
import { dash } from "../format.ts";
import { type Context, say } from "./context.ts";

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** `2018-10` as 2018年10月 or October 2018. */
export const monthName = (id: string, { lang }: Pick<Context, "lang">): string => {
  const [year, month] = id.split("-").map(Number);
  return lang === "zh" ? `${year}年${month}月` : `${months[(month ?? 1) - 1]} ${year}`;
};

/** `2018-10` as 10月 or October; anything else as it is. */
const monthOf = (value: string, { lang }: Pick<Context, "lang">): string => {
  const month = Number(/^\d{4}-(\d{2})$/.exec(value)?.[1] ?? 0);
  if (month < 1 || month > 12) return value;
  return lang === "zh" ? `${month}月` : (months[month - 1] as string);
};

/** What a broken-down figure is about, in the page's language: its label, else the bare value of its dimension. */
export const labelOf = (figure: Figure, context: Pick<Context, "lang">): string =>
  figure.label
    ? say(figure.label, context) || figure.label.zh
    : monthOf(Object.values(figure.by)[0] || dash, context);
