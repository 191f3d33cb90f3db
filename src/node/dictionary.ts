import { verdictOf } from "../row.ts";
import { type Place, sayNote, sayTotal } from "./sound_row.ts";

/**
 * What the law makes of the cells that recur in a column: `said[i]` means `meant[i]`, without a doubt and without a
 * word that could make its row a total or a note. DuckDB keeps such a column as an ENUM of what was said.
 */
export interface Dictionary {
  readonly said: readonly string[];
  readonly meant: readonly (string | null)[];
  /** Cells that the law would write otherwise, met but once each, are so many that a larger sample would show more. */
  readonly isThin: boolean;
}

/** More cells than this are no list any more; each is written into a statement. */
const longest = 3000;
/** Characters of a cell that may stand in one. */
const widest = 300;
/**
 * Of so many cells of the sample one may be as the law would write it and have been seen but once: so often one is met
 * that is not known. It costs less where a canonical form can tell that it is sound; else it goes to the reader.
 */
const strangers = { canonical: 20, other: 250 };

/** Of so many cells one may be met but once and be written otherwise. */
const thin = 200;

/** Money and counts are added up by DuckDB: a bound (≥2100余万元) is left to the reader. */
const adds = /^-?\d+(?:\.\d+)?$/;

const isPlain = ({ field }: Place, meant: string | null): boolean =>
  meant === null || (field?.kind !== "money" && field?.kind !== "count") || adds.test(meant);

/**
 * Makes a column's dictionary from a sample of its cells.
 * @param cells of records taken evenly from the whole file
 * @param often how often the cells must recur
 * @returns undefined where they do not, or say too many things
 */
export const dictionaryOf = (
  place: Place,
  cells: readonly string[],
  often: number,
): Dictionary | undefined => {
  const { field, unit, mayTotal, mayNote } = place;
  if (!field) return undefined;
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== "") counts.set(cell, (counts.get(cell) ?? 0) + 1);
  if (counts.size > longest || !(counts.size * often <= cells.length)) return undefined;
  const said: string[] = [];
  const meant: (string | null)[] = [];
  let once = 0;
  let mended = 0;
  for (const [cell, times] of counts) {
    const verdict = verdictOf(field, cell, unit);
    const word = (mayTotal && sayTotal.test(cell)) || (mayNote && sayNote.test(cell));
    if (word || !("value" in verdict) || verdict.doubt || !isPlain(place, verdict.value)) continue;
    if (times === 1) verdict.value === cell ? once++ : mended++;
    if (cell.length > widest) continue;
    said.push(cell);
    meant.push(verdict.value);
  }
  return said.length === 0 || once * strangers[field.canonical ? "canonical" : "other"] > cells.length
    ? undefined
    : { said, meant, isThin: mended * thin > cells.length };
};
