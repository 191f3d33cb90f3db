import type { Source } from "../../../src/indicator.ts";
import { type Words, words } from "../../../src/words.ts";

/** The report gives the programme's numbers in running text; no sentence of it is quoted here. */
export const report: Source = {
  quote: "",
  from: words("《工人日报》2019年3月", "Workers' Daily, March 2019"),
};

/** The reading of a rate that grows over the year and starts anew with it. */
export const yearly = ({ zh, en }: Words): Words =>
  words(
    `${zh}每年从零起算，第一季度请看同比。`,
    `${en} Every year starts from nothing, so compare a first quarter with last year's.`,
  );
