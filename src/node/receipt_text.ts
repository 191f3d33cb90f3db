import Papa from "papaparse";
import { lasting } from "../formula.ts";
import type { Header } from "../header.ts";
import type { Preamble } from "../preamble.ts";
import { mend, tells, why } from "../problem.ts";
import { receiptColumns, surplusColumn } from "../receipt.ts";
import type { RawRow } from "../table.ts";
import type { Lang } from "../words.ts";
import { type Refused, unlistedNote } from "./verdicts.ts";

/** The refused rows of one table, as sent. */
export interface Returned {
  readonly headers: readonly string[];
  readonly preamble: Preamble;
  readonly rows: readonly RawRow[];
}

const joined = (parts: readonly (string | null)[]): string => [...new Set(parts.filter(Boolean))].join("；");

/** The unit that stood above the table goes into the header: a receipt must not turn 万元 into 元. */
export const headersOf = ({ register, columns }: Header, { moneyUnit }: Preamble): string[] =>
  columns.map(({ header, field, unit }) =>
    field !== null &&
    register.fields[field]?.kind === "money" &&
    (unit ?? moneyUnit) &&
    !/[（(].*元/.test(header)
      ? `${header}（${unit ?? moneyUnit}）`
      : header,
  );

const preambleLine = ({ unitName, period, filed }: Preamble): string[][] => {
  const said = [
    unitName && `填报单位：${unitName}`,
    period && `期别：${period}`,
    filed && `填报日期：${filed}`,
  ];
  const words = said.filter((part): part is string => Boolean(part));
  return words.length > 0 ? [words] : [];
};

/**
 * Writes a receipt: UTF-8 with BOM, opens in Excel, no cell runs as a formula. The rows stand as sent, with the place
 * and the reason of each behind them; mended and handed in again, they are read like any file.
 */
export const receiptText = (
  { headers, preamble, rows }: Returned,
  source: string,
  refused: Refused,
  lang: Lang,
): string => {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);
  const padded = [...headers, ...Array<string>(width - headers.length).fill(surplusColumn)];
  const body = rows.map(({ cells, line }) => {
    const told = refused.verdicts.get(line) ?? [];
    return [
      ...cells,
      ...Array<string>(width - cells.length).fill(""),
      source,
      String(line),
      joined(told.map(({ header }) => header)),
      joined(told.map(({ found, fault }) => (tells(found, why(fault, lang)) ? found : null))),
      joined(told.map(({ fault }) => why(fault, lang))),
      joined(told.map(({ fault }) => mend(fault, lang))),
    ];
  });
  const note = unlistedNote(refused, rows.length, lang);
  const table = [
    ...(note ? [[note]] : []),
    ...preambleLine(preamble),
    [...padded, ...receiptColumns],
    ...body,
  ];
  return `\ufeff${Papa.unparse(
    table.map((row) => row.map(lasting)),
    { newline: "\r\n" },
  )}\r\n`;
};
