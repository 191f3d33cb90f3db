import { count, day } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { canteenId, onRoster } from "./canteen.ts";

const number = (text: string | null | undefined): number => Number(text ?? 0);

/** 食堂满意度测评: what those who eat there think, counted by questionnaire. */
export const surveys: Register = {
  id: "surveys",
  room: "canteens",
  words: words("食堂满意度测评", "Canteen satisfaction surveys"),
  grain: words("一个食堂的一次测评", "one survey of one canteen"),
  fields: {
    canteen_id: canteenId(),
    surveyed_on: day("测评日期", "surveyed on", { aliases: ["测评时间", "调查日期", "调查时间"] }),
    sent: count("发出", "given out", { aliases: ["发出份数", "发放份数", "发放", "发出问卷", "发放问卷"] }),
    returned: count("收回", "returned", {
      aliases: ["收回份数", "回收份数", "回收", "收回问卷", "回收问卷"],
    }),
    satisfied: count("满意", "satisfied", { aliases: ["满意份数", "满意人数", "满意票"] }),
    fairly: count("基本满意", "fairly satisfied", {
      aliases: ["基本满意份数", "基本满意人数", "基本满意票", "比较满意"],
    }),
    dissatisfied: count("不满意", "not satisfied", { aliases: ["不满意份数", "不满意人数", "不满意票"] }),
  },
  key: ["canteen_id", "surveyed_on"],
  event: "surveyed_on",
  refers: [onRoster],
  rules: [
    {
      field: "returned",
      holds: (row) => row.returned == null || row.sent == null || number(row.returned) <= number(row.sent),
      why: words("收回份数多于发出份数", "is more than were given out"),
      mend: words("请核对发出与收回份数", "check both numbers"),
      severity: "error",
    },
    {
      field: "returned",
      holds: (row) =>
        row.returned == null ||
        number(row.satisfied) + number(row.fairly) + number(row.dissatisfied) <= number(row.returned),
      why: words("满意、基本满意、不满意之和多于收回份数", "is less than the three answers add up to"),
      mend: words("请核对三项份数与收回份数", "check the three answers and the number returned"),
      severity: "error",
    },
  ],
};
