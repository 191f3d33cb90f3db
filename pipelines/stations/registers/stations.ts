import { code, day, latitude, longitude, oneOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { states } from "../lists.ts";
import { stationHeaders } from "./headers.ts";
import { stationRules } from "./station_rules.ts";

/** 驿站名册: where outdoor workers can rest, heat a meal and drink water. */
export const stations: Register = {
  id: "stations",
  room: "stations",
  words: words("驿站名册", "stations"),
  grain: words("一个站点", "one station"),
  fields: {
    station_id: code("站点编号", "station number", { aliases: stationHeaders }),
    station_name: text("站点名称", "station name", { aliases: ["驿站名称", "爱心驿站名称", "站名"] }),
    area: code("所属县区", "district", {
      aliases: ["县区", "所属区县", "区县", "所在县区", "所在区县", "区划代码"],
    }),
    address: text("详细地址", "address", {
      aliases: ["地址", "站点地址", "驿站地址", "具体地址", "所在位置"],
    }),
    hours: text("开放时间", "opening hours", {
      aliases: ["开放时段", "服务时间", "营业时间"],
      optional: true,
    }),
    // A station without one is a gap to be counted, not a row to be refused.
    manager: text("管理员", "manager", {
      aliases: ["管理人员", "站点管理员", "负责人", "站长", "联系人"],
      optional: true,
      personal: true,
    }),
    built_on: day("建成日期", "built on", {
      aliases: ["建成时间", "竣工日期", "完工日期", "建成年月"],
      optional: true,
    }),
    opened_on: day("投用日期", "in use from", {
      aliases: ["投用时间", "启用日期", "启用时间", "投入使用日期", "开放日期"],
      optional: true,
    }),
    state: oneOf(states, "状态", "state", { aliases: ["站点状态", "运行状态", "使用状态", "使用情况"] }),
    // Without it the quarters in which a closed station was still in use cannot be told.
    closed_on: day("停用日期", "closed on", {
      aliases: ["停用时间", "关闭日期", "撤销日期"],
      optional: true,
    }),
    longitude: longitude("经度", "longitude (WGS84)", {
      aliases: ["东经", "经度（WGS84）", "经度WGS84", "站点经度", "lng", "lon", "longitude"],
      optional: true,
    }),
    latitude: latitude("纬度", "latitude (WGS84)", {
      aliases: ["北纬", "纬度（WGS84）", "纬度WGS84", "站点纬度", "lat", "latitude"],
      optional: true,
    }),
  },
  key: ["station_id"],
  refers: [
    {
      to: "areas",
      on: { area: "area_id" },
      byName: { from: "area", among: ["name", "former_name"] },
      // The station is counted all the same; only its place in a breakdown is in doubt.
      missing: "warn",
    },
  ],
  rules: stationRules,
  plausible: { done: ["built_on", "opened_on", "closed_on"] },
};
