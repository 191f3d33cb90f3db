import { day, score } from "../../../src/field.ts";
import type { Register, RowRule } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { canteenId, onRoster } from "./canteen.ts";

/** The four standards are marked out of a hundred: more is a slip that would lift every average. */
const outOfHundred = (field: string): RowRule => ({
  field,
  holds: (row) => row[field] == null || Number(row[field]) <= 100,
  why: words("得分超过100分", "is above 100 points"),
  mend: words("请按百分制填写，如 92.5", "give points out of a hundred, like 92.5"),
  severity: "error",
});

/** 食堂考评: marks by the four standards of a good canteen. */
export const assessments: Register = {
  id: "assessments",
  room: "canteens",
  words: words("食堂考评", "Assessments by the four standards"),
  grain: words("一个食堂的一次考评", "one assessment of one canteen"),
  fields: {
    canteen_id: canteenId(),
    assessed_on: day("考评日期", "assessed on", {
      aliases: ["考评时间", "考核日期", "考核时间", "评分日期"],
    }),
    safety: score("安全得分", "safety", { aliases: ["安全", "安全分", "食品安全得分"] }),
    health: score("健康得分", "health", { aliases: ["健康", "健康分", "营养健康得分"] }),
    civility: score("文明得分", "civility", { aliases: ["文明", "文明分", "文明用餐得分"] }),
    service: score("服务得分", "service", { aliases: ["服务", "服务分", "服务质量得分"] }),
  },
  key: ["canteen_id", "assessed_on"],
  event: "assessed_on",
  refers: [onRoster],
  rules: ["safety", "health", "civility", "service"].map(outOfHundred),
};
