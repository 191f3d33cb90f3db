import { dayNumber, isoDay } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { draws } from "./random.ts";
import { units } from "./returns_due.ts";
import type { Row, Sheet } from "./sheet.ts";

const actions = ["增设", "完善", "推广", "办好", "编印", "开展", "建立", "优化"];
const matters = ["职工书屋", "法律服务点", "技能比武", "户外劳动者驿站", "互助保障宣传", "心理咨询热线"];

export const proposed = 48;
export const chosen = 20;

function* rows(f: Federation): Iterable<Row> {
  for (let i = 0; i < proposed; i++) {
    const r = draws(f.seed, "proposal")(i);
    const rank = (i * 29) % proposed;
    const won = rank < chosen;
    const limit = dayNumber(["2018-06-30", "2018-09-30", "2018-12-31"][rank % 3] as string);
    const done = won && rank !== 7 && rank !== 13 && rank !== 18;
    yield {
      建议编号: `JY2018-${String(i + 1).padStart(2, "0")}`,
      年度: "2018",
      建议事项: `${actions[i % 8]}${matters[Math.floor(i / 8)]}`,
      来源: r.weigh([
        ["企业", 3],
        ["职工", 5],
        ["工会", 2],
      ]),
      得票数: String(930 - rank * 17 - r.below(9)),
      是否入选: won ? "是" : "否",
      ...(won ? { 牵头单位: units.visits, 完成时限: isoDay(limit) } : {}),
      ...(done ? { 完成日期: isoDay(limit + r.between(-40, 12)) } : {}),
    };
  }
}

/** 任务清单: 48 proposals, of which the vote chose 20. */
export const proposalSheet = (f: Federation): Sheet => ({
  path: "走访/任务清单-2018.csv",
  columns: ["建议编号", "年度", "建议事项", "来源", "得票数", "是否入选", "牵头单位", "完成时限", "完成日期"],
  rows: () => rows(f),
});
