import type { Source } from "../../src/indicator.ts";
import { words } from "../../src/words.ts";

/** A quote from the page that reports the nine programmes, in the page's own words. */
export const quoted = (quote: string): Source => ({
  quote,
  from: words("《工人日报》2019年3月", "Workers' Daily, March 2019"),
});

/** What the page says of keeping a file for each learner and taking attendance. */
export const attendanceRule = quoted("为每位学员建立学籍档案并实行考勤制度");
/** What the page says of the round from request to rating. */
export const requestRule = quoted("职工点单、工会派单、多方办单、职工评单");
/** What the page says of the courses. */
export const courseCount = quoted("20类公益课");
/** What the page says of the classes. */
export const classCount = quoted("10个培训班，吸引了…千余名职工报名参加");
/** What the page says of the week of training in domestic service. */
export const villageCount = quoted("来自40多个村的200名…妇女…为期一周");
