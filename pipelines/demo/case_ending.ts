import type { Random } from "./random.ts";

export type Form =
  | "调解与仲裁代理"
  | "诉讼代理"
  | "非诉讼代理"
  | "代拟法律文书"
  | "法律咨询"
  | "值班律师帮助";

/** How a case ends, and after how many days. */
export interface Ending {
  readonly closing: string;
  readonly outcome: string;
  readonly after: number;
  /** Something was confirmed in money. */
  readonly confirmed: boolean;
}

const closings: Record<Form, readonly (readonly [string, number])[]> = {
  调解与仲裁代理: [
    ["调解", 44],
    ["仲裁裁决", 36],
    ["和解", 10],
    ["撤回", 7],
    ["转出", 3],
  ],
  诉讼代理: [
    ["判决", 62],
    ["调解", 24],
    ["和解", 5],
    ["撤回", 9],
  ],
  非诉讼代理: [
    ["和解", 48],
    ["调解", 32],
    ["撤回", 12],
    ["转出", 8],
  ],
  代拟法律文书: [
    ["仅咨询", 76],
    ["和解", 24],
  ],
  法律咨询: [["仅咨询", 1]],
  值班律师帮助: [
    ["调解", 60],
    ["转出", 40],
  ],
};

/** Least and most days from acceptance to the end. */
const lengths: Record<Form, readonly [number, number]> = {
  调解与仲裁代理: [14, 62],
  诉讼代理: [55, 150],
  非诉讼代理: [6, 40],
  代拟法律文书: [1, 12],
  法律咨询: [0, 3],
  值班律师帮助: [2, 20],
};

const agreed = [
  ["全部支持", 34],
  ["部分支持", 46],
  ["", 20],
] as const;

const ruled = [
  ["全部支持", 38],
  ["部分支持", 46],
  ["不支持", 16],
] as const;

const outcomeOf = (r: Random, closing: string): string => {
  if (closing === "调解" || closing === "和解") return r.weigh(agreed);
  if (closing === "仲裁裁决" || closing === "判决") return r.weigh(ruled);
  return closing === "撤回" ? "撤回" : "";
};

export const endingOf = (r: Random, form: Form): Ending => {
  const closing = r.weigh(closings[form]);
  const outcome = outcomeOf(r, closing);
  const won = outcome === "全部支持" || outcome === "部分支持" || closing === "调解" || closing === "和解";
  const advice = form === "法律咨询" || form === "代拟法律文书" || closing === "仅咨询";
  return { closing, outcome, after: r.between(...lengths[form]), confirmed: won && !advice };
};

/** Counted as 挽回经济损失 (确认口径): advice and drafting are not, whatever they led to. */
export const isRecovered = (form: Form, { confirmed }: Ending): boolean =>
  confirmed && form !== "法律咨询" && form !== "代拟法律文书";
