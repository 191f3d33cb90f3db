import type { Problem } from "../problem.ts";

/** A file that was refused whole or is doubted, and why. */
export interface Doubted {
  readonly path: string;
  readonly problem: Problem;
}
