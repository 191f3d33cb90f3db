import type { Workbench } from "./workbench.ts";

const cell = (value: string | number): string =>
  /[",]/.test(`${value}`) ? `"${`${value}`.replaceAll('"', '""')}"` : `${value}`;
const csv = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.map(cell).join(","))].join("\n");

const padded = (n: number): string => String(n).padStart(3, "0");
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** An invented 统一社会信用代码 with its check digit (GB 32100). */
const creditCode = (n: number): string => {
  const body = `91990101MA${String(n).padStart(7, "0")}`;
  let sum = 0;
  for (const [i, c] of [...body].entries()) sum += alphabet.indexOf(c) * (3 ** i % 31);
  return body + alphabet[(31 - (sum % 31)) % 31];
};

/**
 * Puts a small federation into data/: so many townships, one above-scale enterprise in each, of which every other one
 * is visited in 2018Q1 and 2018Q3. 2018Q2 has no data at all. Legal aid recovers nothing in 2018Q1 and 3,000 yuan in
 * 2018Q3.
 * @param called what is added to every name; areas are then pointed to by their codes
 */
export const putFederation = (bench: Workbench, townships: number, called = ""): void => {
  const all = Array.from({ length: townships }, (_, i) => i + 1);
  const visited = all.filter((i) => i % 2 === 1);
  bench.put(
    "区划.csv",
    csv("区划代码,名称,上级代码,层级,生效日期", [
      ["990100", `小城市${called}`, "", "市", "2001-01-01"],
      ["990101", `小城区${called}`, "990100", "区县", "2001-01-01"],
      ...all.map((i) => [`990101${padded(i)}`, `第${i}镇${called}`, "990101", "镇街", "2001-01-01"]),
    ]),
  );
  bench.put(
    "企业.csv",
    csv(
      "统一社会信用代码,企业名称,所属镇街,行业,企业类型,是否规上,纳入规上日期,是否重点服务企业,职工人数",
      all.map((i) => [
        creditCode(i),
        `小城${i}号有限公司${called}`,
        `990101${padded(i)}`,
        "制造",
        "民营",
        "是",
        "2016-01-01",
        "是",
        50,
      ]),
    ),
  );
  bench.put(
    "干部.csv",
    csv("干部编号,姓名,所属工会,层级,任职起", [
      ["G001", `沈一鸣${called}`, `小城区总工会${called}`, "区", "2017-01-01"],
    ]),
  );
  bench.put(
    "联系.csv",
    csv(
      "干部编号,联系类型,对象代码,联系起始",
      all.map((i) => ["G001", "企业", creditCode(i), "2017-01-01"]),
    ),
  );
  bench.put(
    "走访.csv",
    csv(
      "走访编号,走访日期,统一社会信用代码,干部编号,走访方式,填报日期",
      visited.flatMap((i) =>
        ["2018-02-05", "2018-08-06"].map((day, q) => [
          `V${q}${padded(i)}`,
          day,
          creditCode(i),
          "G001",
          "实地",
          day,
        ]),
      ),
    ),
  );
  bench.put(
    "案件.csv",
    csv(
      "案件编号,批次号,受理日期,受理级次,所属区市,用人单位,申请人姓名,申请人类别,涉及人数,案由,援助形式,确认金额,结案日期,结案方式,结果",
      [
        [
          "A1",
          "P1",
          "2018-01-10",
          "市级",
          called === "" ? "小城区" : "990101",
          `小城1号有限公司${called}`,
          "令狐甲",
          "农民工",
          20,
          "劳动报酬",
          "诉讼代理",
          "",
          "2018-02-01",
          "判决",
          "不支持",
        ],
        ...["A2", "A3", "A4"].map((id, i) => [
          id,
          `P${i + 2}`,
          "2018-07-10",
          "市级",
          called === "" ? "小城区" : "990101",
          `小城1号有限公司${called}`,
          "令狐乙",
          "农民工",
          20,
          "劳动报酬",
          "诉讼代理",
          1000,
          "2018-09-01",
          "判决",
          "全部支持",
        ]),
      ],
    ),
  );
};
