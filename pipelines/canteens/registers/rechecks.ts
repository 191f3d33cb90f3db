import { day, oneOf } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { conclusions, trends } from "../lists.ts";
import { canteenId, onRoster } from "./canteen.ts";

/** 食堂复查: how a named canteen stands against the day it was named. */
export const rechecks: Register = {
  id: "rechecks",
  room: "canteens",
  words: words("食堂复查", "Rechecks of named canteens"),
  grain: words("一个食堂的一次复查", "one recheck of one canteen"),
  fields: {
    canteen_id: canteenId(),
    rechecked_on: day("复查日期", "rechecked on", { aliases: ["复查时间", "复检日期", "回访复查日期"] }),
    safety: oneOf(trends, "食品安全", "food safety", { aliases: ["食品安全情况", "食品安全升降"] }),
    service: oneOf(trends, "服务质量", "service", { aliases: ["服务质量情况", "服务质量升降", "服务"] }),
    satisfaction: oneOf(trends, "职工满意度", "workers' satisfaction", {
      aliases: ["满意度", "满意度情况", "职工满意度升降"],
    }),
    conclusion: oneOf(conclusions, "结论", "conclusion", {
      aliases: ["复查结论", "复查结果", "处理意见", "处理结果"],
    }),
  },
  key: ["canteen_id", "rechecked_on"],
  event: "rechecked_on",
  refers: [onRoster],
};
