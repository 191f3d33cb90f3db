import type { Source } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";

const paper = words("《工人日报》2019年3月", "Workers' Daily, March 2019");

/** The rule of the programme, in the source's own words, and the parts of it that single figures rest on. */
export const rule: Source = {
  quote:
    "100名区镇两级工会干部，每人联系10家重点服务企业，每月走访不少于1次，完成…10项工作任务，记好《服务手册》，确保每季度走遍联系镇街所有规模企业",
  from: paper,
};
export const linked: Source = { quote: "100名区镇两级工会干部，每人联系10家重点服务企业", from: paper };
export const monthly: Source = { quote: "每人联系10家重点服务企业，每月走访不少于1次", from: paper };
export const everyQuarter: Source = { quote: "确保每季度走遍联系镇街所有规模企业", from: paper };
export const tenTasks: Source = { quote: "完成…10项工作任务", from: paper };
export const serviceBook: Source = { quote: "记好《服务手册》", from: paper };

/** The source gives the numbers (48 proposals, 20 voted in); the sentence quoted is the programme's rule. */
export const proposed: Source = {
  quote: rule.quote,
  from: words(
    "《工人日报》2019年3月，走访制度原文；建议48条、入选20项为同篇报道的数字",
    "Workers' Daily, March 2019: the rule of the visits; 48 proposals and 20 voted in are numbers of the same report",
  ),
};
