import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { requestRule } from "../source.ts";

export const requests: Indicator = {
  id: "requests",
  words: words("职工点单", "requests made"),
  unit: "request",
  from: "training.orders",
  numerator: "count(*)",
  by: { category: "category" },
  span: "flow",
  formula: words("点单日期在本期内的点单数", "requests dated in the period"),
  reading: words("一张点单计一单，不论点单人数", "a request counts once, however many asked for it"),
  source: requestRule,
  better: "neither",
};

export const requestsMetRate: Indicator = {
  id: "requests_met_rate",
  words: words("点单满足率", "requests met"),
  unit: "rate",
  from: "training.orders",
  numerator: "count(*) FILTER (WHERE met)",
  denominator: "count(*)",
  parts: { numerator: "request", denominator: "request" },
  by: { category: "category" },
  span: "flow",
  formula: words("已办单 ÷ 点单", "requests done ÷ requests made"),
  reading: words(
    "按点单日期计入季度，点单与办单是同一批；有办单日期即为已办，不论在哪个季度办",
    "by the day of the request: the same requests above and below the line; one with a day of completion is met, whichever quarter that was in",
  ),
  source: requestRule,
  better: "more",
};

export const requestDays: Indicator = {
  id: "request_days",
  words: words("办单天数（中位数）", "days from request to done (median)"),
  unit: "day",
  from: "training.orders",
  value: "quantile_disc(days, 0.5)",
  numerator: "count(*) FILTER (WHERE met)",
  denominator: "count(*)",
  parts: { numerator: "request", denominator: "request" },
  by: { category: "category" },
  span: "flow",
  formula: words(
    "已办点单从点单日期到办单日期天数的中位数",
    "median of days from request to done, over requests done",
  ),
  reading: words(
    "按点单日期计入季度；份数为偶数时取中间两个中较小的；未办的不计，故须与点单满足率同看",
    "by the day of the request; of an even number, the lower of the two in the middle; open requests are not in it, so it belongs beside the share met",
  ),
  source: requestRule,
  better: "less",
};
