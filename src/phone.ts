import { bare, isExcelScientific } from "./code.ts";
import { type Reading, unread } from "./reason.ts";

const mobile = /^1[3-9]\d{9}$/;
const maskedMobile = /^1[3-9][\d*]{9}$/;
/** Area codes have three digits in 010 and 02x, four elsewhere. An extension may follow. */
const landline = /^(010|02\d|0[3-9]\d{2})([\d*]{7,8})(?:(?:转|EXT\.?|#)(\d{1,6}))?$/i;

/**
 * Reads one telephone number; spaces, dashes, brackets and +86 are tolerated, digits may be masked with *.
 * @returns eleven characters for a mobile; `0532-00000000` or `0532-00000000-801` for a landline
 */
export const readPhone = (text: string): Reading => {
  if (mobile.test(text)) return text;
  const written = bare(text);
  if (isExcelScientific(written)) return unread("code.scientific", text);
  const extended = written.replace(/^([^-]+-[\d*]{7,8})-(\d{1,6})$/, "$1转$2");
  const dialled = extended.replace(/[-‐–—()]/g, "").replace(/\.0$/, "");
  const home = dialled.replace(/^(?:\+|00)86|^86(?=1\d{10}$)/, "");
  if (maskedMobile.test(home)) return home;
  const match = landline.exec(home === dialled || home.startsWith("0") ? home : `0${home}`);
  if (!match) return unread("phone.shape", text);
  return `${match[1]}-${match[2]}${match[3] ? `-${match[3]}` : ""}`;
};
