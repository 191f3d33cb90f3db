import { utils, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
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

describe("a part that the library cannot read", () => {
  const tooDeep = "<![CDATA[".repeat(100_000);
  const sheet = "xl/worksheets/sheet1.xml";
  const changed = (parts: Readonly<Record<string, Uint8Array>>, part: string, text = tooDeep) => {
    const before = strFromU8(parts[part] as Uint8Array);
    expect(before).toContain("MANY");
    return openWorkbook(zipSync({ ...parts, [part]: strToU8(before.replace("MANY", text)) }, { level: 0 }));
  };
  const damage = { reason: "workbook.damaged" };
  const two = workbookOf([
    ["走访", [["走访日期", "MANY"]]],
    ["另一张", [["走访日期"]]],
  ]);

  it.each([
    ["never closed", tooDeep],
    ["closed", "<![CDATA[甲]]>".repeat(100_000)],
  ])("is damage and no sheet less: a hundred thousand marked sections in one cell, %s", (_, text) => {
    const from = process.cpuUsage();
    expect(changed(unzipSync(two), sheet, text)).toMatchObject(damage);
    expect(process.cpuUsage(from).user / 1e6).toBeLessThan(10);
  });

  it("is damage and no texts less where cells share them", () => {
    const book = utils.book_new(utils.aoa_to_sheet([["走访日期", "MANY"]]), "走访");
    const parts = unzipSync(new Uint8Array(write(book, { type: "array", bookType: "xlsx", bookSST: true })));
    expect(changed(parts, "xl/sharedStrings.xml")).toMatchObject(damage);
    expect(changed(parts, "xl/sharedStrings.xml", "走访方式")).toMatchObject({ sheets: [{ name: "走访" }] });
  });

  it("is damage where a sheet is not where sheets are", () => {
    const { [sheet]: moved, ...parts } = unzipSync(two);
    const rels = "xl/_rels/workbook.xml.rels";
    const elsewhere = strFromU8(parts[rels] as Uint8Array).replace("worksheets/sheet1.xml", "pages/1.xml");
    expect(elsewhere).toContain("pages/1.xml");
    const book = zipSync({ ...parts, [rels]: strToU8(elsewhere), "xl/pages/1.xml": moved as Uint8Array });
    expect(openWorkbook(book)).toMatchObject(damage);
  });
});
