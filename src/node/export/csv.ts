import { open } from "node:fs/promises";
import path from "node:path";
import Papa from "papaparse";
import { inert } from "../../formula.ts";
import type { Row, Table, Writer } from "./table.ts";

const lines = (rows: readonly Row[]): string =>
  `${Papa.unparse(
    rows.map((row) => row.map((cell) => inert(cell ?? ""))),
    { newline: "\r\n" },
  )}\r\n`;

/**
 * CSV as RFC 4180 has it, in UTF-8 behind a byte order mark: Excel on Chinese Windows reads it rightly, and readers for
 * data take the mark off. A cell that a spreadsheet would run has an apostrophe before it; numbers stay as they are.
 */
export const csvWriter = (folder: string): Writer => {
  const fileOf = ({ name }: Table): string => `${name}.csv`;
  return {
    fileOf,
    write: async (table) => {
      // `write` may write a part where the disk is nearly full, and say nothing; `appendFile` goes on or fails.
      const file = await open(path.join(folder, fileOf(table)), "w");
      try {
        await file.appendFile(`\ufeff${lines([table.columns.map(({ name }) => name)])}`);
        for await (const rows of table.rows()) if (rows.length > 0) await file.appendFile(lines(rows));
      } finally {
        await file.close();
      }
    },
    close: async () => {},
  };
};
