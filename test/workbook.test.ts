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

  it.each([
    ["closed at once", "<si/><si><t>甲</t></si>"],
    ["with an attribute", '<si xml:space="preserve"><t>甲</t></si>'],
    ["behind a remark", "<si><!-- 甲 --><t>甲</t></si>"],
  ])("is damage and no text in another cell: a shared one %s", (_, texts) => {
    const book = utils.book_new(utils.aoa_to_sheet([["走访日期", "MANY"]]), "走访");
    const parts = unzipSync(new Uint8Array(write(book, { type: "array", bookType: "xlsx", bookSST: true })));
    const shared = strFromU8(parts["xl/sharedStrings.xml"] as Uint8Array).replace(/<si>/, `${texts}<si>`);
    expect(shared).toContain(texts);
    const changed = zipSync({ ...parts, "xl/sharedStrings.xml": strToU8(shared) });
    expect(openWorkbook(changed)).toMatchObject(damage);
  });

  it("is damage though a chart that no sheet shows is among the parts", () => {
    const parts = unzipSync(two);
    const types = strFromU8(parts["[Content_Types].xml"] as Uint8Array);
    const chart =
      '<Override PartName="/xl/chartsheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml"/>';
    const more = strToU8(types.replace("</Types>", `${chart}</Types>`));
    expect(changed({ ...parts, "[Content_Types].xml": more }, sheet)).toMatchObject(damage);
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

describe("a workbook as Excel writes none", () => {
  const sheet = "xl/worksheets/sheet1.xml";
  const parts = unzipSync(workbookOf([["走访", [["走访日期"], ["HERE"]]]]));
  const at = (address: string, row: string) => {
    const before = strFromU8(parts[sheet] as Uint8Array);
    const cell = before.replace('r="A2"', `r="${address}"`).replace('<row r="2"', `<row r="${row}"`);
    return openWorkbook(zipSync({ ...parts, [sheet]: strToU8(cell) }));
  };

  it.each([
    ["A99999999", "99999999"],
    ["A4294967290", "4294967290"],
    ["XFE2", "2"],
    ["a2", "2"],
  ])("is damaged where a cell lies outside any sheet: %s", (address, row) =>
    expect(at(address, row)).toMatchObject({ reason: "workbook.damaged" }),
  );

  it("is read up to the last row", () =>
    expect(at("A1048576", "1048576")).toMatchObject({ sheets: [{ name: "走访" }] }));

  it("is damaged where two sheets have one name", () => {
    const two = workbookOf([
      ["走访", [["甲"]]],
      ["走访", [["乙"]]],
    ]);
    expect(openWorkbook(two)).toMatchObject({ reason: "workbook.damaged" });
  });

  it("is damaged, and no archive of other things, where its parts have other names", () => {
    const { "xl/workbook.xml": book, ...others } = parts;
    const renamed = zipSync({ ...others, "xl/workbook22.xml": book as Uint8Array });
    expect(openWorkbook(renamed)).toMatchObject({ reason: "workbook.damaged" });
    const archive = zipSync({ "走访.csv": strToU8("走访日期") });
    expect(openWorkbook(archive)).toMatchObject({ reason: "workbook.other" });
  });
});

describe("a formula", () => {
  const filled = (formula: string): (readonly string[])[] => {
    const parts = unzipSync(
      workbookOf([
        [
          "到账",
          [
            ["凭证号", "到账金额"],
            ["V1", "HERE"],
            ["V2", "5"],
          ],
        ],
      ]),
    );
    const before = strFromU8(parts["xl/worksheets/sheet1.xml"] as Uint8Array);
    const cell = /<c r="B2"[^>]*>.*?<\/c>/;
    expect(before).toMatch(cell);
    const changed = strToU8(before.replace(cell, formula));
    const book = openWorkbook(zipSync({ ...parts, "xl/worksheets/sheet1.xml": changed }));
    if ("reason" in book) throw new Error(book.reason);
    const rows: (readonly string[])[] = [];
    for (const read of book.sheets) read.eachRow(({ cells }) => rows.push(cells));
    return rows;
  };
  const table = (value: string) => [
    ["凭证号", "到账金额"],
    ["V1", value],
    ["V2", "5"],
  ];

  it.each([
    ["no value", '<c r="B2"><f>2*3</f></c>'],
    ["an empty value", '<c r="B2"><f>2*3</f><v></v></c>'],
    ["an empty value, closed at once", '<c r="B2"><f>2*3</f><v/></c>'],
  ])("that was never calculated is no empty cell: %s", (_, formula) =>
    expect(filled(formula)).toEqual(table("#N/A")),
  );

  it("that gives an empty text is an empty cell", () =>
    expect(filled('<c r="B2" t="str"><f>""</f><v></v></c>')).toEqual(table("")));

  it("counts by the value stored with it, and a cell with a look alone for nothing", () =>
    expect(filled('<c r="B2"><f>2*3</f><v>6</v></c><c r="AZ2" s="0"/>')).toEqual(table("6")));
});
