import type { RowRule } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

const inOrder = (earlier: string, later: string, zh: string, en: string): RowRule => ({
  field: later,
  holds: (row) => !row[earlier] || !row[later] || row[earlier] <= row[later],
  why: words(zh, en),
  mend: words("请核对两个日期", "check both days"),
  severity: "error",
});

const within = (text: string | null | undefined, least: number, most: number): boolean =>
  !text || (Number(text) >= least && Number(text) <= most);

/** What a single row of the station register may not say. Rules that need other rows stand in checks.sql. */
export const stationRules: readonly RowRule[] = [
  inOrder("built_on", "opened_on", "投用日期早于建成日期", "is before the day it was built"),
  inOrder("opened_on", "closed_on", "停用日期早于投用日期", "is before the day it came into use"),
  {
    field: "opened_on",
    holds: ({ state, opened_on }) => state !== "投用" || Boolean(opened_on),
    why: words(
      "状态为投用而没有投用日期，不计入在用",
      "is empty though in use, so it is not counted as in use",
    ),
    mend: words("请补填投用日期", "fill in the day it came into use"),
    severity: "warning",
  },
  {
    field: "state",
    holds: ({ state, opened_on }) => state !== "在建" || !opened_on,
    why: words(
      "有投用日期而状态仍为在建，不计入在用",
      "is “being built” with a day of coming into use: not counted as in use",
    ),
    mend: words(
      "已投用的请把状态改为“投用”；计划日期请不要填",
      "say 投用 if it is in use; leave planned days out",
    ),
    severity: "warning",
  },
  {
    field: "closed_on",
    holds: ({ state, closed_on }) => state !== "停用" || Boolean(closed_on),
    why: words(
      "状态为停用而没有停用日期，以前各季也不计入在用",
      "is empty though closed, so it counts as in use in no quarter, past ones included",
    ),
    mend: words("请补填停用日期", "fill in the day it closed"),
    severity: "warning",
  },
  {
    field: "closed_on",
    holds: ({ state, closed_on }) => state === "停用" || !closed_on,
    why: words(
      "有停用日期而状态不是停用，停用日期不起作用",
      "is given though the state is not “closed”; it is ignored",
    ),
    mend: words("请核对状态和停用日期", "check state and day"),
    severity: "warning",
  },
  {
    field: "latitude",
    holds: ({ longitude, latitude }) => Boolean(longitude) === Boolean(latitude),
    why: words(
      "经度、纬度只填了一个，图上无法标出",
      "stands without the other coordinate, so the station is not on the map",
    ),
    mend: words("请两栏都填，或都留空", "fill in both or neither"),
    severity: "warning",
  },
  {
    field: "longitude",
    // The mainland and islands of China lie within these degrees.
    holds: ({ longitude, latitude }) => within(longitude, 73, 136) && within(latitude, 3, 54),
    why: words(
      "坐标不在我国境内，经度、纬度可能填反",
      "lies outside China; longitude and latitude may be swapped",
    ),
    mend: words("请核对两栏坐标", "check both coordinates"),
    severity: "warning",
  },
];
