import type { Words } from "../../words.ts";
import type { Edition } from "./edition.ts";
import type { Column, Kind, Table } from "./table.ts";

const typeOf = ({ kind, among }: Column): string | object => {
  const base: Readonly<Record<Kind["is"], string>> = {
    text: "string",
    whole: "integer",
    decimal: "decimal",
    day: "date",
    yesNo: "boolean",
  };
  if (kind.is === "day") return { base: "date", format: "yyyy-MM-dd" };
  // CSVW has no list of values: a pattern says it.
  const escaped = among?.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return escaped ? { base: "string", format: `^(?:${escaped.join("|")})$` } : base[kind.is];
};

const inBoth = ({ zh, en }: Words) => [
  { "@value": zh, "@language": "zh" },
  { "@value": en, "@language": "en" },
];

const tableOf = (table: Table, { writer, tables }: Edition) => ({
  url: writer.fileOf(table),
  "dc:title": inBoth(table.words),
  tableSchema: {
    columns: table.columns.map((column) => ({
      name: column.name,
      titles: column.name,
      "dc:description": inBoth(column.words),
      datatype: typeOf(column),
      null: "",
      ...(column.required && { required: true }),
      ...(column.unit && { "schema:unitText": inBoth(column.unit) }),
    })),
    ...(table.key && { primaryKey: table.key }),
    ...(table.refers && {
      foreignKeys: Object.entries(table.refers)
        .filter(([, [resource]]) => tables.some(({ name }) => name === resource))
        .map(([own, [resource, column]]) => ({
          columnReference: own,
          reference: { resource: `${resource}.csv`, columnReference: column },
        })),
    }),
  },
});

/**
 * `csv-metadata.json`: CSV on the Web, at the place where readers look for it. `titles` repeats the header as it
 * stands, since readers compare them; the words are in `dc:description`.
 */
export const csvwOf = (edition: Edition): object => ({
  "@context": ["http://www.w3.org/ns/csvw", { "@language": "zh" }],
  "dc:title": inBoth(edition.federation),
  dialect: { encoding: "utf-8", lineTerminators: ["\r\n"], quoteChar: '"', doubleQuote: true, header: true },
  tables: edition.tables.map((table) => tableOf(table, edition)),
});
