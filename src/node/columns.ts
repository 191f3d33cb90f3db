import { onOneLine } from "../unseen.ts";

/** Columns that a terminal gives a text: Chinese characters and full-width marks take two. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1),
    0,
  );

const pad = (text: string, width: number, right: boolean): string => {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
};

/**
 * Rows as lines whose columns stand under each other.
 * @param right indices of columns that are set flush right, as numbers are
 */
export const aligned = (texts: readonly (readonly string[])[], right: readonly number[] = []): string[] => {
  const rows = texts.map((row) => row.map(onOneLine));
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  return rows.map((row) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0, right.includes(i)))
      .join("  ")
      .trimEnd(),
  );
};
