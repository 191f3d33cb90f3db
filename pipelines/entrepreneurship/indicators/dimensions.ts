import type { Dimension } from "../../../src/indicator.ts";
import { valuesOf } from "../../../src/list.ts";
import { words } from "../../../src/words.ts";
import { fundingLevels, objectKinds } from "../lists.ts";

/** The axes of this room. A budget line is known by the kind of object it is for, which holds over the years. */
export const dimensions: Dimension[] = [
  { id: "line", words: words("预算项目", "Budget line"), values: valuesOf(objectKinds) },
  { id: "funding_level", words: words("资金级次", "Funding level"), values: valuesOf(fundingLevels) },
  { id: "budget_year", words: words("预算年度", "Budget year"), ordered: true },
  { id: "city", words: words("所属地区", "Area") },
];

/** How the lines of a budget are broken down: dimension id → column. */
export const byLine = { line: "line", funding_level: "funding_level" } as const;
