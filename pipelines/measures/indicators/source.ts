import type { Source } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";

/** The source gives numbers and no sentence that a figure could quote. */
const told = (zh: string, en: string): Source => ({
  quote: "",
  from: words(`《工人日报》2019年3月，报道${zh}`, `Workers' Daily, March 2019, which tells of ${en}`),
});

export const tenMeasures = told("支持民营企业十项措施", "ten measures in support of private enterprises");
export const specialMoney = told("专项资金100万元", "special money of 1,000,000 yuan");
export const pooledMoney = told("每年整合资金400万元", "pooled money of 4,000,000 yuan a year");
export const stipends = told(
  "职工25人以上民营企业的主席岗位补助",
  "a stipend for the union chairs of private enterprises with 25 workers or more",
);
export const insurance = told("职工互助保险", "mutual insurance");
export const study = told("组织50人外出学习考察", "50 persons to be sent to study");
