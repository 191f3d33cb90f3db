import type { Header } from "./header.ts";
import { type Problem, quoted } from "./problem.ts";
import { fault } from "./reason.ts";
import type { RawRow, Run } from "./table.ts";
import { canonical } from "./text.ts";

const total =
  /^[一二三四五六七八九十、.]*(?:本页|本月|本季度?|本年|全[市区县])?(?:小计|合计|总计|累计|共计|汇总|subtotal|total)(?:[:(].*)?$/;
/** The cells of a row in which its word stands: behind a number or the name of a group at most. */
const looked = 3;

/** The word that makes a row a total (小计, 合计 …; 汇总 under an Excel table), or undefined where it is none. */
export const totalWord = ({ cells }: RawRow): string | undefined => {
  let seen = 0;
  for (const cell of cells) {
    if (cell === "" || cell.trim() === "") continue;
    if (cell.length <= 40 && /计|汇总|total/i.test(cell)) {
      const word = canonical(cell);
      if (total.test(word)) return word.replace(/[:(].*$/, "");
    }
    if (++seen === looked) return undefined;
  }
  return undefined;
};

type Sums = (bigint | null)[];

const scaled = (value: string): bigint | null =>
  /^-?\d+(?:\.\d+)?$/.test(value) ? BigInt(value.replace(".", "")) : null;

const written = (sum: bigint, money: boolean): string => {
  if (!money) return String(sum);
  const digits = String(sum < 0n ? -sum : sum).padStart(3, "0");
  return `${sum < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/**
 * Adds up a table's amounts and counts, so that its own 小计 and 合计 rows can be held against them. A column with a
 * cell that could not be read, or that is a bound (2100余万元), is not compared.
 */
export class Checksum {
  readonly #places: readonly { readonly id: string; readonly at: number; readonly money: boolean }[];
  #all: Sums;
  #part: Sums;
  #rows = { all: 0n, part: 0n };

  constructor({ register, columns }: Header) {
    this.#places = Object.entries(register.fields).flatMap(([id, field], at) =>
      (field.kind === "money" || field.kind === "count") && columns.some((c) => c.field === id)
        ? [{ id, at, money: field.kind === "money" }]
        : [],
    );
    this.#all = this.#places.map(() => 0n);
    this.#part = this.#places.map(() => 0n);
  }

  /** @param values what could be read of a row; undefined stands for a cell that could not */
  add(values: readonly (string | null | undefined)[] | null): void {
    this.#rows = { all: this.#rows.all + 1n, part: this.#rows.part + 1n };
    this.#places.forEach(({ at }, i) => {
      const value = values === null ? undefined : values[at];
      if (value === null) return;
      const n = value === undefined ? null : scaled(value);
      for (const sums of [this.#all, this.#part]) {
        const sum = sums[i] as bigint | null;
        sums[i] = sum === null || n === null ? null : sum + n;
      }
    });
  }

  /** Adds rows that were read elsewhere. */
  pass({ rows, sums }: Run): void {
    this.#rows = { all: this.#rows.all + BigInt(rows), part: this.#rows.part + BigInt(rows) };
    this.#places.forEach(({ id }, i) => {
      for (const each of [this.#all, this.#part]) {
        const sum = each[i] as bigint | null;
        each[i] = sum === null ? null : sum + (sums.get(id) ?? 0n);
      }
    });
  }

  /** Holds a total row against the rows above it: since the last total for 小计, else those or all of them. */
  compare(
    word: string,
    row: RawRow,
    header: Header,
    read: (row: RawRow) => readonly (string | null | undefined)[],
  ): Problem[] {
    const stated = read(row);
    const partial = word.includes("小计") || word.includes("subtotal") || word.includes("本页");
    const comparable = !word.includes("累计");
    const problems = this.#places.flatMap(({ id, at, money }, i): Problem[] => {
      const value = stated[at];
      const said = value === null || value === undefined ? null : scaled(value);
      const [part, all] = [this.#part[i], this.#all[i]];
      if (
        !comparable ||
        said === null ||
        part === null ||
        part === undefined ||
        all === null ||
        all === undefined
      )
        return [];
      const rows = money ? [] : [this.#rows.part, this.#rows.all];
      if ([part, all, ...rows].includes(said)) return [];
      const sum = partial ? part : all;
      const column = header.columns.findIndex((c) => c.field === id);
      const field = header.register.fields[id];
      const difference = said - sum;
      return [
        {
          line: row.line,
          field: id,
          header: header.columns[column]?.header ?? id,
          found: quoted(row.cells[column] ?? ""),
          fault: fault("total.differs", {
            total: word,
            stated: written(said, money),
            summed: written(sum, money),
            difference: written(difference < 0n ? -difference : difference, money),
            unit: field?.kind === "money" ? " 元" : "",
            unit_en: field?.kind === "money" ? " yuan" : "",
          }),
          severity: "warning",
        },
      ];
    });
    this.#part = this.#places.map(() => 0n);
    this.#rows = { ...this.#rows, part: 0n };
    return problems;
  }
}
