import type { Source } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";

const paper = words("《工人日报》2019年3月", "Workers' Daily, March 2019");

/** How many good canteens are to be chosen and named. */
export const hundred: Source = { quote: "选树100家", from: paper };
/** What is to become of those that are only fair. */
export const noneFair: Source = { quote: "力争在年内消除…“一般”的食堂", from: paper };
/** The report tells of the four standards, of rechecks and of surveys in words of its own that are not quoted here. */
export const report: Source = { quote: "", from: paper };
