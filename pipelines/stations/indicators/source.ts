import type { Source } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";

/** The report gives the number of stations and the most that one may get; its sentence is not quoted. */
export const plan: Source = {
  quote: "",
  from: words(
    "《工人日报》2019年3月：爱心驿站52个，每个奖补不超过2万元，以奖代补",
    "Workers' Daily, March 2019: 52 stations, at most 20,000 yuan each, paid as a reward after acceptance (以奖代补)",
  ),
};
