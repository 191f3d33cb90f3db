import { amountsOf, tenThousands, yuan } from "./amounts.ts";
import { isoDay } from "./calendar.ts";
import { type Case, casesOf } from "./case.ts";
import type { Federation } from "./federation.ts";
import { units } from "./returns_due.ts";
import type { Row, Sheet } from "./sheet.ts";

const columns = [
  "案件编号",
  "批次号",
  "受理日期",
  "受理级次",
  "所属区市",
  "用人单位",
  "统一社会信用代码",
  "申请人姓名",
  "身份证号",
  "联系电话",
  "申请人类别",
  "涉及人数",
  "案由",
  "援助形式",
  "承办律师",
  "来源渠道",
  "请求金额",
  "确认金额",
  "避免损失金额",
  "结案日期",
  "结案方式",
  "结果",
  "是否诉前化解",
];

const some = (cents: number): string => (cents ? yuan(cents) : "");

const endingRow = (c: Case): Row =>
  c.closed
    ? {
        结案日期: isoDay(c.accepted + c.ending.after),
        结案方式: c.ending.closing,
        结果: c.ending.outcome,
        是否诉前化解: /调解|和解/.test(c.ending.closing) && c.form !== "诉讼代理" ? "是" : "否",
      }
    : {};

const row = (c: Case, factor: number): Row => {
  const amounts = amountsOf(c, factor);
  // Advice and drafting win nothing: their amounts stay empty.
  const advice = c.form === "法律咨询" || c.form === "代拟法律文书" || c.ending.closing === "仅咨询";
  return {
    案件编号: c.id,
    批次号: c.batch,
    受理日期: isoDay(c.accepted),
    受理级次: c.level,
    所属区市: c.district,
    用人单位: c.employer,
    统一社会信用代码: c.employerCode,
    申请人姓名: c.applicant,
    身份证号: c.identity,
    联系电话: c.phone,
    申请人类别: c.applicantKind,
    涉及人数: String(c.people),
    案由: c.cause,
    援助形式: c.form,
    承办律师: c.lawyer,
    来源渠道: c.source,
    请求金额: yuan(amounts.claimed),
    确认金额: advice ? "" : some(amounts.confirmed),
    避免损失金额: advice ? "" : some(amounts.avoided),
    ...endingRow(c),
  };
};

/** A few cases of 2018Q4 for which the amount claimed was first entered as the amount confirmed. */
const mistaken = (c: Case, factor: number): boolean => {
  const [level, q, batch, nth] = c.place;
  if (level !== 0 || q !== 3 || nth !== 0 || batch % 10 !== 4 || !c.recovered) return false;
  const { claimed, confirmed } = amountsOf(c, factor);
  return confirmed > 0 && confirmed < claimed && isoDay(c.accepted + c.ending.after) <= "2018-12-31";
};

/** An open case of the last quarter whose amount claimed was entered in 万元: ten thousand times too little. */
export const slipped = (f: Federation, factor: number): Case | undefined => {
  for (const c of casesOf(f, 0, 4)) {
    const { claimed } = amountsOf(c, factor);
    if (!c.closed && claimed >= 2_000_000 && claimed <= 5_000_000) return c;
  }
  return undefined;
};

function* firstRows(f: Federation, factor: number, level: number, q: number): Iterable<Row> {
  const inTenThousands = level === 0 && q === 4 ? slipped(f, factor)?.id : undefined;
  for (const c of casesOf(f, level, q)) {
    const sent = row(c, factor);
    if (c.id === inTenThousands) yield { ...sent, 请求金额: tenThousands(amountsOf(c, factor).claimed) };
    else yield mistaken(c, factor) ? { ...sent, 确认金额: sent.请求金额 } : sent;
  }
}

function* correctedRows(f: Federation, factor: number): Iterable<Row> {
  for (const c of casesOf(f, 0, 3)) if (mistaken(c, factor)) yield row(c, factor);
}

const cityFile = (f: Federation, factor: number, q: number, quarter: string, filed?: string): Sheet => ({
  path: `legal_aid/案件台账-市本级-${quarter}.csv`,
  ...(filed
    ? { above: ["法律援助案件台账", `填报单位：${units.aid}`, `期别：${quarter}`, `填报日期：${filed}`] }
    : { above: [`填报单位：${units.aid}`] }),
  columns,
  rows: () => firstRows(f, factor, 0, q),
  spoilt: q === 1 ? spoilt(f, factor) : [],
});

const spoilt = (f: Federation, factor: number): Row[] => {
  const [first] = casesOf(f, 0, 1);
  const sound = { ...row(first as Case, factor), 结案日期: "", 结案方式: "", 结果: "", 确认金额: "" };
  return [
    { ...sound, 案件编号: "FY2018-X1", 批次号: "PFY2018-X1", 受理级次: "省级" },
    { ...sound, 案件编号: "FY2018-X2", 批次号: "PFY2018-X2", 请求金额: "若干" },
    { ...sound, 案件编号: "FY2018-X3", 批次号: "PFY2018-X3", 涉及人数: "2.5" },
    { ...sound, 案件编号: "FY2018-X4", 批次号: "PFY2018-X4", 结案日期: "2018-01-09", 结案方式: "调解" },
  ];
};

function* lowerRows(f: Federation, factor: number, from: number, to: number): Iterable<Row> {
  for (let q = from; q <= to; q++) for (const level of [1, 2]) yield* firstRows(f, factor, level, q);
}

const lower = [`填报单位：${units.districts}`];

/** The files of 法律援助案件台账. */
export const caseSheets = (f: Federation, factor: number): Sheet[] => [
  cityFile(f, factor, 0, "2018Q1"),
  cityFile(f, factor, 1, "2018Q2"),
  cityFile(f, factor, 2, "2018Q3"),
  cityFile(f, factor, 3, "2018Q4", "2019-04-08"),
  cityFile(f, factor, 4, "2019Q1", "2019-04-08"),
  {
    path: "legal_aid/案件台账-市本级-2018Q4更正.csv",
    above: ["法律援助案件台账（更正）", `填报单位：${units.aid}`, "填报日期：2019-04-16"],
    columns,
    rows: () => correctedRows(f, factor),
  },
  {
    path: "legal_aid/区县上报/案件台账-2018.csv",
    above: lower,
    columns,
    rows: () => lowerRows(f, factor, 0, 3),
  },
  {
    path: "legal_aid/区县上报/案件台账-2019Q1.csv",
    above: lower,
    columns,
    rows: () => lowerRows(f, factor, 4, 4),
  },
];
