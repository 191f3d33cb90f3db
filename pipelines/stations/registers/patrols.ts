import { code, count, day, yesNo } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { stationHeaders } from "./headers.ts";

/** 巡查: what somebody found who went to a station unannounced. */
export const patrols: Register = {
  id: "patrols",
  room: "stations",
  words: words("巡查", "patrols"),
  grain: words("对一个站点的一次巡查", "one patrol of one station"),
  fields: {
    station_id: code("站点编号", "station number", { aliases: stationHeaders }),
    patrolled_on: day("巡查日期", "day of patrol", {
      aliases: ["巡查时间", "检查日期", "检查时间", "巡检日期", "巡检时间"],
    }),
    open: yesNo("是否开放", "found open", {
      aliases: ["开放情况", "是否正常开放", "是否开门", "是否按时开放"],
    }),
    items_due: count("设施应有项", "facilities due", {
      aliases: ["应有设施项", "应有设施", "应配设施项数", "设施应配项"],
    }),
    items_intact: count("设施完好项", "facilities intact", {
      aliases: ["完好设施项", "完好设施", "设施完好项数", "完好项数"],
    }),
    served: count("服务人次", "people served", {
      aliases: ["服务人数", "服务职工人次", "累计服务人次", "本期服务人次"],
      optional: true,
    }),
  },
  key: ["station_id", "patrolled_on"],
  event: "patrolled_on",
  refers: [
    // A patrol of a station that is on no register has no district and would cover nothing.
    { to: "stations", on: { station_id: "station_id" }, missing: "refuse" },
  ],
  rules: [
    {
      field: "items_intact",
      holds: ({ items_due, items_intact }) =>
        !items_due || !items_intact || Number(items_intact) <= Number(items_due),
      why: words("设施完好项多于设施应有项", "is more than the facilities due"),
      mend: words("请核对两栏项数", "check both counts"),
      severity: "error",
    },
    {
      field: "items_due",
      holds: ({ items_due }) => items_due !== "0",
      why: words("设施应有项为 0，无法计算完好率", "a station with nothing due gives no rate"),
      mend: words("请按配备清单填应有项数", "give the number of items on its list"),
      severity: "warning",
    },
  ],
};
