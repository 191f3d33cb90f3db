import type { Organisation } from "../organisation.ts";
import type { ForgottenList } from "./forgotten.ts";
import type { Content } from "./inbox.ts";
import { sha256 } from "./inbox.ts";
import { enter } from "./ledger.ts";
import type { Warehouse } from "./warehouse.ts";

/** All that a warehouse is made from. */
export interface Made {
  /** The sources and packages that decide, as `codeInUse` tells them. */
  readonly code: string;
  readonly organisation: Organisation;
  readonly contents: readonly Content[];
  readonly list: ForgottenList;
  readonly asOf: string | undefined;
  readonly comments: boolean;
}

/** What `JSON.stringify` would leave out of an organisation; its types' inner parts are told by the sources. */
const told = (_: string, value: unknown): unknown => {
  if (typeof value === "function" || value instanceof RegExp) return String(value);
  if (typeof value === "object" && value !== null && "_zod" in value) return "type";
  return value;
};

/**
 * One hash of all that a warehouse is made from: the same origin, the same warehouse. Neither the machine nor the clock
 * is in it, nor where the folders lie.
 */
export const originOf = ({ code, organisation, contents, list, asOf, comments }: Made): string =>
  sha256(
    JSON.stringify(
      [
        code,
        organisation,
        contents.map(({ file, sha256: hash, fault }) => [file.path, hash, fault ?? null]),
        // The salt is drawn anew where nobody is on the list.
        list.persons.length === 0 ? null : list,
        asOf ?? null,
        comments,
      ],
      told,
    ),
  );

/** One hash of what decides about figures besides the rows that they are made from. */
export const basisOf = (code: string, organisation: Organisation): string =>
  sha256(JSON.stringify([code, organisation], told));

/** Writes the origin into the warehouse, so that what is made from it can tell whether it is still the same. */
export const enterOrigin = (warehouse: Warehouse, origin: string | undefined): Promise<void> =>
  enter(warehouse, "origin", [[origin ?? null]]);

/** The origin of a finished warehouse; undefined where it is not known: then nothing may be spared. */
export const originIn = async (warehouse: Warehouse): Promise<string | undefined> => {
  const [row] = await warehouse.rows("SELECT hash FROM intake.origin");
  return row?.hash ?? undefined;
};
