import type { Edition, Format } from "./edition.ts";
import type { Column, Kind, Table } from "./table.ts";

const typeOf: Readonly<Record<Kind["is"], string>> = {
  text: "string",
  whole: "integer",
  decimal: "number",
  day: "date",
  yesNo: "boolean",
};

const mediaTypes: Readonly<Record<Format, string>> = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
  arrow: "application/vnd.apache.arrow.file",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const fieldOf = (table: Table, { name, words, kind, unit, required, among }: Column) => {
  const alone = table.key?.length === 1 && table.key[0] === name;
  const constraints = {
    ...(required && { required: true }),
    ...(alone && { unique: true }),
    ...(among && { enum: among }),
  };
  return {
    name,
    type: typeOf[kind.is],
    title: words.zh,
    title_en: words.en,
    description: `${words.zh} · ${words.en}`,
    ...(unit && { unit: unit.zh, unit_en: unit.en }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
};

const resourceOf = (table: Table, { format, writer, tables }: Edition) => ({
  name: table.name,
  path: writer.fileOf(table),
  title: table.words.zh,
  title_en: table.words.en,
  description: `${table.words.zh} · ${table.words.en}`,
  format,
  mediatype: mediaTypes[format],
  ...(format === "csv" && {
    encoding: "utf-8",
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
  }),
  ...(writer.sheetOf && { dialect: { sheetName: writer.sheetOf(table), header: true } }),
  schema: {
    fields: table.columns.map((column) => fieldOf(table, column)),
    missingValues: [""],
    ...(table.key && { primaryKey: table.key }),
    ...(table.refers && {
      foreignKeys: Object.entries(table.refers)
        .filter(([, [resource]]) => tables.some(({ name }) => name === resource))
        .map(([own, [resource, field]]) => ({
          fields: [own],
          reference: { resource, fields: [field] },
        })),
    }),
  },
});

/** `datapackage.json`: a Frictionless Data Package (version 1 of the specification, which version 2 reads as well). */
export const datapackageOf = (edition: Edition): object => {
  const { federation, audience, asOf, demo, tables } = edition;
  return {
    profile: "tabular-data-package",
    name: `taizhang-${audience}`,
    title: `${federation.zh}：台账指标与数据（${audience === "public" ? "公开版" : "内部版"}）`,
    title_en: `${federation.en}: figures and data, ${audience} edition`,
    description:
      audience === "public"
        ? "公开版：指标、字典、季度、目标、报送情况 · public edition: figures, dictionary, quarters, targets, completeness"
        : "内部版，请勿外传：另有去除个人信息的台账和模型 · internal edition, not to be passed on: registers and models without personal data as well",
    audience,
    demo,
    ...(asOf !== "" && { as_of: asOf }),
    resources: tables.map((table) => resourceOf(table, edition)),
  };
};
