import type { Source } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";

/** The report gives the programme's numbers in running text; no sentence of it is quoted here. */
export const report: Source = {
  quote: "",
  from: words("《工人日报》2019年3月", "Workers' Daily, March 2019"),
};
