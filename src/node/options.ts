import { words } from "../words.ts";
import type { Option } from "./verb.ts";

export const data: Option = {
  type: "string",
  value: "DIR",
  default: "data",
  words: words("台账所在的文件夹", "folder that the registers are in"),
};
export const out: Option = {
  type: "string",
  value: "DIR",
  default: "build",
  words: words("数据仓库和中间文件放在哪里", "folder for the warehouse and what the site is made from"),
};
export const site: Option = {
  type: "string",
  value: "DIR",
  default: "dist",
  words: words("网站放在哪里", "folder for the finished site"),
};
export const releases: Option = {
  type: "string",
  value: "DIR",
  default: "releases",
  words: words("历次发布存档的文件夹", "folder with what was released"),
};
export const asOf: Option = {
  type: "string",
  value: "2019-03-31",
  words: words(
    "数据截至哪一天，默认为台账里的最后一天",
    "day up to which the data are known; the registers' last day by default",
  ),
};
export const fresh: Option = {
  type: "boolean",
  words: words(
    "不用以前读入时存下的，全部重新读一遍",
    "read everything anew and use nothing that earlier runs kept",
  ),
};
export const json: Option = { type: "boolean", words: words("以 JSON 输出", "answer in JSON") };
export const strict: Option = {
  type: "boolean",
  words: words("有退回的行时以 1 退出", "exit 1 when rows were refused"),
};
/** Of a build, which also has a site to hold back. */
export const strictBuild: Option = {
  type: "boolean",
  words: words(
    "有退回的行时以 1 退出；有差错时以 1 退出，并且不更新网站",
    "exit 1 when rows were refused; when a check found errors, exit 1 and leave the site as it is",
  ),
};
export const audience: Option = {
  type: "string",
  value: "public|internal",
  default: "public",
  among: ["public", "internal"],
  words: words("公开版或内部版", "public or internal edition"),
};
export const pdf: Option = {
  type: "boolean",
  words: words(
    "另用本机浏览器为每个季度印出 brief.pdf（总览）、report.pdf（全文）和 share.png（转发用图）",
    "also make brief.pdf, report.pdf and share.png of each quarter, by the browser on this machine",
  ),
};
export const printed: Option = {
  type: "string",
  value: "2018Q4",
  words: words("与 --pdf 合用，只印这个季度", "with --pdf: print this quarter only"),
};
export const port: Option = {
  type: "string",
  value: "N",
  words: words("监听的端口", "port to listen on"),
};
/** Every verb has these. */
export const everywhere: Readonly<Record<string, Option>> = {
  settings: {
    type: "string",
    value: "FILE",
    words: words("另用一份设置，默认 settings.yaml", "another settings file; settings.yaml by default"),
  },
  memory: {
    type: "string",
    value: "4GB",
    words: words(
      "计算最多用多少内存，超出的暂存磁盘；默认为本机的一半",
      "memory that computing may take, the rest goes to disk; half of the machine's by default",
    ),
  },
  lang: {
    type: "string",
    value: "zh|en",
    default: "zh",
    among: ["zh", "en"],
    words: words("说明文字用中文或英文", "language of the answer"),
  },
  help: { type: "boolean", words: words("显示这份说明", "show this help") },
};
