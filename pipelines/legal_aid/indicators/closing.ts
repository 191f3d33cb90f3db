import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byCase, byEvent } from "./dimensions.ts";
import { aid } from "./source.ts";

const identity = words(
  "期初未结＋本期受理＝本期结案＋期末未结，每季按级次核对；没有结案日期的案件一律算未结。",
  "Open at start + accepted = closed + open at end, checked every quarter by level. A case without a day of closing is open.",
);

const closed: Indicator = {
  id: "cases_closed",
  words: words("结案", "cases closed"),
  unit: "case",
  from: "legal_aid.closed_cases",
  numerator: "count(*)",
  by: byEvent,
  span: "flow",
  formula: words("本期结案的案件数", "cases closed"),
  reading: identity,
  source: aid,
  better: "neither",
};

const openAtStart: Indicator = {
  ...closed,
  id: "open_at_start",
  words: words("期初未结", "open at the start"),
  from: "legal_aid.cases_on_hand",
  numerator: "count(*) FILTER (WHERE open_at_start)",
  by: byCase,
  span: "stock",
  formula: words(
    "季初日之前受理、季初日仍未结的案件数",
    "cases accepted before the quarter and not closed before it",
  ),
};

const openAtEnd: Indicator = {
  ...openAtStart,
  id: "open_at_end",
  words: words("期末未结", "open at the end"),
  numerator: "count(*) FILTER (WHERE open_at_end)",
  formula: words(
    "季末日及以前受理、季末日仍未结的案件数",
    "cases accepted by the quarter's last day and not closed by then",
  ),
};

const preLitigation: Indicator = {
  ...closed,
  id: "pre_litigation_share",
  words: words("诉前化解率", "share resolved before any action"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE pre_litigation)",
  denominator: "count(*)",
  parts: { numerator: "case", denominator: "case" },
  formula: words(
    "诉前化解的结案案件 ÷ 全部结案案件",
    "closed cases resolved before any action ÷ closed cases",
  ),
  reading: words(
    "分母为本期全部结案案件；“是否诉前化解”空白的按“否”计。",
    "Of all cases closed in the period. A blank counts as no.",
  ),
  better: "more",
};

const won: Indicator = {
  ...preLitigation,
  id: "win_rate",
  words: words("胜诉或部分胜诉率", "cases won in full or in part"),
  numerator: "count(*) FILTER (WHERE won)",
  denominator: "count(*) FILTER (WHERE adjudicated)",
  formula: words(
    "裁决或判决中获全部、部分支持的案件 ÷ 以裁决或判决结案的案件",
    "awards and judgments that granted all or part ÷ cases ended by award or judgment",
  ),
  reading: words(
    "只看以仲裁裁决、判决结案的案件，调解、和解、撤回不在分母；没有填结果的按未获支持计。",
    "Only cases ended by award or judgment; mediated, settled and withdrawn ones are out. A blank outcome counts as not granted.",
  ),
};

export const closing: Indicator[] = [closed, openAtStart, openAtEnd, preLitigation, won];
