import type { Disclosed } from "../disclosure.ts";
import type { Figure } from "../figure.ts";
import type { Words } from "../words.ts";
import { Failure } from "./failure.ts";

/**
 * The public figures, to be frozen or handed up.
 * @param not what is not done otherwise, e.g. 没有发布
 * @throws Failure where earlier releases leave nothing to cover a number that must be withheld
 */
export const coveredFigures = ({ figures, uncovered }: Disclosed, not: Words): readonly Figure[] => {
  if (uncovered === 0) return figures;
  throw new Failure(
    `${not.zh}：与以前发布的数字对照，会推算出 ${uncovered} 个应当隐去的数字；请等数据有较大变化后再试，或请维护人员查看`,
    `${not.en}: beside earlier releases, ${uncovered} numbers that must be withheld could be worked out; wait until more has changed, or ask the maintainers`,
  );
};
