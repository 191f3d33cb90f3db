import type { Room } from "../../src/register.ts";
import { words } from "../../src/words.ts";
import { targets as register } from "./registers/targets.ts";

/** 目标任务: what the federation set itself, by indicator and period. */
export const targets: Room = {
  id: "targets",
  words: words("目标任务", "Targets"),
  registers: [register],
  indicators: [],
  pages: [
    {
      id: "targets",
      title: words("目标进度", "Targets"),
      asks: words("定下的目标完成到哪里", "How far are the targets reached?"),
    },
  ],
};
