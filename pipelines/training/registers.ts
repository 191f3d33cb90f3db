import type { Register } from "../../src/register.ts";
import { attendance } from "./registers/attendance.ts";
import { classes } from "./registers/classes.ts";
import { completions } from "./registers/completions.ts";
import { enrolments } from "./registers/enrolments.ts";
import { learners } from "./registers/learners.ts";
import { ratings } from "./registers/ratings.ts";
import { requests } from "./registers/requests.ts";
import { sessions } from "./registers/sessions.ts";

/** What the training programmes hand in, from the class to what became of its learners. */
export const registers: Register[] = [
  classes,
  sessions,
  learners,
  enrolments,
  attendance,
  completions,
  ratings,
  requests,
];
