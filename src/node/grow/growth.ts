import * as z from "zod";
import { madeBy } from "../foundation.ts";
import { enter } from "../ledger.ts";
import type { Warehouse } from "../warehouse.ts";
import { eachOf } from "./added_to.ts";
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

  /** @param registers as `room.register` */
  constructor(registers: readonly string[]) {
    this.#registers = new Map(registers.map((one) => [one, one]));
  }

  get names(): string[] {
    return [...this.#registers.keys()];
  }

  /** Takes a statement that is run anew into account. */
  see(statement: string, touched: Touched): void {
    const [register, view] = [eachOf(statement), madeBy(statement)];
    if (register === undefined || view === undefined || !makesView.test(statement)) return;
    const read = touched.readBy(statement).filter((one) => one !== view);
    if (read.every((one) => this.#registers.get(one) === register)) this.#registers.set(view, register);
  }
}

/** Writes into a grown warehouse how it came from the one before. */
export const enterGrowth = (
  warehouse: Warehouse,
  { base, came, touched, added }: { readonly [part in keyof Growth]: Growth[part] | string[] },
): Promise<void> =>
  enter(warehouse, "growth", [
    [base as string, ...[came, touched, added].map((all) => JSON.stringify([...all]))],
  ]);

const names = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));

/** How a finished warehouse grew from another. @param base the origin of that; undefined is returned where it did not */
export const growthFrom = async (warehouse: Warehouse, base: string): Promise<Growth | undefined> => {
  const [row] = await warehouse.rows("SELECT base, came, touched, added FROM intake.growth");
  if (row?.base !== base) return undefined;
  const [came, touched, added] = [row.came, row.touched, row.added].map((one) => names.parse(one)) as [
    string[],
    string[],
    string[],
  ];
  return { base, came, touched: new Set(touched), added: new Set(added) };
};
