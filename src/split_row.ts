import type { RawRow } from "./table.ts";

/**
 * Two rows that make one of the right width: a line break without quotation marks cut it in two. It is refused as one
 * row, for where the cell was cut is a guess; the lower half may look like a row of its own.
 */
export const joinedOver = (upper: RawRow, lower: RawRow, width: number): RawRow | undefined => {
  const [above, below] = [upper.cells, lower.cells];
  if (upper.broken || lower.broken || upper.line + 1 !== lower.line) return undefined;
  if (above.length + below.length - 1 !== width || above.length >= width) return undefined;
  const cells = [...above.slice(0, -1), `${above.at(-1)}\n${below[0]}`, ...below.slice(1)];
  return { cells, line: upper.line, broken: "split" };
};
