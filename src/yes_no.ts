import type { Canonical } from "./canonical.ts";
import { type Reading, unread } from "./reason.ts";
import { canonical } from "./text.ts";

const yes = "是 是的 有 对 已 √ ✓ ✔ ☑ 1 1.0 y yes t true";
const no = "否 不是 无 没有 错 未 不 × ✗ ✘ ☒ 0 0.0 n no f false";

const answers = new Map<string, string>([
  ...yes.split(" ").map((word): [string, string] => [word, "true"]),
  ...no.split(" ").map((word): [string, string] => [word, "false"]),
]);

/**
 * Reads 是 or 否 in the ways staff write them. An x is not read: on some forms it ticks, on others it denies.
 * @returns `true` or `false`
 */
export const readYesNo = (text: string): Reading =>
  answers.get(text) ??
  (text.length > 40 ? undefined : answers.get(canonical(text).replace(/\ufe0f/g, ""))) ??
  unread("yes_no.unknown", text);

/** 无 where an answer must be given: `false`. */
export const denial = (text: string): string | undefined => (canonical(text) === "无" ? "false" : undefined);

/** 是 and 否. */
export const canonicalYesNo: Canonical = {
  when: (cell) => `(${cell} = '是' OR ${cell} = '否')`,
  value: (cell) => `CASE ${cell} WHEN '是' THEN 'true' ELSE 'false' END`,
  words: false,
};
