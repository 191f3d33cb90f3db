import { code, day, oneOf, text, yesNo } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { honoureeKinds } from "../lists.ts";
import { cityHeaders, honoureeHeaders } from "./headers.ts";

/** 命名台账: parks, stars, training bases and outstanding individuals that were named. */
export const honourees: Register = {
  id: "honourees",
  room: "entrepreneurship",
  words: words("命名台账", "Named parks, bases and people"),
  grain: words("一个命名对象", "one park, base or person named"),
  fields: {
    honouree_id: code("对象编号", "number", { aliases: honoureeHeaders }),
    // Of a star or an outstanding individual this is a person's name.
    honouree_name: text("名称", "name", {
      aliases: ["对象名称", "命名对象", "名称(姓名)", "名称/姓名", "单位名称或姓名"],
      personal: true,
    }),
    kind: oneOf(honoureeKinds, "类型", "kind", { aliases: ["命名类型", "对象类型", "对象类别", "命名类别"] }),
    city: text("所属市", "city", { aliases: cityHeaders, fillDown: true }),
    named_day: day("命名日期", "named on", { aliases: ["命名时间", "命名日", "授牌日期", "发文日期"] }),
    award: yesNo("是否获富民兴鲁奖", "won the award", {
      aliases: ["富民兴鲁奖", "是否获奖", "获富民兴鲁奖", "是否富民兴鲁奖"],
      optional: true,
    }),
  },
  key: ["honouree_id"],
  event: "named_day",
  rules: [
    {
      field: "award",
      holds: (row) => row.award !== "true" || row.kind === "创业园",
      why: words("只有创业园按获奖计拨款", "is yes, though only parks are paid for by the award"),
      mend: words("请核对类型；不是创业园的请填“否”", 'check the kind; write "否" for anything but a park'),
      severity: "error",
    },
  ],
  plausible: {
    unit: "city",
    twice: { agree: ["honouree_name", "kind", "city"], differ: ["named_day", "award"] },
  },
};
