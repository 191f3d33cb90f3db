import { type Fault, reasons } from "./reason.ts";
import { fill, type Lang } from "./words.ts";

export type Severity = "error" | "warning";

/** A verdict with its place: which line, which column, what was found. The sentence is composed here and nowhere else. */
export interface Problem {
  /** Physical line of the file, counted from 1; null where the whole file is meant. */
  readonly line: number | null;
  /** Field id, null where the whole row is meant. */
  readonly field: string | null;
  /** The header as the file has it. */
  readonly header: string | null;
  /** The cell as sent, cut at 40 characters. Personal fields are masked before they leave the warehouse. */
  readonly found: string | null;
  readonly fault: Fault;
  /** An error refuses; a warning only tells. */
  readonly severity: Severity;
}

const slots = (fault: Fault, lang: Lang): Record<string, string> => {
  const given = { ...fault.with };
  if (lang === "en")
    for (const [slot, value] of Object.entries(given))
      if (slot.endsWith("_en")) given[slot.slice(0, -3)] = value;
  return given;
};

/** Why, e.g. “2019-02-30”不是有这一天的日期. */
export const why = (fault: Fault, lang: Lang): string =>
  fill(reasons[fault.reason].why[lang], slots(fault, lang));

/** What would do, e.g. 请核对后改正. */
export const mend = (fault: Fault, lang: Lang): string =>
  fill(reasons[fault.reason].mend[lang], slots(fault, lang));

/** True where what was found is not in the reason already. */
export const tells = (found: string | null, reason: string): found is string =>
  found !== null && found !== "" && !reason.includes(found);

/** One sentence: where, what was found, why, what would do. */
export const sentence = (problem: Problem, lang: Lang): string => {
  const { line, header, found, fault } = problem;
  if (lang === "en") {
    const place = [line && `line ${line}`, header && `column “${header}”`].filter(Boolean).join(", ");
    const reason = why(fault, lang);
    const cell = tells(found, reason) ? ` found “${found}”:` : "";
    return `${place ? `${place}:` : ""}${cell} ${reason}; ${mend(fault, lang)}.`.trim();
  }
  const place = [line && `第 ${line} 行`, header && `“${header}”栏`].filter(Boolean).join("");
  const reason = why(fault, lang);
  const cell = tells(found, reason) ? `填的是“${found}”，` : "";
  return `${place ? `${place}：` : ""}${cell}${reason}；${mend(fault, lang)}。`;
};

const longest = 40;
/** A cell as it may be quoted back: one line, cut. */
export const quoted = (cell: string): string => {
  const line = cell.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};
