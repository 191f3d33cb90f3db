import { type Reading, unread } from "./reason.ts";
import { closedUp, halfWidth } from "./text.ts";

interface Axis {
  /** Signs that may stand before or after the number, for the positive and the negative side. */
  readonly marks: readonly [string, string];
  /** Signs of the other axis: the two columns have been swapped. */
  readonly others: string;
  readonly limit: number;
}

const east: Axis = { marks: ["E东", "W西"], others: "NS北南", limit: 180 };
const north: Axis = { marks: ["N北", "S南"], others: "EW东西", limit: 90 };

const written = /^([EWNS]|[东西]经|[北南]纬)?(-?)(\d{1,3})(?:\.(\d{1,15}))?[°度]?([EWNS])?$/i;
const sexagesimal = /[′'’分″"”秒]|[°度]\d/;

/**
 * Reads degrees of longitude or latitude: 107.1434, 107.1434°, E107.1434, 东经107.1434度. Minutes and seconds are
 * refused, since thirds of a degree have no exact decimals.
 * @returns degrees as exact decimal text, without zeros at either end
 */
const reader =
  ({ marks, others, limit }: Axis) =>
  (text: string): Reading => {
    if (text.length > 64) return unread("coordinate.unreadable", text);
    const cell = closedUp(halfWidth(text)).replace(/^['‘](?=\d)/, "");
    const [, before = "", minus = "", whole = "", fraction = "", after = ""] = written.exec(cell) ?? [];
    if (whole === "")
      return unread(sexagesimal.test(cell) ? "coordinate.sexagesimal" : "coordinate.unreadable", text);
    const mark = (before || after).charAt(0).toUpperCase();
    if (mark && others.includes(mark)) return unread("coordinate.swapped", text);
    if ((before && after) || (mark && minus)) return unread("coordinate.unreadable", text);
    const digits = [whole.replace(/^0+(?=\d)/, ""), fraction.replace(/0+$/, "")].filter((d) => d !== "");
    const degrees = digits.join(".");
    if (Number(degrees) > limit) return unread("coordinate.range", text, { limit: String(limit) });
    const negative = minus !== "" || (mark !== "" && marks[1].includes(mark));
    return negative && degrees !== "0" ? `-${degrees}` : degrees;
  };

/** Degrees east, −180 to 180. */
export const readLongitude = reader(east);
/** Degrees north, −90 to 90. */
export const readLatitude = reader(north);
