import type { Source } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";

const numbers = (zh: string, en: string): Source => ({
  quote: "",
  from: words(`《工人日报》2019年3月；${zh}为报道的数字`, `Workers' Daily, March 2019; ${en}`),
});

/** The source gives numbers and no sentence that a figure could quote. */
export const tenMeasures = numbers("支持民营企业十项措施", "the ten measures are a number of the report");
export const specialMoney = numbers(
  "专项资金100万元",
  "special money of 1,000,000 yuan is a number of the report",
);
export const pooledMoney = numbers(
  "每年整合资金400万元",
  "pooled money of 4,000,000 yuan a year is a number of the report",
);
export const stipends = numbers(
  "职工25人以上民营企业的主席岗位补助",
  "the stipend for private enterprises with 25 workers or more is of the report",
);
export const insurance = numbers("互助保险补助", "the subsidy for mutual insurance is of the report");
export const study = numbers(
  "组织50人外出学习考察",
  "50 persons to be sent to study is a number of the report",
);
