import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.ts";

/** Where a folder really lies, or will. */
const realOf = (folder: string): string => {
  const whole = path.resolve(folder);
  return existsSync(whole)
    ? realpathSync(whole)
    : path.join(realOf(path.dirname(whole)), path.basename(whole));
};

/** Whether a folder is another or lies in it. */
export const liesIn = (folder: string, other: string): boolean =>
  `${realOf(folder)}${path.sep}`.startsWith(path.join(realOf(other), path.sep));

/**
 * Sees that nothing is written among the registers: folders of the output are replaced and cleared at every run.
 * @throws Failure where the output folder is theirs, or lies in it
 */
export const expectApart = (out: string, data: string): void => {
  if (liesIn(out, data))
    throw new Failure(
      `${out} 在台账文件夹 ${data} 里，会动到台账；请用 --out 写别处的文件夹`,
      `${out} lies in ${data}, where registers would be touched; name another folder with --out`,
    );
};
