import { isQuarter } from "../quarter.ts";
import { Failure } from "./failure.ts";

/** Of a quarter that is not there nothing can be told: which ones there are is said instead. */
export const noQuarter = (quarter: string, have: readonly string[]): Failure =>
  new Failure(
    `没有 ${quarter} 这个季度，现有：${have.join("、") || "无"}`,
    `there is no quarter ${quarter}; there are: ${have.join(", ") || "none"}`,
  );

/**
 * The quarter that a command names.
 * @param said what stands where the quarter should; undefined where nothing does
 * @param example how the command names one
 * @throws Failure for anything but one quarter
 */
export const quarterSaid = (said: string | boolean | undefined, example: string): string => {
  if (typeof said === "string" && isQuarter(said)) return said;
  const [zh, en] = said === undefined || said === "" ? ["", ""] : [`，现为“${said}”`, `, not "${said}"`];
  throw new Failure(`请写明一个季度，例如 ${example}${zh}`, `name one quarter, like ${example}${en}`);
};
