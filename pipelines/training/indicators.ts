import type { Indicator } from "../../src/indicator.ts";
import { attendanceRate, leaveRate, sheetsCompleteRate } from "./indicators/attendance.ts";
import { classes, fillRate, kinds, sessions } from "./indicators/classes.ts";
import { categoriesCovered, districtsCovered, townshipsCovered } from "./indicators/coverage.ts";
import { enrolments, learners, villages } from "./indicators/learners.ts";
import { responseRate, satisfaction, satisfiedRate } from "./indicators/opinions.ts";
import { completionRate, employedRate, followUpRate } from "./indicators/outcomes.ts";
import { requestDays, requests, requestsMetRate } from "./indicators/requests.ts";

export { dimensions } from "./dimensions.ts";
export { gaps } from "./gaps.ts";

/** What training claims, in reading order. */
export const indicators: Indicator[] = [
  classes,
  kinds,
  sessions,
  learners,
  enrolments,
  villages,
  fillRate,
  attendanceRate,
  leaveRate,
  sheetsCompleteRate,
  completionRate,
  followUpRate,
  employedRate,
  satisfaction,
  satisfiedRate,
  responseRate,
  requests,
  requestsMetRate,
  requestDays,
  districtsCovered,
  townshipsCovered,
  categoriesCovered,
];
