import { acceptances } from "./acceptance.ts";
import { federationsBelow, handedUp } from "./handed_up.ts";
import type { Dimension } from "./indicator.ts";
import type { Register, Room } from "./register.ts";
import type { Words } from "./words.ts";

/** Everything that is particular to one federation; the engine is handed it and can name none of it. */
export interface Organisation {
  readonly federation: Words;
  /** The federation's mark, as a data URI. */
  readonly logo?: string;
  /** Ids of rooms that are kept out of what is published; they are read and modelled all the same. */
  readonly unshown?: readonly string[];
  /** Phrases that may be published though a person's name is part of them: an enterprise named after its owner. */
  readonly publicNames?: readonly string[];
  /** In reading order. */
  readonly rooms: readonly Room[];
  /** The figures a build prints, `room.indicator`. */
  readonly headlines: readonly string[];
  /** Numbers that models read: name → decimal string. */
  readonly settings: Readonly<Record<string, string>>;
  /** Memory that DuckDB may take, in MB; half of the machine's where nobody said. */
  readonly memory?: number;
  /** First month of the reporting year, 1–12. */
  readonly firstMonth: number;
  /** Model of the targets that the federation set: (indicator, quarter, span, target, quote). */
  readonly targets?: string;
  /**
   * How the own registers stand to what federations below hand up: `apart` from it, so that both add up, or `within`
   * them already. Where nobody said, they are not added.
   */
  readonly below?: "apart" | "within";
  /** The same of the demonstration's invented rows, where nobody said otherwise. */
  readonly belowInvented?: "apart" | "within";
  /** Model that sets what was due against what came: (quarter, register, due, received, late, zero, missing). */
  readonly completeness?: string;
}

export const registersOf = ({ rooms }: Organisation): Register[] => rooms.flatMap((room) => room.registers);

/**
 * Every kind of table that data/ may hold: the rooms' registers, the findings that were accepted, and
 * what federations below hand up.
 */
export const tablesOf = (organisation: Organisation): Register[] => [
  ...registersOf(organisation),
  acceptances,
  federationsBelow,
  handedUp,
];

/** The axes of all rooms, each once; words of values are gathered from every room that shares the axis. */
export const dimensionsOf = ({ rooms }: Organisation): Dimension[] => {
  const merged = new Map<string, Dimension>();
  for (const dimension of rooms.flatMap((room) => room.dimensions ?? [])) {
    const known = merged.get(dimension.id);
    merged.set(
      dimension.id,
      known ? { ...dimension, ...known, values: { ...dimension.values, ...known.values } } : dimension,
    );
  }
  return [...merged.values()];
};

/** The organisation as its readers may see it: without the rooms that are not shown. */
export const shownOf = (organisation: Organisation): Organisation => ({
  ...organisation,
  rooms: organisation.rooms.filter(({ id }) => !organisation.unshown?.includes(id)),
});
