import type { Field } from "../field.ts";
import type { Header } from "../header.ts";
import type { MoneyUnit } from "../money_unit.ts";
import type { Dictionary } from "./dictionary.ts";
import { literal, name } from "./sql.ts";

/** One column of a file as DuckDB has it, and what it is to the register. */
export interface Place {
  /** SQL of the cell: text as it was sent, an ENUM where there is a dictionary. */
  readonly cell: string;
  /** Field id; null where the column is none. */
  readonly id: string | null;
  readonly field: Field | null;
  readonly unit: MoneyUnit | undefined;
  /** True where a word in this column could make its row a total. */
  readonly mayTotal: boolean;
  /** True where words in it could make its row a note or a signature: they stand in the first cell with words. */
  readonly mayNote: boolean;
  /** What the cells that recur mean. */
  readonly known?: Dictionary;
  /** SQL of a cell that is not in the dictionary and canonical all the same; where there is one. */
  readonly other?: string;
}

/** A row whose first three cells say 合计 is a total. */
const totalLike = 3;
export const sayTotal = /计|汇总|total/i;
export const sayNote = /[:：.、]/;

export const placesOf = ({ register, columns }: Header, unit: MoneyUnit | undefined): Place[] => {
  // Columns before it in which no sound row has an empty cell.
  let filled = 0;
  return columns.map((column, at) => {
    const field = column.field === null ? null : (register.fields[column.field] ?? null);
    const place = {
      cell: name(`_${at}`),
      id: column.field,
      field,
      unit: column.unit ?? unit,
      mayTotal: filled < totalLike,
      mayNote: filled < 1,
    };
    if (field && !field.optional) filled += 1;
    return place;
  });
};

const wordless = ({ cell, mayTotal, mayNote }: Place): string[] => [
  ...(mayTotal
    ? [`NOT (contains(${cell}, '计') OR contains(${cell}, '汇总') OR contains(lower(${cell}), 'total'))`]
    : []),
  ...(mayNote ? [`NOT regexp_matches(${cell}, '${sayNote.source}')`] : []),
];

/** SQL of a cell that was looked up in its column's dictionary: NULL where it is not in it. */
export const lookedUp = ({ cell, known }: Place): string =>
  known ? `TRY_CAST(${cell} AS ENUM(${known.said.map(literal).join(", ")}))` : cell;

/** True where nobody but the law can tell, and it has not been asked yet. */
export const isOpen = ({ field, known }: Place): boolean => field !== null && !field.canonical && !known;

/** @param found SQL of the cell looked up in its dictionary */
const soundCell = (place: Place, found: string): string => {
  const { cell, field, unit, known } = place;
  const canonical = field?.canonical && [
    field.canonical.when(cell, unit),
    ...(field.canonical.words ? wordless(place) : []),
  ];
  // In a list of columns an OR asks all its parts of every row, a CASE does not.
  const own = known
    ? [`CASE WHEN ${found} IS NOT NULL THEN true ELSE ${canonical?.join(" AND ") ?? "false"} END`]
    : (canonical ?? (field ? [] : wordless(place)));
  if (field && !field.optional) return [`${cell} IS NOT NULL`, ...own].join(" AND ");
  return own.length === 0 ? "true" : `CASE WHEN ${cell} IS NULL THEN true ELSE ${own.join(" AND ")} END`;
};

/** SQL that is true of a cell which says something; some words say that there is nothing to say. */
const filled = ({ cell, known }: Place): string =>
  [
    `${cell} IS NOT NULL`,
    ...(known?.said.flatMap((said, i) => (known.meant[i] === null ? [`${cell} <> ${literal(said)}`] : [])) ??
      []),
  ].join(" AND ");

/**
 * SQL that is true of a row only if the law takes each of its cells as DuckDB would, and the row is no total, note or
 * signature. The rules between fields are not in it, nor the columns in which the law is asked later on.
 * @param found SQL of the cell of a column, looked up in its dictionary
 */
export const soundRow = (
  { register }: Header,
  places: readonly Place[],
  found: (place: Place) => string,
): string => {
  const anyOf = (ids: readonly string[]): string =>
    places
      .filter(({ id }) => id !== null && ids.includes(id))
      .map((place) => `(${filled(place)})`)
      .join(" OR ") || "false";
  const fields = places.flatMap(({ id }) => (id === null ? [] : [id]));
  return [
    ...places.map((place) => soundCell(place, found(place))),
    ...[fields, ...(register.either ?? [])].map((ids) => `(${anyOf(ids)})`),
  ]
    .filter((one) => one !== "true")
    .join(" AND ");
};

/** SQL of what was sent in a sound cell. */
const sentAs = ({ cell, known }: Place): string => (known ? `CAST(${cell} AS VARCHAR)` : cell);

/** SQL of a record's cells as they were sent, of rows `c`. */
export const cellsAsSent = (places: readonly Place[]): string[] =>
  places.map((place, at) => `coalesce(c._sent[${at + 1}], ${sentAs(place)}, '')`);

/** SQL of the canonical text of a sound cell that is not in a dictionary. */
export const keptAs = ({ field, unit }: Place, cell: string): string =>
  field?.canonical?.value(cell, unit) ?? cell;

/** SQL of what the dictionary says that a cell means. */
const meantBy = (cell: string, { said, meant }: Dictionary): string => {
  if (said.every((one, i) => one === meant[i])) return `CAST(${cell} AS VARCHAR)`;
  const values = meant.map((one) => (one === null ? "NULL" : literal(one)));
  return `([${values.join(", ")}]::VARCHAR[])[enum_code(${cell})::INTEGER + 1]`;
};

/** SQL of the canonical text of a cell of a sound row, or NULL. */
const textOf = (place: Place): string => {
  const { cell, known, other } = place;
  const kept = (of: string): string => {
    const value = keptAs(place, of);
    return value === of ? value : `CASE WHEN ${of} IS NOT NULL THEN ${value} END`;
  };
  if (!known) return kept(cell);
  const meant = meantBy(cell, known);
  return other === undefined ? meant : `CASE WHEN ${cell} IS NULL THEN ${kept(other)} ELSE ${meant} END`;
};

/**
 * SQL of a field's canonical text in a sound row, under the field's own name.
 * @param written what becomes of the text's SQL; `at` is the field's place in the register
 */
export const valuesOf = (
  { register }: Header,
  places: readonly Place[],
  written = (value: string, _at: number): string => value,
): string[] =>
  Object.keys(register.fields).map((id, at) => {
    const place = places.find((one) => one.id === id);
    const kept = place ? textOf(place) : "NULL::VARCHAR";
    return `${written(kept, at)} AS ${name(id)}`;
  });
