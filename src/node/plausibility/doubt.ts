import type { FindingKind } from "../../finding.ts";
import type { Register } from "../../register.ts";
import type { Words } from "../../words.ts";
import { literal, name, table } from "../sql.ts";

/**
 * One kind of finding and the query that looks for it. The query returns a row for every row at fault:
 * `_id` (which finding it belongs to, without the kind), `_room`, `_form` (which sentence tells it), `_score`, `_file`,
 * `_line`, and as text whatever the sentence has `{slots}` for; `slot_en` is its English.
 */
export interface Doubt {
  readonly kind: FindingKind;
  readonly forms: Readonly<Record<string, Words>>;
  /** Undefined where no register gives it anything to look at. */
  readonly sql: string | undefined;
}

/** The key of a row as a person reads it, joined by +. A personal field in it is told by its hash. */
export const keyText = ({ key, otherwiseKey, fields }: Register, of = ""): string => {
  const joined = (ids: readonly string[]): string =>
    `concat_ws('+', ${ids
      .map((id) => `CAST(${of}${name(id)} AS VARCHAR)`)
      .map((text, i) => (fields[ids[i] as string]?.personal ? `left(md5(${text}), 8)` : text))
      .join(", ")})`;
  if (!otherwiseKey) return joined(key);
  return `CASE WHEN ${key.map((id) => `${of}${name(id)} IS NOT NULL`).join(" AND ")} THEN ${joined(key)} ELSE ${joined(otherwiseKey)} END`;
};

/** `room.register` as it begins an id. */
export const idOf = ({ room, id }: Register): string => `${room}.${id}`;

export const tableOf = ({ room, id }: Register): string => table(room, id);

/** The words of a register, and of one of its fields, as columns. */
export const wordColumns = ({ words, fields }: Register, field?: string): string => {
  const pairs = [["register", words] as const, ...(field ? [["field", fields[field]?.words] as const] : [])];
  return pairs
    .map(([slot, said]) => `${literal(said?.zh ?? "")} AS ${slot}, ${literal(said?.en ?? "")} AS ${slot}_en`)
    .join(", ");
};

/** Rows of one file that are at fault together, at least so many and at least half of the file: one finding, about the file. */
export const together = 3;
