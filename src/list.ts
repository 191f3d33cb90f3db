import type { Canonical } from "./canonical.ts";
import { type Reading, unread } from "./reason.ts";
import { canonical, isBlank } from "./text.ts";
import type { Words } from "./words.ts";

/** A code list: each value is kept as its Chinese word; `also` are other spellings staff use. */
export type CodeList = readonly CodeValue[];

export interface CodeValue extends Words {
  readonly also?: readonly string[];
}

/** `listed("实地", "on site", "现场", "上门")` */
export const listed = (zh: string, en: string, ...also: string[]): CodeValue => ({ zh, en, also });

/** Finds the Chinese word for any spelling of a value; undefined if the list has none such. */
const finder = (list: CodeList): ((text: string) => string | undefined) => {
  const values = new Map(
    list.flatMap((v) =>
      [v.zh, v.en, ...(v.also ?? [])].map((word): [string, string] => [canonical(word), v.zh]),
    ),
  );
  return (text) => values.get(text) ?? (text.length > 200 ? undefined : values.get(canonical(text)));
};

const refused = (found: string, list: CodeList): Reading =>
  unread("list.unknown", found, {
    allowed: list.map((v) => v.zh).join("、"),
    allowed_en: list.map((v) => v.en).join(", "),
  });

/** Reads one value of a list, in any of its spellings, to its Chinese word. */
export const readOne = (list: CodeList): ((text: string) => Reading) => {
  const find = finder(list);
  return (text) => find(text) ?? refused(text, list);
};

/**
 * Reads several values joined by 、 , ; / or a line break (by a space too, where no value has one); the result
 * joins them by 、 in the list's order, each once.
 */
export const readMany = (list: CodeList): ((text: string) => Reading) => {
  const find = finder(list);
  return (text) => {
    const whole = find(text);
    if (whole !== undefined) return whole;
    const found = new Set<string>();
    for (const part of text.split(/[、,，;；/／\n]+/).map((p) => p.trim())) {
      if (part === "") continue;
      const value = find(part);
      for (const word of value === undefined ? part.split(/\s+/) : [value]) {
        const known = find(word);
        if (known === undefined) return refused(part, list);
        found.add(known);
      }
    }
    if (found.size === 0) return refused(text, list);
    return list.flatMap((v) => (found.has(v.zh) ? [v.zh] : [])).join("、");
  };
};

/** A value of the list as the list has it. */
export const canonicalOne = (list: CodeList): Canonical => {
  const find = finder(list);
  const plain = list.map(({ zh }) => zh).filter((zh) => find(zh) === zh && !isBlank(zh) && !/['#]/.test(zh));
  return {
    // Not IN: five values or more would become a join.
    when: (cell) => `(${plain.map((zh) => `${cell} = '${zh}'`).join(" OR ") || "false"})`,
    value: (cell) => cell,
    words: plain.some((zh) => /计|total|[:：.、]/i.test(zh)),
  };
};

/** The words of a code list as a dimension wants them: value → words. */
export const valuesOf = (list: CodeList): Record<string, Words> =>
  Object.fromEntries(list.map(({ zh, en }) => [zh, { zh, en }]));
