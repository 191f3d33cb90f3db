import { type DemoQuarter, isoDay, quarters, spread } from "./calendar.ts";
import type { Line } from "./entrepreneurship_budget.ts";
import { nameOf } from "./entrepreneurship_names.ts";
import type { Federation } from "./federation.ts";
import { districts } from "./places.ts";
import { draws } from "./random.ts";
import type { Row, Sheet } from "./sheet.ts";

/** A park, base or person that was named. */
export interface Honouree {
  readonly id: string;
  readonly name: string;
  readonly line: Exclude<Line, "参训人员">;
  readonly city: string;
  readonly named: number;
  readonly year: number;
  /** Its number among those of its line. */
  readonly nth: number;
}

/** How many are named in each of the five quarters; the four of 2018 fill every place of the budget. */
const perQuarter = {
  创业园: [20, 50, 45, 35, 16],
  获奖创业园: [10, 18, 14, 8, 5],
  培训基地: [2, 6, 5, 3, 2],
  农民工之星: [30, 60, 60, 50, 24],
  先进个人: [1, 4, 2, 3, 1],
} as const;

const series = { 创业园: "CY", 获奖创业园: "CY", 培训基地: "PX", 农民工之星: "NX", 先进个人: "XJ" } as const;

const cityWeights = [16, 14, 20, 13, 12, 12, 9, 4];

/** All that were named, quarter by quarter; parks with and without the award share one series of numbers. */
export const honourees = (f: Federation): Honouree[] => {
  const found: Honouree[] = [];
  const serials = new Map<string, number>();
  for (const [q, quarter] of quarters.entries()) {
    const year = Number(quarter.year);
    for (const line of Object.keys(perQuarter) as Honouree["line"][]) {
      const count = perQuarter[line][q] ?? 0;
      const before = perQuarter[line].slice(0, q).reduce((sum, n) => sum + n, 0);
      for (let i = 0; i < count; i++) {
        const serial = (serials.get(series[line]) ?? 0) + 1;
        serials.set(series[line], serial);
        const r = draws(f.seed, `named ${series[line]}`)(serial);
        found.push({
          id: `${series[line]}${year}-${String(serial).padStart(3, "0")}`,
          name: nameOf(line, serial),
          line,
          city: r.weigh(districts.map(({ name }, d) => [name, cityWeights[d] as number] as const)),
          named: spread(quarter as DemoQuarter, i, count),
          year,
          nth: before + i,
        });
      }
    }
  }
  return found;
};

function* rows(f: Federation, year: number): Iterable<Row> {
  for (const h of honourees(f)) {
    if (h.year !== year) continue;
    const award = h.line === "获奖创业园";
    yield {
      对象编号: h.id,
      名称: h.name,
      类型: award ? "创业园" : h.line,
      所属市: h.city,
      命名日期: isoDay(h.named),
      是否获富民兴鲁奖: h.line === "创业园" || award ? (award ? "是" : "否") : "",
    };
  }
}

const columns = ["对象编号", "名称", "类型", "所属市", "命名日期", "是否获富民兴鲁奖"];

/** 命名台账: 426 of 2018, in GB18030, and the first of 2019. */
export const honoureeSheets = (f: Federation): Sheet[] => [
  {
    path: "工友创业/命名台账-2018.csv",
    columns,
    renamed: { 名称: "名称/姓名", 所属市: "所属地市" },
    rows: () => rows(f, 2018),
    encoding: "gb18030",
  },
  { path: "工友创业/命名台账-2019Q1.csv", columns, rows: () => rows(f, 2019) },
];
