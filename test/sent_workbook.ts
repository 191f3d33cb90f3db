import { utils, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const asXml = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** An .xlsx file whose sheets have names that Excel itself would not allow. */
export const workbookOf = (
  sheets: readonly (readonly [string, readonly (readonly string[])[]])[],
): Uint8Array => {
  const book = utils.book_new();
  for (const [i, [, rows]] of sheets.entries())
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), `SHEET-${i}-`);
  const parts = unzipSync(new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
  const named = (xml: string): string =>
    xml.replace(/SHEET-(\d+)-/g, (_, i: string) => asXml(sheets[Number(i)]?.[0] ?? ""));
  return zipSync({
    ...parts,
    "xl/workbook.xml": strToU8(named(strFromU8(parts["xl/workbook.xml"] as Uint8Array))),
  });
};
