import { bundleReasons } from "./bundle_reasons.ts";
import { codeReasons } from "./code_reasons.ts";
import { dayReasons } from "./day_reasons.ts";
import { fileReasons } from "./file_reasons.ts";
import { numberReasons } from "./number_reasons.ts";
import { type Words, words } from "./words.ts";

/** Why something is refused or doubted, and what would do. `{slots}` are filled from the fault. */
export interface Reason {
  /** Chinese is a clause of its own; English goes on from the field's name ("Visit date holds …"). */
  readonly why: Words;
  readonly mend: Words;
}

const cellReasons = {
  "cell.empty": {
    why: words("此栏必填，现为空", "is required but empty"),
    mend: words("请补填", "fill it in"),
  },
  "cell.long": {
    why: words(
      "此格有 {length} 个字符，超过 {limit} 个的上限",
      "holds {length} characters, more than the {limit} allowed",
    ),
    mend: words(
      "请检查是否漏了引号或误粘贴，精简后重报",
      "see whether a quotation mark is missing or too much was pasted, and shorten it",
    ),
  },
  "cell.merged": {
    why: words(
      "此格与上一行合并，无法断定各行是否同值",
      "is merged with the row above; whether it speaks for both cannot be told",
    ),
    mend: words("请取消合并单元格，每行各填一格", "unmerge the cells and fill each row"),
  },
  "cell.formula": {
    why: words("公式没有算出结果（{found}）", "holds a formula without a result ({found})"),
    mend: words("请填写数值本身", "write the value itself"),
  },
  "list.unknown": {
    why: words("“{found}”不在可选范围内", "holds “{found}”, which is not on the list"),
    mend: words("请改为以下之一：{allowed}", "write one of: {allowed_en}"),
  },
  "yes_no.unknown": {
    why: words("“{found}”看不出是“是”还是“否”", "holds “{found}”, which is neither yes nor no"),
    mend: words("请填写“是”或“否”", "write 是 or 否 (yes or no)"),
  },
} as const satisfies Record<string, Reason>;

/** Every reason the workbench can give. */
export const reasons = {
  ...cellReasons,
  ...dayReasons,
  ...numberReasons,
  ...codeReasons,
  ...fileReasons,
  ...bundleReasons,
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof reasons;

/** A verdict against a cell, row or file: data, not yet a sentence. */
export interface Fault {
  readonly reason: ReasonCode;
  readonly with?: Readonly<Record<string, string>>;
}

export const fault = (reason: ReasonCode, slots?: Record<string, string>): Fault =>
  slots ? { reason, with: slots } : { reason };

/** What was found, fit for a sentence: on one line, at most 40 characters. */
export const shown = (text: string): string => {
  const line = text
    .slice(0, 200)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const characters = [...line];
  return characters.length <= 40 ? line : `${characters.slice(0, 39).join("")}…`;
};

/** The fault of a cell, with what was found in it. */
export const unread = (reason: ReasonCode, text: string, slots: Record<string, string> = {}): Fault =>
  fault(reason, { found: shown(text), ...slots });

/** What reading one cell gives: its canonical text, or the fault that refuses it. */
export type Reading = string | Fault;
