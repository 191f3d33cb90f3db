import type { RowRule } from "../register.ts";

type Row = Readonly<Record<string, string | null>>;

/** Thrown when a rule looks at a field that it was not known to look at. */
export class Unforeseen extends Error {}

/** A rule, asked about some fields alone. */
export interface Asked {
  /** The fields it was seen to look at. */
  readonly fields: readonly string[];
  /**
   * What the rule says of any row with these values, in the order of `fields`.
   * @throws Unforeseen when the rule looks at a further field: `fields` has grown by it, and the question is put anew
   */
  readonly holds: (values: readonly (string | null)[]) => boolean;
}

/**
 * Finds out which fields a rule reads, by handing it rows that notice where it looks. An answer can be relied on for
 * every row with the same values, since looking elsewhere would have been noticed.
 * @param samples rows to begin with
 */
export const watching = (rule: RowRule, ids: ReadonlySet<string>, samples: readonly Row[]): Asked => {
  const fields: string[] = [];
  let row: Row = {};
  let lenient = true;
  const look = (id: string): string | null => {
    if (!fields.includes(id)) {
      fields.push(id);
      if (!lenient) throw new Unforeseen(id);
    }
    return row[id] ?? null;
  };
  const watched = new Proxy({} as Record<string, string | null>, {
    get: (_, key) => (typeof key === "string" && ids.has(key) ? look(key) : undefined),
    has: (_, key) => ids.has(String(key)),
    ownKeys: () => [...ids],
    getOwnPropertyDescriptor: (_, key) =>
      ids.has(String(key)) ? { enumerable: true, configurable: true, value: look(String(key)) } : undefined,
  });
  for (const sample of samples) {
    row = sample;
    rule.holds(watched);
  }
  lenient = false;
  return {
    fields,
    holds: (values) => {
      row = Object.fromEntries(fields.map((id, i) => [id, values[i] ?? null]));
      return rule.holds(watched);
    },
  };
};
