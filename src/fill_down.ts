import type { Header } from "./header.ts";
import type { Problem } from "./problem.ts";
import { fault } from "./reason.ts";
import type { RawRow } from "./table.ts";
import { isBlank } from "./text.ts";

/** A row with the blanks that merged cells left filled, which columns were, and what could not be. */
export interface Filled {
  readonly row: RawRow;
  readonly filled: readonly number[];
  readonly problems: readonly Problem[];
}

const none: readonly never[] = [];
/**
 * Tells the columns in which blanks are the lower parts of merged cells: at least two blanks, and no value written
 * twice running, for where cells are merged nobody repeats them. A lone blank is a lost cell, not a merged one.
 */
export const mergedColumns = (header: Header, rows: (take: (row: RawRow) => void) => void): Set<number> => {
  const places = header.columns.flatMap(({ field }, at) => {
    const contract = field === null ? undefined : header.register.fields[field];
    return contract?.fillDown && !contract.optional ? [at] : [];
  });
  if (places.length === 0) return new Set();
  const seen = new Map(places.map((at) => [at, { blanks: 0, repeats: 0, last: "" }]));
  rows((row) => {
    if (row.line <= header.line || row.broken || row.cells.filter((cell) => cell.trim() !== "").length < 2)
      return;
    for (const [at, one] of seen) {
      const cell = (row.cells[at] ?? "").trim();
      if (cell === "") one.blanks += 1;
      else {
        if (cell === one.last) one.repeats += 1;
        one.last = cell;
      }
    }
  });
  return new Set(places.filter((at) => (seen.get(at)?.blanks ?? 0) >= 2 && seen.get(at)?.repeats === 0));
};

/** Lines named in a remark; the others are counted. */
const named = 10;

/**
 * Fills blanks below a merged cell, in required columns whose contract says so (fillDown) and in no other.
 * A workbook's merged cell over any other column is refused: whether it speaks for every row is a guess.
 */
export class Filler {
  readonly #places;
  readonly #filling;
  readonly #last = new Map<number, string>();
  readonly #lines = new Map<number, number[]>();

  readonly #merged: ReadonlySet<number>;

  /** @param merged columns of a text file in which blanks are parts of merged cells */
  constructor({ register, columns }: Header, merged: ReadonlySet<number>) {
    this.#merged = merged;
    this.#places = columns.flatMap(({ field, header }, at) => {
      const contract = field === null ? undefined : register.fields[field];
      return contract ? [{ at, id: field as string, header, contract }] : [];
    });
    this.#filling = this.#places.filter(({ contract }) => contract.fillDown && !contract.optional);
  }

  fill(row: RawRow): Filled {
    if (row.broken || (this.#filling.length === 0 && row.merged === undefined))
      return { row, filled: none, problems: none };
    const cells = [...row.cells];
    const filled: number[] = [];
    const problems = this.#places.flatMap(({ at, id, header }): Problem[] => {
      const merged = row.merged?.get(at);
      if ((cells[at] ?? "").trim() !== "") return [];
      const remark = { line: row.line, field: id, header, found: null };
      if (!this.#filling.some((place) => place.at === at))
        return merged === undefined || isBlank(merged)
          ? []
          : [{ ...remark, fault: fault("cell.merged"), severity: "error" }];
      const above = merged ?? (this.#merged.has(at) ? this.#last.get(at) : undefined);
      if (above === undefined) return [];
      cells[at] = above;
      filled.push(at);
      return [];
    });
    return { row: filled.length > 0 ? { ...row, cells } : row, filled, problems };
  }

  /** Remembers what a row of data says, for the blanks below it, and which of its own were filled. */
  keep(row: RawRow, filled: readonly number[]): void {
    for (const at of filled) (this.#lines.get(at) ?? this.#begin(at)).push(row.line);
    for (const { at } of this.#filling) {
      const cell = row.cells[at] ?? "";
      if (cell.trim() !== "" && !row.broken) this.#last.set(at, cell);
    }
  }

  #begin(at: number): number[] {
    const lines: number[] = [];
    this.#lines.set(at, lines);
    return lines;
  }

  /** One remark for each column in which cells were filled. */
  remarks(): Problem[] {
    return this.#places.flatMap(({ at, id, header }): Problem[] => {
      const lines = this.#lines.get(at);
      if (!lines) return [];
      const some = lines.slice(0, named);
      const more = lines.length > named;
      const slots = {
        count: String(lines.length),
        lines: `${some.join("、")}${more ? " 等" : ""}`,
        lines_en: `${some.join(", ")}${more ? " …" : ""}`,
      };
      const problem = { line: null, field: id, header, found: null, fault: fault("cells.filled", slots) };
      return [{ ...problem, severity: "warning" }];
    });
  }

  /** A total or a heading ends the reach of the cells above it. */
  clear(): void {
    this.#last.clear();
  }
}
