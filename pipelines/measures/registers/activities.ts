import { code, count, day } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { measureHeaders } from "./headers.ts";

/** 活动台账: what was held under a measure, and how many took part. */
export const activities: Register = {
  id: "activities",
  room: "measures",
  words: words("活动台账", "Activities"),
  grain: words("一次活动", "one activity"),
  fields: {
    activity_id: code("活动编号", "activity number", { aliases: ["活动号", "活动序号", "活动代码"] }),
    measure_id: code("措施编号", "measure number", { aliases: measureHeaders }),
    held_day: day("活动日期", "held on", { aliases: ["活动时间", "举办日期", "举办时间", "开展日期"] }),
    participants: count("参加人数", "participants", {
      aliases: ["参与人数", "参加人次", "人数", "参训人数", "到场人数"],
    }),
  },
  key: ["activity_id"],
  event: "held_day",
  refers: [
    // Without its measure an activity counts towards no target.
    { to: "measures", on: { measure_id: "measure_id" }, missing: "refuse" },
  ],
  plausible: { twice: { agree: ["measure_id", "held_day", "participants"] } },
};
