import type { Problem } from "./problem.ts";
import type { Fault } from "./reason.ts";

/** A problem of a whole table, or of one of its rows. */
export const remark = (
  given: Fault,
  severity: Problem["severity"] = "error",
  line: number | null = null,
): Problem => ({ line, field: null, header: null, found: null, fault: given, severity });
