import { madeBy, mentionedIn } from "../foundation.ts";

/**
 * Tables whose rows changed, and what is made from them: known from the statements that make it, which are looked at in
 * the order in which they run. Comments that name a table count as if they read it.
 */
export class Touched {
  readonly #names: Set<string>;
  readonly #all: boolean;

  /** @param names as `room.register` @param all what everything may be made from has changed: the calendar, the settings */
  constructor(names: Iterable<string>, all: boolean) {
    this.#names = new Set(names);
    this.#all = all;
  }

  get names(): ReadonlySet<string> {
    return this.#names;
  }

  has(table: string): boolean {
    return this.#all || this.#names.has(table);
  }

  /** Whether a query reads anything that changed. */
  reads(sql: string): boolean {
    return this.#all || this.readBy(sql).length > 0;
  }

  /** The one of all that changed which a query reads; undefined where it is not one alone. */
  onlyReadBy(sql: string): string | undefined {
    const [one, ...others] = new Set(this.readBy(sql));
    return this.#all || others.length > 0 ? undefined : one;
  }

  /** What a query reads that changed. The ledger has. */
  readBy(sql: string): string[] {
    return mentionedIn(sql).filter((one) => this.#names.has(one) || one.startsWith("intake."));
  }

  /** Whether a model is to be made anew; what it makes has changed then, too. */
  remakes(statement: string): boolean {
    if (!this.reads(statement)) return false;
    const model = madeBy(statement);
    if (model !== undefined) this.#names.add(model);
    return true;
  }
}
