import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { report } from "./source.ts";

/** Who was named and has got all that is due. */
export const paidInFull: Indicator = {
  id: "paid_in_full_rate",
  words: words("足额拨付率", "paid in full"),
  unit: "rate",
  from: "entrepreneurship.honouree_quarters",
  numerator: "count(*) FILTER (WHERE in_full)",
  denominator: "count(*)",
  parts: { numerator: "honouree", denominator: "honouree" },
  by: { line: "line", city: "city", budget_year: "budget_year" },
  span: "stock",
  formula: words(
    "截至季末已足额拨付的命名对象 ÷ 截至季末已命名的对象",
    "named and paid in full by the quarter's last day ÷ named by then",
  ),
  reading: words(
    "应拨数为命名年度该项目的单价：获奖创业园10万元（先拨5万元的，获奖后再补5万元，合计10万元），其他创业园5万元。只算命名年度预算的拨付；命名当年没有相应预算项目的不计。台账起始以来的命名对象都计入，上年未拨足的继续列入。",
    "Due is the amount each of the line in the year of naming: 100,000 yuan for an award-winning park (after a first 50,000 another 50,000 makes it up), 50,000 for the others. Only payments from that year's budget count, and one without a line in its year is left out. All that were ever named are in, so last year's open ones stay until they are paid.",
  ),
  source: report,
  better: "more",
  target: "1",
};

/** Who waits for money, by number: names of stars and individuals stay in the warehouse. */
export const unpaidHonourees: GapList = {
  id: "unpaid_honourees",
  words: words("尚未足额拨付的命名对象", "named and not yet paid in full"),
  from: "entrepreneurship.unpaid_honourees",
  columns: {
    honouree_id: words("对象编号", "Number"),
    line: words("预算项目", "Budget line"),
    city: words("所属市", "City"),
    lacking_yuan: words("尚欠（元）", "Lacking (yuan)"),
  },
  order: "lacking DESC, named_day, honouree_id",
  of: "paid_in_full_rate",
  by: "line",
  who: words("省总工会财务部门", "the provincial union's finance office"),
};
