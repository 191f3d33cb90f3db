import { INTEGER, VARCHAR } from "@duckdb/node-api";
import type { Problem } from "../problem.ts";
import type { Sink } from "../sink.ts";
import type { RawRow } from "../table.ts";
import { Appending } from "./appending.ts";
import type { Traces } from "./kept_file.ts";
import { problemRow } from "./ledger.ts";
import type { Warehouse } from "./warehouse.ts";

/** Rows as sent, and problems, of all files of a run that are held in memory; of the others the ledger tells. */
export const held = 100_000;

/** How much more of them may be held. */
export class Allowance {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  /** Takes so much of it. @returns false where that is not left: then nothing is taken */
  take(n = 1): boolean {
    if (n > this.#left) return false;
    this.#left -= n;
    return true;
  }

  give(n = 1): void {
    this.#left += n;
  }
}

/** The part of the ledger that is written while files are read. */
export class OpenLedger {
  readonly #problems: Appending;
  readonly #mended: Appending;

  private constructor(problems: Appending, mended: Appending) {
    this.#problems = problems;
    this.#mended = mended;
  }

  static async open(warehouse: Warehouse): Promise<OpenLedger> {
    const texts = Array.from({ length: 6 }, () => VARCHAR);
    return new OpenLedger(
      await Appending.open(warehouse, "intake", "problems", [INTEGER, INTEGER, ...texts]),
      await Appending.open(warehouse, "intake", "mended", [INTEGER, INTEGER, VARCHAR, INTEGER]),
    );
  }

  problem(file: number, problem: Problem): void {
    this.#problems.add(problemRow(file, problem));
  }

  mended(file: number, one: Traces["mended"][number]): void {
    this.#mended.add([file, ...one]);
  }

  close(): void {
    this.#problems.close();
    this.#mended.close();
  }
}

/** What one table leaves behind while it is read: written into the ledger at once, and held where it is to be kept. */
export class Trace implements Traces {
  readonly id: number;
  readonly problems: Problem[] = [];
  readonly mended: Traces["mended"][number][] = [];
  /** Rows that the reader did not take, as sent. */
  readonly sent = new Map<number, RawRow>();
  readonly #ledger: OpenLedger;
  readonly #allowance: Allowance;
  #isHeld: boolean;

  /** @param isHeld whether what it leaves is to be kept for the next run */
  constructor(id: number, ledger: OpenLedger, allowance: Allowance, isHeld: boolean) {
    this.id = id;
    this.#ledger = ledger;
    this.#allowance = allowance;
    this.#isHeld = isHeld;
  }

  /** True where all that it left is held. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  tell(problem: Problem): void {
    this.#ledger.problem(this.id, problem);
    if (this.#holdsMore()) this.problems.push(problem);
  }

  mend(one: Traces["mended"][number]): void {
    this.#ledger.mended(this.id, one);
    if (this.#holdsMore()) this.mended.push(one);
  }

  /** What a table's sink has to tell, besides its sound rows. */
  sink(sound: Sink["row"]): Sink {
    return {
      row: (values, line) => {
        if (this.sent.delete(line)) this.#allowance.give();
        sound(values, line);
      },
      problem: (problem) => this.tell(problem),
      mends: (...one) => this.mend(one),
      ...(this.#isHeld && {
        raw: (row: RawRow) => {
          if (!this.sent.has(row.line) && this.#holdsMore()) this.sent.set(row.line, row);
        },
      }),
    };
  }

  /** Lets go of all that is held: the file will be read again by the next run. */
  release(): void {
    this.#allowance.give(this.problems.length + this.mended.length + this.sent.size);
    this.problems.length = 0;
    this.mended.length = 0;
    this.sent.clear();
    this.#isHeld = false;
  }

  #holdsMore(): boolean {
    if (!this.#isHeld) return false;
    if (this.#allowance.take()) return true;
    this.release();
    return false;
  }
}
