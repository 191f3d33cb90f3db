export const separators = [",", "\t", ";", "|"] as const;
export type Separator = (typeof separators)[number];

/** How well a separator fits a text. */
export interface Evidence {
  readonly separator: Separator;
  /** Lines that it splits into the same number of cells, more than one. */
  readonly agreeing: number;
  /**
   * Tells whether the writer leaves out empty cells at the ends of rows: several are shorter than the header and
   * none ends with the separator. One short row alone is a damaged one.
   * @param width cells in the header
   */
  readonly trimmed: (width: number) => boolean;
}

const codes = separators.map((s) => s.charCodeAt(0));
const [newline, quote] = ["\n".charCodeAt(0), '"'.charCodeAt(0)];
/** Wider lines are all counted as this wide. */
const widest = 512;

/**
 * Weighs every separator over the whole text, best first: the one that splits most lines into the same number of
 * cells. Quoted stretches of a line do not count. A text with no separator at all is read with a comma.
 */
export const weighSeparators = (text: string): Evidence[] => {
  const widths = separators.map(() => new Uint32Array(widest + 1));
  const open = separators.map(() => 0);
  const counts = separators.map(() => 0);
  let quoted = false;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? newline : text.charCodeAt(at);
    if (code === quote) quoted = !quoted;
    else if (code === newline) {
      if (at > start)
        for (let s = 0; s < codes.length; s++) {
          const n = counts[s] as number;
          if (n > 0) {
            const row = widths[s] as Uint32Array;
            const width = Math.min(n + 1, widest);
            row[width] = (row[width] as number) + 1;
            if (text.charCodeAt(at - 1) === codes[s]) open[s] = (open[s] as number) + 1;
          }
          counts[s] = 0;
        }
      quoted = false;
      start = at + 1;
    } else if (!quoted)
      for (let s = 0; s < codes.length; s++) if (code === codes[s]) counts[s] = (counts[s] as number) + 1;
  }
  return separators
    .map((separator, s) => {
      const found = widths[s] as Uint32Array;
      const agreeing = found.reduce((most, n) => Math.max(most, n), 0);
      const trimmed = (width: number): boolean =>
        open[s] === 0 && found.subarray(2, width).reduce((sum, n) => sum + n, 0) >= 2;
      return { separator, agreeing, trimmed };
    })
    .sort((a, b) => b.agreeing - a.agreeing);
};
