import type { Federation } from "./federation.ts";
import type { Row } from "./sheet.ts";

/** 专项 is given once, 每年整合 anew every year. */
type Funding = "专项" | "每年整合" | "未定";

export interface Measure {
  readonly code: string;
  readonly name: string;
  readonly funding: Funding;
  /** In 万元 at scale 1. */
  readonly budget?: number;
  readonly target?: readonly [number, string];
  /** Paid in each of the five quarters, in yuan at scale 1; the subsidies are paid enterprise by enterprise. */
  readonly paid?: readonly number[];
  /** Activities in each of the five quarters, and how many take part in one. */
  readonly held?: readonly number[];
  readonly guests?: readonly [number, number];
}

/**
 * The source names the stipend, the insurance and the fifty sent to study; every other name, and all that is told of
 * them, is invented. Special budgets make 100 万元, pooled ones 400 万元 a year.
 */
export const measureList: readonly Measure[] = [
  { code: "CS01", name: "工会主席岗位补助", funding: "每年整合", budget: 130 },
  { code: "CS02", name: "职工互助保险", funding: "每年整合", budget: 140 },
  {
    code: "CS03",
    name: "外出学习考察",
    funding: "专项",
    budget: 30,
    target: [50, "人"],
    paid: [0, 72_000, 67_500, 58_500, 54_000],
    held: [0, 1, 1, 1, 1],
    guests: [12, 16],
  },
  {
    code: "CS04",
    name: "法律服务进企业",
    funding: "专项",
    budget: 25,
    target: [24, "场"],
    paid: [18_000, 36_000, 36_000, 30_000, 24_000],
    held: [3, 6, 6, 5, 4],
    guests: [25, 60],
  },
  {
    code: "CS05",
    name: "职工技能竞赛",
    funding: "每年整合",
    budget: 70,
    target: [4, "次"],
    paid: [0, 215_300, 0, 384_260.5, 0],
    held: [0, 1, 0, 2, 0],
    guests: [80, 150],
  },
  {
    code: "CS06",
    name: "集体协商指导",
    funding: "专项",
    budget: 20,
    target: [200, "家"],
    paid: [0, 0, 42_000, 56_000, 15_000],
    held: [0, 0, 2, 3, 1],
    guests: [30, 55],
  },
  { code: "CS07", name: "工会规范化建设", funding: "专项", budget: 25, paid: [0, 0, 0, 0, 30_000] },
  {
    code: "CS08",
    name: "职工书屋共建",
    funding: "每年整合",
    budget: 60,
    target: [30, "家"],
    paid: [0, 0, 180_000, 305_400.8, 60_000],
  },
  {
    code: "CS09",
    name: "政策宣讲进企业",
    funding: "未定",
    target: [12, "场"],
    paid: [0, 0, 4_500, 6_000, 3_000],
    held: [0, 0, 3, 4, 3],
    guests: [40, 90],
  },
  { code: "CS10", name: "职工心理关爱", funding: "未定" },
];

/** Rows of 措施清单, budgets in 万元. */
export function* measureRows({ scale }: Federation): Iterable<Row> {
  for (const { code, name, funding, budget, target } of measureList)
    yield {
      措施编号: code,
      措施名称: name,
      ...(target && { 年度目标: String(target[0]), 目标单位: target[1] }),
      ...(budget && { 预算金额: String(budget * scale) }),
      资金性质: funding,
    };
}
