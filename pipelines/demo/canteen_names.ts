import { type Canteen, canteens } from "./canteen.ts";
import type { Federation } from "./federation.ts";
import type { Row } from "./sheet.ts";

/** When the hundred were named: how many by then, on which day, under which number. One batch a quarter. */
const batches = [
  { upTo: 15, day: "2018-03-28", document: "示工发〔2018〕6号" },
  { upTo: 45, day: "2018-06-27", document: "示工发〔2018〕17号" },
  { upTo: 70, day: "2018-09-26", document: "示工发〔2018〕25号" },
  { upTo: 100, day: "2018-12-26", document: "示工发〔2018〕38号" },
] as const;

/** Two that were named in 2019, in the place of others. */
const later = { upTo: 2, day: "2019-03-20", document: "示工发〔2019〕5号" } as const;

/** The batch in which a canteen was named: a quarter from 0; undefined if it never was. */
export const batchOf = ({ part, nth }: Canteen): number | undefined => {
  if (part === "good" && nth < later.upTo) return batches.length;
  return part === "named" ? batches.findIndex((b) => nth < b.upTo) : undefined;
};

export const batchDay = (batch: number): string => (batches[batch] ?? later).day;

/** What a recheck found worse: 食品安全, 服务质量, 职工满意度. */
export interface Decline {
  readonly aspects: readonly ("食品安全" | "服务质量" | "职工满意度")[];
  readonly quarter: number;
  readonly rechecked: string;
  /** Empty where the plaque was kept against the rule. */
  readonly removed?: string;
  /** As it was entered. */
  readonly reason?: string;
}

/** Declines by the number of the named canteen: four plaques came down in 2019, two stayed up. */
const declines = new Map<number, Decline[]>([
  [
    3,
    [
      {
        aspects: ["食品安全"],
        quarter: 4,
        rechecked: "2019-02-20",
        removed: "2019-02-27",
        reason: "食品安全下降",
      },
    ],
  ],
  [
    20,
    [
      {
        aspects: ["服务质量", "职工满意度"],
        quarter: 4,
        rechecked: "2019-03-05",
        removed: "2019-03-15",
        reason: "服务质量下降、职工满意度下降",
      },
    ],
  ],
  [
    41,
    [
      { aspects: ["职工满意度"], quarter: 3, rechecked: "2018-11-22" },
      {
        aspects: ["职工满意度"],
        quarter: 4,
        rechecked: "2019-03-07",
        removed: "2019-03-15",
        reason: "满意度下降",
      },
    ],
  ],
  [58, [{ aspects: ["服务质量"], quarter: 4, rechecked: "2019-03-12", removed: "2019-03-22" }]],
  [66, [{ aspects: ["服务质量"], quarter: 4, rechecked: "2019-03-14" }]],
]);

export const declinesOf = ({ part, nth }: Canteen): readonly Decline[] =>
  (part === "named" && declines.get(nth)) || [];

/** Rows of 食堂命名台账, batch by batch. */
export function* honourRows(f: Federation): Iterable<Row> {
  for (const [batch, { day, document }] of [...batches, later].entries())
    for (const c of canteens(f)) {
      if (batchOf(c) !== batch) continue;
      const end = declinesOf(c).find((d) => d.removed !== undefined);
      yield {
        食堂编号: c.id,
        命名日期: day,
        文号: document,
        摘牌日期: end?.removed,
        摘牌原因: end?.reason,
      };
    }
}
