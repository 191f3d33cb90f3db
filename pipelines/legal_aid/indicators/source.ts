import type { Source } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";

const workersDaily = words("《工人日报》2019年3月", "Workers' Daily, March 2019");

/** What the federation did for workers in a year. */
export const aid: Source = {
  quote:
    "2018年，市总直接为职工提供法律援助服务615批次，开展法律咨询服务2500余起，为职工挽回经济损失2100余万元",
  from: workersDaily,
};

/** Whom its lawyers serve. */
export const hired: Source = {
  quote: "聘任202名律师…涵盖全市152家市级机关、企事业单位及…162个镇街",
  from: workersDaily,
};
