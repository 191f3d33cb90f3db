import type { Dimension } from "../../../src/indicator.ts";
import { valuesOf } from "../../../src/list.ts";
import { words } from "../../../src/words.ts";
import { voices } from "../../lists.ts";
import { visitMethods } from "../registers/visits.ts";
import { tasks } from "../tasks.ts";

const voiceValues = valuesOf(Object.values(voices));

/** The axes of this room beside area, level and ownership, which are the rosters'. */
export const dimensions: Dimension[] = [
  { id: "method", words: words("走访方式", "method"), values: valuesOf(visitMethods) },
  { id: "kind", words: words("类别", "kind"), values: valuesOf(tasks) },
  { id: "month", words: words("月份", "month"), ordered: true },
  {
    id: "age",
    words: words("未结时长", "age"),
    ordered: true,
    values: {
      "1: 30天以内": words("30天以内", "30 days or less"),
      "2: 31—90天": words("31—90天", "31 to 90 days"),
      "3: 91—180天": words("91—180天", "91 to 180 days"),
      "4: 半年以上": words("半年以上", "more than 180 days"),
    },
  },
  { id: "party", words: words("诉求主体", "raised by"), values: voiceValues },
  { id: "origin", words: words("来源", "origin"), values: voiceValues },
];
