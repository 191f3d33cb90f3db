import * as z from "zod";
import { madeBy } from "../foundation.ts";
import { enter } from "../ledger.ts";
import type { Warehouse } from "../warehouse.ts";
import { eachOf } from "./added_to.ts";
import { withoutComments } from "./asked_of.ts";
import type { Touched } from "./touched.ts";

/** How a warehouse came from the one before it. */
export interface Growth {
  /** The origin of the one before. */
  readonly base: string;
  /** Paths of the files that came. */
  readonly came: readonly string[];
  /** Tables and views whose rows may be others than before. */
  readonly touched: ReadonlySet<string>;
  /** Those among them to which the rows of the files that came were added, by their `_file`; all others stayed. */
  readonly added: ReadonlySet<string>;
}

const makesView = /\bCREATE\s+(?:OR\s+REPLACE\s+)?VIEW\b/i;

/** Registers to which rows came, and the views that say `-- each:` of one of them, whatever else they read stayed. */
export class Added {
  /** By its name, the register that each of its rows comes from. */
  readonly #registers: Map<string, string>;

  /** @param registers as `room.register`: none of their rows that stood has changed */
  constructor(registers: readonly string[]) {
    this.#registers = new Map(registers.map((one) => [one, one]));
  }

  get names(): Set<string> {
    return new Set(this.#registers.keys());
  }

  /** Takes a statement that is run anew into account. */
  see(statement: string, touched: Touched): void {
    const [register, view] = [eachOf(statement), madeBy(statement)];
    if (register === undefined || view === undefined || !makesView.test(withoutComments(statement))) return;
    const read = touched.readBy(statement).filter((one) => one !== view);
    if (read.every((one) => this.#registers.get(one) === register)) this.#registers.set(view, register);
  }
}

/** Writes into a grown warehouse how it came from the one before. */
export const enterGrowth = (warehouse: Warehouse, { base, came, touched, added }: Growth): Promise<void> =>
  enter(warehouse, "growth", [[base, ...[came, touched, added].map((all) => JSON.stringify([...all]))]]);

const row = z.object({ base: z.string(), came: z.string(), touched: z.string(), added: z.string() });
const names = (text: string): string[] => z.array(z.string()).parse(JSON.parse(text));

/** How a finished warehouse grew from another; undefined where it did not. @param base the origin of the other */
export const growthFrom = async (warehouse: Warehouse, base: string): Promise<Growth | undefined> => {
  const { data: found } = row.safeParse((await warehouse.rows("FROM intake.growth"))[0]);
  if (found?.base !== base) return undefined;
  const [came, touched, added] = [found.came, found.touched, found.added].map(names);
  return { base, came: came ?? [], touched: new Set(touched), added: new Set(added) };
};
