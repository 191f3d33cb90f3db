import { type Organisation, registersOf } from "../organisation.ts";
import type { Register } from "../register.ts";
import { canonical } from "../text.ts";
import { holdersOf, ownOf, personFields } from "./forgotten.ts";
import { askedFor, type Match, matchAt, oneOf, type Person, type Place, placesOf } from "./person.ts";
import { isOwnNumber, type Known, tellsNobody } from "./remains.ts";
import { eachSentRow, type SentRow } from "./sent_rows.ts";

/** What a row says in a field, as the field takes it; null where it says nothing that can be read. */
const saidIn = ({ register, fields, cells }: SentRow, id: string): string | null => {
  const at = fields.indexOf(id);
  const read = at < 0 ? undefined : register.fields[id]?.type.safeParse(cells[at] ?? "");
  return read?.success ? read.data : null;
};

/**
 * The person that somebody means in the rows of `data/` as sent: one who stands in refused rows alone is in no register.
 * @throws Failure as `oneOf` does
 */
export const personSent = (
  data: string,
  organisation: Organisation,
  asked: string,
  progress: (path: string) => void,
): Person[] => {
  const registers = registersOf(organisation);
  const people = personFields(registers);
  const places = new Map<Register, readonly Place[]>(
    registers.map((register) => [register, placesOf(register, people, askedFor(asked))]),
  );
  const matches: Match[] = [];
  eachSentRow(data, registers, progress, (row) => {
    for (const place of places.get(row.register) ?? [])
      if (saidIn(row, place.id) === place.value)
        matches.push(matchAt(row.register, people, place, place.about && saidIn(row, place.about)));
  });
  return oneOf(organisation, matches);
};

/**
 * What is known of persons, with what their rows as sent say besides: of refused rows and of those that were superseded.
 * Rows that are too long or too short are left out, for their values may stand in the wrong columns.
 */
export const knownSent = (
  data: string,
  organisation: Organisation,
  persons: readonly Person[],
  known: Known,
  progress: (path: string) => void,
): Known => {
  const registers = registersOf(organisation);
  const [own, names] = [new Set(known.own), new Set(known.names)];
  const [holders, numbers] = [new Set(known.holders), new Set(known.numbers)];
  const held = persons.map(({ of, value }) => ({ value, holders: holdersOf(registers, of) }));
  eachSentRow(data, registers, progress, (row) => {
    const { register, fields, cells } = row;
    if (cells.length !== fields.length) return;
    const about = fields.find(
      (id) =>
        id !== null &&
        held.some(({ value, holders }) => holders.has(`${register.id}.${id}`) && saidIn(row, id) === value),
    );
    if (about == null || register.fields[about]?.personal) return;
    for (const id of ownOf(register)) {
      const field = register.fields[id];
      const said = saidIn(row, id);
      if (!field?.identifies || field.sql !== "VARCHAR" || said === null || tellsNobody(said)) continue;
      (isOwnNumber(field, said) ? own : names).add(canonical(said));
    }
  });
  return { holders, numbers, own, names };
};
