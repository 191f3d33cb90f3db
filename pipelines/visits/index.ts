import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { dimensions, gaps, indicators } from "./indicators.ts";
import { registers } from "./registers.ts";

/** 走访: a hundred union cadres in a thousand enterprises. */
export const visits: Room = {
  id: "visits",
  words: words("走访服务", "Visits"),
  since: "2018-01-01",
  registers,
  indicators,
  gaps,
  dimensions,
  pages: [
    {
      id: "visits",
      title: words("走访企业", "Visits"),
      asks: words(
        "企业走访到了没有，诉求办了没有",
        "Were the enterprises visited, and their problems solved?",
      ),
      lead: "above_scale_coverage",
    },
    {
      id: "proposals",
      title: words("建议与任务清单", "Proposals"),
      asks: words("征集的建议选了哪些，办成了没有", "Which proposals were chosen, and are they done?"),
      lead: "task_list_done",
    },
  ],
  readings: { monthly_duty: ["R1", "R2"] },
};
