import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { tenTasks } from "./source.ts";

/** 家次 per task. */
export const tasksDone: Indicator = {
  id: "tasks",
  words: words("任务开展家次", "visits by task"),
  unit: "enterprise_visit",
  from: "visits.visit_tasks",
  numerator: "count(DISTINCT (enterprise_day, kind))",
  by: { kind: "kind", area: "area", method: "method" },
  span: "flow",
  formula: words(
    "走访记录按“企业＋日期＋任务类别”去重计数",
    "distinct triples of enterprise, day and task among the visits",
  ),
  reading: words(
    "一次走访办几项任务，各项各计一家次，所以合计大于走访家次；没有填任务类别的走访不计。",
    "A visit with several tasks counts once in each, so the total exceeds the visits. Visits that state no task are left out.",
  ),
  source: tenTasks,
  better: "more",
};

/** 类 of the ten. */
export const taskKinds: Indicator = {
  ...tasksDone,
  id: "task_kinds",
  words: words("已开展任务类别", "kinds of task begun"),
  unit: "kind",
  numerator: "count(DISTINCT kind)",
  by: { area: "area" },
  formula: words("本期走访中开展过的任务类别数", "distinct kinds of task done in visits"),
  reading: words(
    "报道只点名工会组建、职工维权、推进职工互助保障三项，其余七项为本单位自定清单。",
    "The source names three of the ten (founding unions, workers' rights, mutual insurance); the other seven are this federation's own list.",
  ),
  target: "10",
};

/** Reached of what was to be reached, from the start of the year. */
export const taskCompletion: Indicator = {
  id: "task_completion_rate",
  words: words("十项任务完成率", "completion of the ten tasks"),
  unit: "rate",
  from: "visits.task_reach",
  numerator: "coalesce(sum(reached), 0)",
  denominator: "coalesce(sum(due), 0)",
  parts: { numerator: "item", denominator: "item" },
  by: { kind: "kind", area: "area" },
  span: "stock",
  formula: words(
    "年初至季末已开展的“重点服务企业×任务” ÷ 季末有干部联系的重点服务企业数×10项",
    "pairs of key enterprise and task done since the start of the year ÷ key enterprises linked on the quarter's last day × the ten tasks",
  ),
  reading: words(
    "“完成10项工作任务”读作年内每家联系的重点服务企业每项任务至少开展一次，任何干部、任何方式都算；十项中七项为本单位自定清单。",
    "“Completing ten tasks” is read as each task done at least once in the year with each linked key enterprise, by any cadre and method. Seven of the ten are this federation's own list.",
  ),
  source: tenTasks,
  better: "more",
  target: "1",
};
