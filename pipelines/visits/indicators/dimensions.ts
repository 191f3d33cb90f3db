import type { Dimension } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { valuesOf, voices } from "../../lists.ts";
import { visitMethods } from "../registers/visits.ts";
import { tasks } from "../tasks.ts";

const voiceValues = valuesOf(Object.values(voices));

/** The axes of this room beside area, level and ownership, which are the rosters'. */
export const dimensions: Dimension[] = [
  { id: "method", words: words("走访方式", "method"), values: valuesOf(visitMethods) },
  { id: "kind", words: words("类别", "kind"), values: valuesOf(tasks) },
  { id: "month", words: words("月份", "month"), ordered: true },
  { id: "party", words: words("诉求主体", "raised by"), values: voiceValues },
  { id: "origin", words: words("来源", "origin"), values: voiceValues },
];
