import type { Change } from "../change.ts";
import { fill, type Words, words } from "../words.ts";
import { type Context, say } from "./context.ts";

const moved: Record<"percent" | "points", Record<"up" | "down", Words>> = {
  percent: { up: words("增长{n}%", "up {n}%"), down: words("下降{n}%", "down {n}%") },
  points: {
    up: words("提高{n}个百分点", "up {n} percentage points"),
    down: words("降低{n}个百分点", "down {n} percentage points"),
  },
};

/** A change that went one way or the other. */
type Move = Extract<Change, { readonly measure: unknown }> & { readonly direction: "up" | "down" };

export const isMove = (change: Change): change is Move =>
  change.direction === "up" || change.direction === "down";

/** 增长12.3%, 降低0.5个百分点: which way a value moved, and how far. */
export const movedBy = ({ measure, direction, amount }: Move, context: Context): string =>
  fill(say(moved[measure][direction], context), { n: amount });
