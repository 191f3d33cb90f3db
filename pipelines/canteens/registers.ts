import type { Register } from "../../src/register.ts";
import { assessments } from "./registers/assessments.ts";
import { canteens } from "./registers/canteens.ts";
import { grades } from "./registers/grades.ts";
import { honours } from "./registers/honours.ts";
import { rechecks } from "./registers/rechecks.ts";
import { surveys } from "./registers/surveys.ts";

/** What is handed in about the canteens in which workers eat. */
export const registers: Register[] = [canteens, grades, assessments, honours, rechecks, surveys];
