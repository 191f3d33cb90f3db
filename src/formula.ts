/**
 * A cell that a spreadsheet would run as a formula is written with an apostrophe before it, which readers take off.
 * Spreadsheets set to Chinese run the full-width signs too; no number of ours is written with one.
 */
export const inert = (cell: string): string =>
  /^[=+@＝＋＠－\t\r\n]|^-(?!\d+(?:\.\d+)?$)/.test(cell) ? `'${cell}` : cell;

/** What `inert` was handed: its apostrophe is taken off again. */
export const live = (cell: string): string =>
  cell.startsWith("'") && inert(cell.slice(1)) === cell ? cell.slice(1) : cell;

/** What a spreadsheet would turn into another number or a date when the file is saved again: long or led by zeros. */
const fragile = /^(?:\d{12,}|0\d+|\d+E\d+|\d{1,4}[-/]\d{1,2})$/i;

/** Like inert, for files that staff mend in a spreadsheet and hand in again: numbers that identify keep their digits. */
export const lasting = (cell: string): string => (fragile.test(cell) ? `'${cell}` : inert(cell));
