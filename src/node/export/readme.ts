import type { Lang } from "../../words.ts";
import type { Edition } from "./edition.ts";
import type { Table } from "./table.ts";

const listed = ({ tables, writer }: Edition, lang: Lang): string[] =>
  tables.map((table: Table) => {
    const sheet = writer.sheetOf?.(table);
    return `- \`${sheet ?? writer.fileOf(table)}\` ${table.words[lang]}`;
  });

const how: Readonly<Record<Edition["format"], { readonly zh: string; readonly en: string }>> = {
  csv: {
    zh: "CSV 为 UTF-8 带 BOM、逗号分隔。会被表格软件当作公式的单元格前加了一个撇号（'），分析时去掉。用 Excel 打开会损坏长编号，请改用 `--format xlsx`。",
    en: "CSV in UTF-8 with a byte order mark, separated by commas. A cell that a spreadsheet would run as a formula has an apostrophe (') before it: take it off. Excel damages long codes when it opens a CSV file; use `--format xlsx` for it.",
  },
  parquet: {
    zh: "Parquet：金额和比率为精确小数（DECIMAL），日期为 DATE，编号为文本。",
    en: "Parquet: money and rates are exact (DECIMAL), days are DATE, codes are text.",
  },
  arrow: {
    zh: "Arrow IPC 文件：金额和比率为 Decimal128，日期为 Date32，编号为 Utf8；栏目说明在字段的 metadata 里。",
    en: "Arrow IPC files: money and rates are Decimal128, days Date32, codes Utf8; the words of columns are in the fields' metadata.",
  },
  xlsx: {
    zh: "一个工作簿，第一张表“字典 dictionary”说明每张工作表和每个栏目；编号为文本，超过 15 位的数字也为文本。",
    en: "One workbook; its first sheet, 字典 dictionary, says what every sheet and column is. Codes are text, and so are numbers of more than 15 digits.",
  },
};

/** `README.md` of what was handed on: Chinese first. */
export const readmeOf = (edition: Edition): string => {
  const { federation, audience, asOf, demo, format } = edition;
  const open = audience === "public";
  const meta = format === "csv" ? "`datapackage.json`、`csv-metadata.json`" : "`datapackage.json`";
  const metaEn = meta.replace("、", " and ");
  return [
    `# ${federation.zh}：台账指标与数据（${open ? "公开版" : "内部版，请勿外传"}）`,
    "",
    ...(demo ? ["**以下数据均为虚构的示范数据。**", ""] : []),
    `数据截至 ${asOf || "—"}。${open ? "人数少于规定的数不公布，`hidden_` 开头的栏目里是代替它的符号。一行是一件案件、一次走访或一名学员的表不在公开版中。" : "台账和模型不含姓名、证件号、电话、案情等个人信息；编号为登记时的编号，只有持原台账的人能对回本人。"}`,
    ...(edition.untold ? ["", `${edition.untold.zh}。`] : []),
    "",
    how[format].zh,
    "金额单位为元，比率为 0 到 1，空格为没有数据；日期没有止期的为空。合计的行 `dimension` 为 total，不要与各组相加。",
    `栏目的类型、说明、主键见 ${meta}。`,
    "",
    ...listed(edition, "zh"),
    "",
    `# ${federation.en}: figures and data, ${open ? "public edition" : "internal edition, not to be passed on"}`,
    "",
    ...(demo ? ["**All of it is invented, for demonstration.**", ""] : []),
    `Data up to ${asOf || "—"}. ${open ? "Small counts of persons are withheld: the columns that begin with `hidden_` have the sign in their place. Tables in which a row is a case, a visit or a learner are not in the public edition." : "Registers and models are without names, identity numbers, telephones and narratives; codes are those of the registers, which lead back to a person only where the register is."}`,
    ...(edition.untold
      ? ["", `${edition.untold.en.charAt(0).toUpperCase()}${edition.untold.en.slice(1)}.`]
      : []),
    "",
    how[format].en,
    "Money is in yuan, rates lie between 0 and 1, empty cells are missing; a period without an end has an empty one. Rows with `total` in `dimension` are totals: do not add them to the groups.",
    `Types, words and keys of the columns are in ${metaEn}.`,
    "",
    ...listed(edition, "en"),
    "",
  ].join("\n");
};
