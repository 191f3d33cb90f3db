import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { liesIn } from "./apart.ts";
import { Failure } from "./failure.ts";

/** Every site that was built has this folder, and hardly anything else does. */
const mark = "_observablehq";

/** What systems leave in a folder that somebody looked into. */
const left = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

const isFree = (site: string): boolean => {
  if (!existsSync(site)) return true;
  if (!statSync(site).isDirectory()) return false;
  return readdirSync(site).every((name) => left.test(name)) || existsSync(path.join(site, mark));
};

/**
 * Sees that nothing of somebody else's stands where the site will: a folder is replaced only if it is empty or an
 * earlier site, and never one in which registers, warehouse or releases lie.
 * @param data the registers' folder, in which a site would be read as registers
 * @param kept other folders that must stay
 * @throws Failure otherwise
 */
export const expectSitePlace = (site: string, data: string, kept: readonly string[]): void => {
  const met = liesIn(site, data) ? data : [data, ...kept].find((folder) => liesIn(folder, site));
  if (met !== undefined)
    throw new Failure(
      `网站不能放在 ${site}：每次生成都整个替换这个文件夹，会碰到 ${met}；请用 --site 写别处的文件夹`,
      `the site cannot be put in ${site}: every build replaces that folder whole, and ${met} would be met; name another with --site`,
    );
  if (!isFree(site))
    throw new Failure(
      `${site} 里有别的内容，不是先前的网站，没有动它；请用 --site 写一个新文件夹`,
      `${site} holds something else than an earlier site and was left as it is; name a new folder with --site`,
    );
};
