import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { liesIn } from "../apart.ts";
import { Failure } from "../failure.ts";

/** What tells an earlier export by itself: a file in it that bears one of its names. */
export interface Mark {
  readonly file: string;
  readonly name: RegExp;
}

export const exportMark: Mark = { file: "datapackage.json", name: /^taizhang-(?:public|internal)$/ };

/** Whether an earlier export of the sort lies in a folder. */
export const bears = (folder: string, { file, name: like }: Mark): boolean => {
  try {
    const { name } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as { name?: unknown };
    return like.test(String(name));
  } catch {
    return false;
  }
};

/**
 * Sees that nothing of somebody else's stands where the export will: a folder is replaced only if it is empty or an
 * earlier export of the same sort.
 * @param data the registers' folder, in which an export would be read as registers
 * @param option by which another folder is named
 * @throws Failure otherwise
 */
export const expectFree = (to: string, data: string, option = "--to", mark = exportMark): void => {
  if (liesIn(to, data))
    throw new Failure(
      `${to} 在台账文件夹 ${data} 里，导出的文件会被当作台账读入；请用 ${option} 写别处的文件夹`,
      `${to} lies in ${data}, where what is exported would be read as registers; name another folder with ${option}`,
    );
  if (!existsSync(to)) return;
  if (statSync(to).isDirectory() && (readdirSync(to).length === 0 || bears(to, mark))) return;
  throw new Failure(
    `${to} 里有别的内容，不是先前的导出，没有动它；请用 ${option} 写一个新文件夹`,
    `${to} holds something else than an earlier export and was left as it is; name a new folder with ${option}`,
  );
};
