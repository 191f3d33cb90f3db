import type { Field } from "../field.ts";
import type { Header } from "../header.ts";
import type { MoneyUnit } from "../money_unit.ts";
import { name } from "./sql.ts";

/** One column of a file as DuckDB has it, and what it is to the register. */
export interface Place {
  /** SQL of the cell. */
  readonly cell: string;
  /** Field id; null where the column is none. */
  readonly id: string | null;
  readonly field: Field | null;
  readonly unit: MoneyUnit | undefined;
  /** Columns before it in which no sound row has an empty cell. */
  readonly filledBefore: number;
}

/** A row whose first three cells say 合计 is a total. */
const totalLike = 3;
export const sayTotal = /计|total/i;
export const sayNote = /[:：.、]/;

export const placesOf = ({ register, columns }: Header, unit: MoneyUnit | undefined): Place[] => {
  let filled = 0;
  return columns.map((column, at) => {
    const field = column.field === null ? null : (register.fields[column.field] ?? null);
    const place = {
      cell: name(`_${at}`),
      id: column.field,
      field,
      unit: column.unit ?? unit,
      filledBefore: filled,
    };
    if (field && !field.optional) filled += 1;
    return place;
  });
};

/** True where a word in this column could make its row a total. */
export const mayTotal = ({ filledBefore }: Place): boolean => filledBefore < totalLike;
/** True where words in this column could make its row a note or a signature: they stand in the first cell with words. */
export const mayNote = ({ filledBefore }: Place): boolean => filledBefore < 1;

const wordless = (place: Place): string[] => [
  ...(mayTotal(place)
    ? [`NOT (contains(${place.cell}, '计') OR contains(lower(${place.cell}), 'total'))`]
    : []),
  ...(mayNote(place) ? [`NOT regexp_matches(${place.cell}, '${sayNote.source}')`] : []),
];

/** @param asked the law was asked about every cell of this column */
const soundCell = (place: Place, asked: boolean): string => {
  const { cell, field, unit } = place;
  const own = field?.canonical && !asked ? [field.canonical.when(cell, unit)] : [];
  const words = !field || (field.canonical?.words && !asked) ? wordless(place) : [];
  const all = [...own, ...words];
  if (field && !field.optional) return [`${cell} IS NOT NULL`, ...all].join(" AND ");
  return all.length === 0 ? "true" : `(${cell} IS NULL OR (${all.join(" AND ")}))`;
};

/** SQL of the canonical text of a sound cell. */
export const keptAs = ({ cell, field, unit }: Place): string => field?.canonical?.value(cell, unit) ?? cell;

/** SQL of a field's canonical text in a sound row, under the field's own name. */
export const valuesOf = ({ register }: Header, places: readonly Place[]): string[] =>
  Object.keys(register.fields).map((id) => {
    const place = places.find((one) => one.id === id);
    if (!place) return `NULL::VARCHAR AS ${name(id)}`;
    const value = keptAs(place);
    const kept = value === place.cell ? value : `CASE WHEN ${place.cell} IS NOT NULL THEN ${value} END`;
    return `${kept} AS ${name(id)}`;
  });

/**
 * SQL that is true of a row only if the law takes each of its cells as DuckDB would, and the row is no total, note or
 * signature. The rules between fields are not in it, nor the columns in which the law is asked about each distinct cell.
 */
export const soundRow = (
  { register }: Header,
  places: readonly Place[],
  asked: ReadonlySet<Place>,
): string => {
  const filled = (ids: readonly string[]): string =>
    places
      .filter(({ id }) => id !== null && ids.includes(id))
      .map(({ cell }) => `${cell} IS NOT NULL`)
      .join(" OR ") || "false";
  const fields = places.flatMap(({ id }) => (id === null ? [] : [id]));
  return [
    ...places.map((place) => soundCell(place, asked.has(place))),
    ...[fields, ...(register.either ?? [])].map((ids) => `(${filled(ids)})`),
  ]
    .filter((one) => one !== "true")
    .join(" AND ");
};
