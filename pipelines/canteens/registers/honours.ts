import { day, manyOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { reasons } from "../lists.ts";
import { canteenId, onRoster } from "./canteen.ts";

/** 食堂命名台账: which canteens were named, and whose plaque was taken down again. */
export const honours: Register = {
  id: "honours",
  room: "canteens",
  words: words("食堂命名台账", "Named canteens"),
  grain: words("一个食堂的一次命名", "one naming of one canteen"),
  fields: {
    canteen_id: canteenId(),
    named_on: day("命名日期", "named on", { aliases: ["命名时间", "授牌日期", "挂牌日期", "发文日期"] }),
    document: text("文号", "document", { aliases: ["命名文号", "文件号", "发文字号"], optional: true }),
    removed_on: day("摘牌日期", "removed on", {
      aliases: ["摘牌时间", "撤销日期", "取消命名日期"],
      optional: true,
    }),
    reasons: manyOf(reasons, "摘牌原因", "reasons for removal", {
      aliases: ["撤销原因", "摘牌理由", "取消命名原因"],
      optional: true,
    }),
  },
  key: ["canteen_id", "named_on"],
  event: "named_on",
  refers: [onRoster],
  rules: [
    {
      field: "removed_on",
      holds: (row) => row.removed_on == null || row.named_on == null || row.named_on <= row.removed_on,
      why: words("摘牌日期早于命名日期", "is before the day of naming"),
      mend: words("请核对两个日期", "check both days"),
      severity: "error",
    },
    {
      field: "removed_on",
      holds: (row) => row.reasons == null || row.removed_on != null,
      why: words(
        "填了摘牌原因而没有摘牌日期，仍按命名有效计",
        "is empty though a reason is given, so the naming still counts",
      ),
      mend: words("请补填摘牌日期，或删去摘牌原因", "fill in the day, or take out the reason"),
      severity: "warning",
    },
  ],
  plausible: { done: ["removed_on"] },
};
