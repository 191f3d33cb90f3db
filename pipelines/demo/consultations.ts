import { type DemoQuarter, isoDay, quarters, spread } from "./calendar.ts";
import { casesOf, channels } from "./case.ts";
import type { Federation } from "./federation.ts";
import { districts } from "./places.ts";
import { draws } from "./random.ts";
import { units } from "./returns_due.ts";
import type { Row, Sheet } from "./sheet.ts";

/** Consultations of 市总 in the five quarters at scale 1; 2018 adds up to 2,538, the page's 2500余起. */
const perQuarter = [585, 632, 641, 680, 612] as const;

const topics = [
  ["劳动报酬", 39],
  ["经济补偿赔偿", 17],
  ["工伤医疗", 13],
  ["合同订立履行解除", 11],
  ["工时休假社保福利", 10],
  ["确认劳动关系", 4],
  ["除名辞退离职", 4],
  ["其他", 2],
] as const;

/** One in eight becomes a case of the same day. */
const turnsInto = 8;

function* rows(f: Federation, from: number, to: number, written: (day: number) => string): Iterable<Row> {
  for (let q = from; q <= to; q++) {
    const quarter = quarters[q] as DemoQuarter;
    const count = (perQuarter[q] as number) * f.scale;
    const before = perQuarter.slice(quarter.year === "2019" ? 4 : 0, q).reduce((a, b) => a + b, 0) * f.scale;
    const cases = casesOf(f, 0, q)[Symbol.iterator]();
    for (let i = 0; i < count; i++) {
      const r = draws(f.seed, "consultation")(q, i);
      const made = i % turnsInto === 0 ? cases.next().value : undefined;
      yield {
        咨询编号: `ZX${quarter.year}-${String(before + i + 1).padStart(5, "0")}`,
        咨询日期: written(made?.accepted ?? spread(quarter, i, count)),
        渠道: r.weigh(channels),
        事由: r.weigh(topics),
        受理级次: "市级",
        所属区市: made?.district ?? r.pick(districts).name,
        是否转案件: made ? "是" : "否",
        案件编号: made?.id,
      };
    }
  }
}

const columns = ["咨询编号", "咨询日期", "渠道", "事由", "受理级次", "所属区市", "是否转案件", "案件编号"];

const slashed = (day: number): string => isoDay(day).replace(/-0?/g, "/");

const above = [`填报单位：${units.aid}`];

/** The files of 法律咨询台账; the first is saved as Excel on Chinese Windows saves it. */
export const consultationSheets = (f: Federation): Sheet[] => [
  {
    path: "legal_aid/咨询台账-2018上半年.csv",
    above,
    columns,
    rows: () => rows(f, 0, 1, slashed),
    encoding: "gb18030",
  },
  { path: "legal_aid/咨询台账-2018下半年.csv", above, columns, rows: () => rows(f, 2, 3, isoDay) },
  { path: "legal_aid/咨询台账-2019Q1.csv", above, columns, rows: () => rows(f, 4, 4, isoDay) },
];
