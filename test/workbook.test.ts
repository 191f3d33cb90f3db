import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import { openWorkbook } from "../src/workbook.ts";
import { workbookOf } from "./sent_workbook.ts";

const entities = [
  '<!ENTITY a0 "aaaaaaaaaa">',
  ...Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`),
  '<!ENTITY file SYSTEM "file:///etc/passwd">',
].join("");

it("leaves entities in its parts as they stand", () => {
  const parts = unzipSync(workbookOf([["走访", [["走访日期", "SWELL", "FILE"]]]]));
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] as Uint8Array);
  const swollen = sheet
    .replace(/\?>\s*/, (end) => `${end}<!DOCTYPE worksheet [${entities}]>`)
    .replace("SWELL", "&a9;")
    .replace("FILE", "&file;");
  expect(swollen).toMatch(/<!DOCTYPE[\s\S]*>&a9;</);
  const book = openWorkbook(zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(swollen) }));
  if ("reason" in book) throw new Error(book.reason);
  const rows: (readonly string[])[] = [];
  for (const read of book.sheets) read.eachRow(({ cells }) => rows.push(cells));
  expect(rows).toEqual([["走访日期", "&a9;", "&file;"]]);
});
