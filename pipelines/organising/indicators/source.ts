import type { Source } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";

/** The report names both programmes; no sentence of it is quoted as a rule. */
export const paper: Source = {
  quote: "",
  from: words("《工人日报》2019年3月", "Workers' Daily, March 2019"),
};

/** Which enterprises are to have a union of their own. */
export const unionLaw: Source = {
  quote: "企业、事业单位、机关有会员二十五人以上的，应当建立基层工会委员会",
  from: words(
    "《工会法》（2009年修正）第十条；建会见《工人日报》2019年3月",
    "Trade Union Law (as amended in 2009), article 10; on founding unions: Workers' Daily, March 2019",
  ),
};

/** Whom a regional or industry contract binds. */
export const contractLaw: Source = {
  quote: "行业性、区域性集体合同对当地本行业、本区域的用人单位和劳动者具有约束力",
  from: words("《劳动合同法》第五十四条", "Labour Contract Law, article 54"),
};

/** How long a contract lasts, and when its renewal is to be asked for. */
export const terms: Source = {
  quote: "集体合同或专项集体合同期限一般为1至3年…期满前3个月内，任何一方均可向对方提出重新签订或续订的要求",
  from: words(
    "《集体合同规定》（劳动和社会保障部令第22号，2004年）第三十八条",
    "Provisions on Collective Contracts (Ministry of Labour and Social Security, order 22 of 2004), article 38",
  ),
};
