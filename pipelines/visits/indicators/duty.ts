import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { monthly } from "./source.ts";

/** R1: each linked enterprise, each month. */
const eachLink = {
  id: "monthly_duty_rate",
  words: words("月度走访达标率", "monthly duty met"),
  unit: "rate",
  from: "visits.link_months",
  numerator: "count(*) FILTER (WHERE met)",
  denominator: "count(*)",
  parts: { numerator: "link", denominator: "link" },
  by: { area: "area", level: "level", month: "month" },
  span: "flow",
  formula: words(
    "当月由联系干部走访过的“联系×月” ÷ 整月有效的“联系×月”",
    "pairs of link and month with a visit by the linked cadre ÷ pairs in which the link held all month",
  ),
  reading: words(
    "“每月走访不少于1次”读作所联系的每家企业每月都要走访到，三种走访方式都算。联系关系须覆盖整月才计应访，首尾两日都算。代访计入当日联系该企业的干部，不计入代访人。首次走访所在季度之前、最后一次走访之后才开始的月份不计应访。",
    "“At least one visit a month” is read as each linked enterprise, each month; every method counts. A link is due in the months it covers wholly, both ends included. A visit by proxy counts for the cadre linked to the enterprise that day, not for the stand-in. Nothing is due before the quarter of the first visit, nor in months that begin after the last one.",
  ),
  source: monthly,
  better: "more",
  target: "1",
} satisfies Indicator;

/** What R2 measures: any visit in the month. */
const anyVisit = {
  from: "visits.cadre_months",
  parts: { numerator: "person_time", denominator: "person_time" },
  inOffice: true,
  by: { level: "level", month: "month" },
  formula: words(
    "当月至少走访1次的“干部×月” ÷ 当月有应访联系的“干部×月”",
    "pairs of cadre and month with at least one visit ÷ pairs in which the cadre had a link that was due",
  ),
  reading: words(
    "“每月走访不少于1次”读作干部每月至少走访一家企业，不论是否所联系的企业；别人代其走访的也算，代别人走访的不算自己的。另一读法并列，供对照。",
    "“At least one visit a month” is read as one visit to any enterprise by the cadre. Being stood in for counts; standing in for another does not. The other reading is shown beside it for comparison.",
  ),
} satisfies Partial<Indicator>;

const { from, parts, by, formula, reading } = eachLink;

/** Duty by the reading that the federation chose, R1 by default. */
export const monthlyDuty: Indicator = { ...eachLink, under: { "monthly_duty=R2": anyVisit } };

/** The reading that was not chosen, for comparison. */
export const cadreMonth: Indicator = {
  ...eachLink,
  ...anyVisit,
  id: "cadre_month_rate",
  words: words("干部月度走访率（另一读法）", "cadres who visited, by month (the other reading)"),
  under: {
    "monthly_duty=R2": {
      words: words(
        "联系企业月度走访率（另一读法）",
        "linked enterprises visited, by month (the other reading)",
      ),
      from,
      parts,
      by,
      formula,
      reading,
    },
  },
};

/** 人. */
export const cadresMeetingDuty: Indicator = {
  ...eachLink,
  id: "cadres_meeting_duty",
  words: words("干部达标率", "cadres who met every duty"),
  numerator: "count(DISTINCT cadre_id) - count(DISTINCT cadre_id) FILTER (WHERE NOT met)",
  denominator: "count(DISTINCT cadre_id)",
  parts: { numerator: "person", denominator: "person" },
  inOffice: true,
  by: { level: "level" },
  formula: words(
    "应访的“联系×月”全部走访到的干部 ÷ 有应访“联系×月”的干部",
    "cadres whose every due pair of link and month is met ÷ cadres with a due pair",
  ),
  reading: words(
    "按月度走访达标率的读法逐对核对，漏一对即不达标；本年累计须年内各对都走访到。",
    "Pair by pair as in the monthly duty; one missed pair is enough to miss it. For the year to date every pair of the year must be met.",
  ),
  under: {
    "monthly_duty=R2": {
      from: "visits.cadre_months",
      formula: words(
        "每个应访月都走访过的干部 ÷ 有应访月的干部",
        "cadres with a visit in every month that was due ÷ cadres with a month that was due",
      ),
      reading: words(
        "按干部每月至少走访一家的读法逐月核对，漏一月即不达标。",
        "Month by month, any visit will do; one missed month is enough to miss it.",
      ),
    },
  },
};

/** The pairs behind the missing part of the monthly duty. */
export const unmetLinks: GapList = {
  id: "unmet_links",
  words: words("当月未走访的联系企业", "linked enterprises not visited in a month"),
  from: "visits.unmet_links",
  columns: {
    month: words("月份", "month"),
    cadre_id: words("联系干部编号", "linked cadre's number"),
    enterprise_name: words("企业名称", "enterprise"),
    township: words("所属镇街", "township"),
  },
  order: "month, cadre_id, enterprise_id",
  of: "monthly_duty_rate",
  by: "level",
  who: words("联系干部本人", "the linked cadre"),
};
