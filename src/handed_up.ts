import * as z from "zod";
import { count, day, type Field, oneOf, text } from "./field.ts";
import { readFingerprint } from "./fingerprint.ts";
import { listed } from "./list.ts";
import { ownRegister } from "./own_register.ts";
import { readQuarter } from "./quarter_text.ts";
import { type Fault, type Reading, unread } from "./reason.ts";

/** Free words of one shape. What free words may be waved through as, these may not. */
const shaped = ({ canonical: _, ...free }: Field, read: (text: string) => Reading): Field => ({
  ...free,
  type: free.type.transform((given, context) => {
    const reading = given === null ? null : read(given);
    if (reading === null || typeof reading === "string") return reading;
    context.addIssue({ code: "custom", params: reading satisfies Fault });
    return z.NEVER;
  }),
});

/** A number as it is handed up: exact decimals, the sign of one that is withheld, or a bound where part of it is. */
const number = (zh: string, en: string): Field =>
  shaped(text(zh, en, { optional: true }), (given) =>
    /^(?:-?\d+(?:\.\d+)?|<\d+|※|≥\d+(?:\.\d+)?)$/.test(given) ? given : unread("bundle.number", given, {}),
  );

/** 下级工会名册: whose bundles are taken, by the fingerprint of the key that signs them. */
export const federationsBelow = ownRegister(
  "handed_up.federations",
  ["下级工会名册", "Federations below"],
  ["一个下级工会的一个签名指纹", "one key of one federation below"],
  {
    fields: {
      federation: text("下级工会名称", "federation below", { aliases: ["下级工会"] }),
      fingerprint: shaped(text("签名指纹", "fingerprint of its key"), readFingerprint),
      since: shaped(text("起报季度", "first quarter it owes", { optional: true }), readQuarter),
      until: shaped(text("止报季度", "last quarter it owes", { optional: true }), readQuarter),
    },
    key: ["federation", "fingerprint"],
  },
);

export const spans = [listed("本季度", "quarter"), listed("本年累计", "year to date")];

/**
 * 下级工会上报数: the rows of a signed bundle. Whether its rows count is decided for the whole file (src/node/handup/admit.ts).
 */
export const handedUp = ownRegister(
  "handed_up.figures",
  ["下级工会上报数", "Figures handed up"],
  ["一个下级工会一个季度的一项数字", "one figure of one quarter of a federation below"],
  {
    fields: {
      fingerprint: text("上报工会指纹", "fingerprint of who hands up"),
      quarter: text("上报季度", "quarter handed up"),
      last_day: day("季末日期", "last day of the quarter"),
      indicator: text("上报指标", "indicator handed up"),
      name: text("指标名称", "the indicator's name", { optional: true }),
      span: oneOf(spans, "上报时段", "span"),
      value: number("上报数值", "value"),
      numerator: number("分子", "numerator"),
      denominator: number("分母", "denominator"),
      unit: text("计数单位代号", "id of the unit"),
      method: text("口径摘要", "hash of the method"),
      federations: count("所含工会数", "federations it covers"),
    },
    key: ["fingerprint", "quarter", "indicator", "span"],
    event: "last_day",
  },
);
