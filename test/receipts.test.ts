import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workbench, withRooms } from "./workbench.ts";

const header = "凭证号,案件编号,到账日期,到账金额";
const sent = `到账明细,,,单位：万元\n填报单位：镜湖区总工会,期别：2018Q4,,\n${header}\nPZ1,AJ1,2018-10-11,8\nPZ2,AJ2,2018-13-40,5.5\nPZ3,AJ3,2018-10-13,大概三万\n`;

let bench: Workbench;
beforeEach(() => {
  bench = Workbench.modelless(withRooms("visits", "legal_aid", "training"));
});
afterEach(() => bench.clear());

const receipt = (name = "到账.csv"): string => path.join(bench.out, "receipts", name);
const rows = (name?: string): string[][] =>
  Papa.parse<string[]>(readFileSync(receipt(name), "utf8").replace(/^\ufeff/, ""), { skipEmptyLines: true })
    .data;
const amounts = () => bench.rows("SELECT voucher_id AS id, amount FROM legal_aid.receipts ORDER BY 1");

describe("a receipt", () => {
  it("gives back the refused rows alone, as sent, with line, column, reason and what would do", async () => {
    bench.put("到账.csv", sent);
    await bench.ingest();
    const [preamble, head, second, third] = rows();
    expect(preamble?.slice(0, 2)).toEqual(["填报单位：镜湖区总工会", "期别：2018Q4"]);
    expect(head?.slice(0, 6)).toEqual([
      ...header.split(",").slice(0, 3),
      "到账金额（万元）",
      "退回来源文件",
      "退回行号",
    ]);
    expect(second?.slice(0, 7)).toEqual(["PZ2", "AJ2", "2018-13-40", "5.5", "到账.csv", "5", "到账日期"]);
    expect(third?.[8]).toContain("大概三万");
    expect(third?.[9]).toMatch(/[\u4e00-\u9fff]/);
    expect(rows()).toHaveLength(4);
  });

  it("can be read by its owner alone and goes when nothing is refused any more", async () => {
    bench.put("到账.csv", sent);
    await bench.ingest();
    expect(statSync(receipt()).mode & 0o077).toBe(0);
    bench.put("到账.csv", sent.replace("2018-13-40", "2018-10-12").replace("大概三万", "3"));
    await bench.ingest();
    expect(existsSync(receipt())).toBe(false);
  });

  it("is refused again while a cell too many stands in a row, and read when it is mended", async () => {
    bench.put("到账.csv", `${header}\nPZ1,AJ1,2018-10-11,1,234\nPZ2,AJ2,2018-10-12,8\n`);
    await bench.ingest();
    const given = readFileSync(receipt(), "utf8");
    bench.put("补报.csv", given);
    await bench.ingest();
    expect(await amounts()).toEqual([{ id: "PZ2", amount: "8.00" }]);
    bench.put("补报.csv", given.replace("2018-10-11,1,234,", "2018-10-11,1234,,"));
    await bench.ingest();
    expect(await amounts()).toEqual([
      { id: "PZ1", amount: "1234.00" },
      { id: "PZ2", amount: "8.00" },
    ]);
  });

  it("is mended in place and handed in: only those rows count, in their own unit, and the first file says so", async () => {
    bench.put("到账.csv", sent);
    await bench.ingest();
    const mended = readFileSync(receipt(), "utf8").replace("2018-13-40", "2018-10-12");
    bench.put("补报/到账.csv", mended);
    const { files } = await bench.ingest();
    expect(await amounts()).toEqual([
      { id: "PZ1", amount: "80000.00" },
      { id: "PZ2", amount: "55000.00" },
    ]);
    const [first, second] = ["到账.csv", "补报/到账.csv"].map((name) => files.find((f) => f.path === name));
    expect(first).toMatchObject({ read: 3, accepted: 1, refused: 2, mended: 1 });
    expect(second).toMatchObject({ read: 2, accepted: 1, refused: 1, mended: 0 });
  });

  it("keeps long numbers and zeros in front when a spreadsheet saves it again", async () => {
    const cases =
      "案件编号,批次号,受理日期,受理级次,所属区市,用人单位,申请人姓名,身份证号,申请人类别,涉及人数,案由,援助形式";
    bench.put(
      "案件.csv",
      `${cases}\n007,PC1,2018-13-08,市级,镜湖区,示例厂,某甲,990101198503120010,农民工,1,劳动报酬,诉讼代理\n`,
    );
    await bench.ingest();
    const [, row] = rows("案件.csv");
    expect(row?.[0]).toBe("'007");
    expect(row?.[7]).toBe("'990101198503120010");
    bench.put("案件.csv", readFileSync(receipt("案件.csv"), "utf8").replace("2018-13-08", "2018-10-08"));
    await bench.ingest();
    const [kept] = await bench.rows("SELECT case_id, id_number FROM legal_aid.cases");
    expect(kept).toEqual({ case_id: "007", id_number: "990101198503120010" });
  });

  const day = (n: number): string => (n <= 3 ? "2018-13-40" : "2018-10-12");
  const amount = (n: number): string => (n > 16 ? "单位：万元" : "2");
  /** Twenty rows, of which the first three and the last four are refused. */
  const long = (letter: string): string =>
    [
      "填报单位：镜湖区总工会,期别：2018Q4,,",
      header,
      ...Array.from({ length: 20 }, (_, i) => `${letter}${i + 1},AJ1,${day(i + 1)},${amount(i + 1)}`),
    ].join("\n");
  const cached = (whole: string) => ({ kept: { text: 0, workbook: 0 }, code: { whole, engine: "1" } });
  const ways = [
    { big: Number.POSITIVE_INFINITY },
    { big: 0 },
    // Too little for the first file; enough for it, and not for the second.
    { big: 0, held: 3 },
    { big: 0, held: 8 },
    { big: 0, ...cached("read") },
    { big: 0, ...cached("found"), held: 3 },
  ];

  it("gives back the first rows of very many, and one sentence says how many others there are and why", async () => {
    bench.put("到账.csv", long("A"));
    bench.put("到账二.csv", long("B"));
    const told: string[] = [];
    for (const way of ways) {
      const { files } = await bench.ingest(undefined, { ...way, listed: 4 });
      for (const file of files) expect(file).toMatchObject({ read: 20, accepted: 13, refused: 7 });
      told.push(["到账.csv", "到账二.csv"].map((name) => readFileSync(receipt(name), "utf8")).join());
      const counts = await bench.rows(
        "SELECT count(*) AS n, count(DISTINCT (file_id, line)) AS lines FROM intake.problems",
      );
      expect(counts).toEqual([{ n: "14", lines: "14" }]);
    }
    expect(new Set(told).size).toBe(1);
    const [note, preamble, head, ...given] = rows();
    expect(note).toEqual([
      "注：退回的行太多，这里只列前 4 行，另有 3 行也被退回，其中“到账金额”栏3 行（如 “单位 万元”认不出是多少钱），请在原文件里改好后重新交原文件",
    ]);
    expect(preamble?.[0]).toBe("填报单位：镜湖区总工会");
    expect(head?.slice(0, 2)).toEqual(["凭证号", "案件编号"]);
    expect(given.map(([id]) => id)).toEqual(["A1", "A2", "A3", "A17"]);
  });

  it("is read like any other when the sentence stands above it", async () => {
    bench.put("到账.csv", long("A"));
    await bench.ingest(undefined, { listed: 4 });
    bench.put("补报/到账.csv", readFileSync(receipt(), "utf8").replaceAll("2018-13-40", "2018-10-12"));
    const { files } = await bench.ingest(undefined, { listed: 4 });
    const [first, second] = ["到账.csv", "补报/到账.csv"].map((name) => files.find((f) => f.path === name));
    expect(first).toMatchObject({ accepted: 13, refused: 7, mended: 3 });
    expect(second).toMatchObject({ read: 4, accepted: 3, refused: 1 });
    const ids = (await amounts()).map(({ id, amount }) => `${id} ${amount}`);
    expect(ids.sort()).toEqual(Array.from({ length: 16 }, (_, i) => `A${i + 1} 2.00`).sort());
  });

  it("names rows that other registers refuse, and each sheet of a workbook apart", async () => {
    bench.put(
      "cases.csv",
      readFileSync(path.join(import.meta.dirname, "../pipelines/legal_aid/examples/cases.csv")),
    );
    bench.put("到账.csv", `${header}\nPZ1,AJ2018001,2018-10-20,80000\nPZ2,AJ9999,2018-10-21,100\n`);
    bench.put(
      "两表.xlsx",
      readFileSync(path.join(import.meta.dirname, "corpus/workbook_two_registers/sent.xlsx")),
    );
    await bench.ingest();
    expect(rows().at(-1)?.slice(0, 2)).toEqual(["PZ2", "AJ9999"]);
    const { files } = await bench.ingest();
    expect(files.map((f) => f.path)).toEqual(
      expect.arrayContaining(["两表.xlsx · 走访", "两表.xlsx · 到账", "到账.csv", "cases.csv"]),
    );
  });
});

describe("a file withdrawn", () => {
  it("takes its rows with it", async () => {
    bench.put("a.csv", `${header}\nPZ1,AJ1,2018-10-11,8\n`);
    bench.put("b.csv", `${header}\nPZ2,AJ2,2018-10-12,9\n`);
    await bench.ingest();
    expect(await amounts()).toHaveLength(2);
    rmSync(path.join(bench.data, "b.csv"));
    await bench.ingest();
    expect(await amounts()).toEqual([{ id: "PZ1", amount: "8.00" }]);
  });
});
