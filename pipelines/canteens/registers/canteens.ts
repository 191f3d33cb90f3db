import { code, count, day, oneOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { operations, unitKinds } from "../lists.ts";
import { canteenId } from "./canteen.ts";

/** 职工食堂名册: which canteens there are, the denominator of the grades. */
export const canteens: Register = {
  id: "canteens",
  room: "canteens",
  words: words("职工食堂名册", "Canteens"),
  grain: words("一个食堂", "one canteen"),
  fields: {
    canteen_id: canteenId(),
    unit_name: text("单位名称", "unit", {
      aliases: ["食堂名称", "主办单位", "开办单位", "所属单位", "单位"],
    }),
    unit_kind: oneOf(unitKinds, "单位类型", "kind of unit", {
      aliases: ["单位类别", "单位性质", "食堂类型"],
    }),
    area: code("所属区县", "district", { aliases: ["区县", "所在区县", "所属县区", "县区", "所属区市"] }),
    diners: count("就餐人数", "diners", { aliases: ["日均就餐人数", "用餐人数", "就餐职工数"] }),
    operation: oneOf(operations, "经营方式", "way of running", {
      aliases: ["经营形式", "经营模式", "管理方式"],
      optional: true,
    }),
    closed_on: day("停办日期", "closed on", {
      aliases: ["停办时间", "关停日期", "停业日期", "停用日期"],
      optional: true,
    }),
  },
  key: ["canteen_id"],
  refers: [
    // A breakdown only: a canteen in a district that nobody knows is counted all the same.
    {
      to: "areas",
      on: { area: "area_id" },
      byName: { from: "area", among: ["name", "former_name"] },
      missing: "warn",
    },
  ],
};
