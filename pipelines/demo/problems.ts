import { isoDay, lastDay, quarters } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { draws } from "./random.ts";
import { units } from "./returns_due.ts";
import type { Row, Sheet } from "./sheet.ts";
import { type Visit, visitCode, visits } from "./visit.ts";

const kinds = [
  ["劳动合同", 18],
  ["工资待遇", 22],
  ["社会保险", 14],
  ["劳动安全", 12],
  ["技能提升", 11],
  ["生活困难", 9],
  ["用工招工", 8],
  ["文体设施", 6],
] as const;

const satisfactions = [
  ["满意", 62],
  ["基本满意", 18],
  ["不满意", 5],
  ["未回访", 15],
] as const;

const organisers = [units.visits, "鹿鸣区法律服务站", "鹿鸣区职工服务中心", "所在镇街总工会"] as const;

/** What became of a problem by the last day of the demonstration. */
const ending = (f: Federation, v: Visit, raised: number): Row => {
  const r = draws(f.seed, "problem ending")(
    v.serial,
    quarters.findIndex((q) => q.id === v.quarter),
  );
  const due = raised + r.pick([15, 30, 30, 60]);
  const closed = r.chance(0.9) ? raised + Math.round((due - raised) * (0.3 + 0.85 * r.unit())) : lastDay + 1;
  const term = { 办理时限: isoDay(due) };
  if (r.chance(0.03)) return { ...term, 办理状态: r.pick(["转交", "不予受理"]) };
  if (closed > lastDay) return { ...term, 办理状态: raised + 10 > lastDay ? "待办" : "在办" };
  return { ...term, 办结日期: isoDay(closed), 办理状态: "办结", 满意度: r.weigh(satisfactions) };
};

function* rows(f: Federation, from: number, to: number): Iterable<Row> {
  for (let q = from; q <= to; q++) {
    let serial = 0;
    for (const v of visits(f, q)) {
      const r = draws(f.seed, "problem")(v.serial, q);
      if (!r.chance(0.036)) continue;
      const 问题类别 = r.weigh(kinds);
      yield {
        问题编号: `WT${v.quarter.slice(2)}-${String(++serial).padStart(3, "0")}`,
        走访编号: q === 0 ? "" : visitCode(v),
        统一社会信用代码: v.enterprise.code,
        提出日期: isoDay(v.day),
        诉求主体: r.chance(0.42) ? "企业" : "职工",
        问题类别,
        问题描述: `反映${问题类别}方面的问题`,
        承办单位: r.pick(organisers),
        ...ending(f, v, v.day),
      };
    }
  }
}

const columns = [
  "问题编号",
  "走访编号",
  "统一社会信用代码",
  "提出日期",
  "诉求主体",
  "问题类别",
  "问题描述",
  "承办单位",
  "办理时限",
  "办结日期",
  "办理状态",
  "满意度",
];

/** 问题台账: what visits brought to light. */
export const problemSheets = (f: Federation): Sheet[] => [
  {
    path: "走访/问题台账-2018.csv",
    above: [`填报单位：${units.visits}`],
    columns,
    rows: () => rows(f, 0, 3),
  },
  {
    path: "走访/问题台账-2019Q1.csv",
    above: [`填报单位：${units.visits}`],
    columns,
    rows: () => rows(f, 4, 4),
  },
  {
    path: "走访/问题台账-经开区-2019Q1.csv",
    above: [`填报单位：${units.zone}`, "期别：2019Q1", "填报日期：2019-04-08"],
    columns,
    rows: () => [],
  },
];
