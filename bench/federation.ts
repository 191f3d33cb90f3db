import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { checkCreditCode } from "../src/credit_code.ts";

/** How many townships and quarters an invented federation has; the first quarter is 2010Q1. */
export interface Extent {
  readonly townships: number;
  readonly quarters: number;
}

/** A file: its header, and its rows for each quarter in which a township has any. */
interface Sheet {
  readonly name: string;
  readonly columns: string;
  /** Rows that stand once. */
  readonly once?: (township: number) => string[];
  /** Rows of one township in one quarter. */
  readonly rows?: (township: number, quarter: number) => string[];
  /** Rows that no township has of its own. */
  readonly whole?: () => string[];
}

const firstYear = 2010;
const yearOf = (quarter: number): number => firstYear + Math.floor(quarter / 4);
const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

/** A day in a quarter: its month, 0 to 2, and the day of the month up to 28. */
const day = (quarter: number, month: number, on: number): string =>
  `${yearOf(quarter)}-${pad((quarter % 4) * 3 + month + 1)}-${pad(on)}`;

/** Invented and repeatable: 0 up to `below`, for a township in a quarter. */
const draw = (below: number, ...at: readonly number[]): number => {
  let hash = 2166136261;
  for (const n of at) hash = Math.imul(hash ^ (n + 0x9e37), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % below;
};

const townshipCode = (township: number): string => `990103${pad(township + 1, 3)}`;
const townshipName = (township: number): string => `虚构${pad(township + 1, 3)}镇`;
const firm = (township: number): string => {
  const first = `91990103MA${pad(township + 1, 7)}`;
  return first + checkCreditCode(first);
};
const pick = <T>(from: readonly T[], ...at: readonly number[]): T => from[draw(from.length, ...at)] as T;

const methods = ["实地", "电话", "线上"];
const kinds = ["用工服务", "劳动报酬", "其他"];
const causes = ["劳动报酬", "工伤医疗", "经济补偿赔偿"];
const ends = ["全部支持", "部分支持", "不支持"];
const shortfall = (township: number): number => (township % 7) + 1;

const sheets: readonly Sheet[] = [
  {
    name: "行政区划",
    columns: "区划代码,名称,上级代码,层级,生效日期",
    whole: () => ["990100,虚构市,,市,2001-01-01", "990103,虚构区,990100,区县,2001-01-01"],
    once: (t) => [`${townshipCode(t)},${townshipName(t)},990103,镇街,2001-01-01`],
  },
  {
    name: "企业名册",
    columns:
      "统一社会信用代码,企业名称,所属镇街,企业类型,是否规上,纳入规上日期,是否重点服务企业,职工人数,会员人数",
    once: (t) => [`${firm(t)},虚构企业${t},${townshipCode(t)},民营,是,2009-01-01,是,${100 + t},${50 + t}`],
  },
  {
    name: "工会干部名册",
    columns: "干部编号,姓名,所属工会,层级,任职起",
    once: (t) => [`G${t},虚构干部甲${t},虚构区总工会,区,2009-01-01`],
  },
  {
    name: "走访台账",
    columns: "走访编号,走访日期,统一社会信用代码,干部编号,是否代访,走访方式,任务类别,填报日期",
    rows: (t, q) =>
      Array.from({ length: draw(3, t, q) }, (_, n) => {
        const on = day(q, n, 5 + draw(20, t, q, n));
        return `V${q}-${t}-${n},${on},${firm(t)},G${t},否,${pick(methods, t, q, n)},职工维权,${on}`;
      }),
  },
  {
    name: "问题台账",
    columns:
      "问题编号,走访编号,统一社会信用代码,提出日期,诉求主体,问题类别,办理时限,办结日期,办理状态,满意度",
    rows: (t, q) =>
      draw(3, t, q) > 0
        ? [
            `W${q}-${t},V${q}-${t}-0,${firm(t)},${day(q, 1, 10)},职工,${pick(kinds, t, q)},${day(q, 2, 10)},${day(q, 2, 1 + draw(20, t, q))},办结,满意`,
          ]
        : [],
  },
  {
    name: "法律援助案件台账",
    columns:
      "案件编号,批次号,受理日期,受理级次,所属区市,用人单位,申请人姓名,申请人类别,涉及人数,案由,援助形式,来源渠道,请求金额,确认金额,结案日期,结案方式,结果,是否诉前化解",
    rows: (t, q) =>
      draw(4, q, t) > 0
        ? [
            `AJ${q}-${t},PC${q},${day(q, 0, 12)},${pick(["市级", "区县级", "镇街级"], t, q)},${townshipCode(t)},虚构企业${t},虚构申请人丁${q}之${t},农民工,${1 + draw(40, t, q, 1)},${pick(causes, t, q)},诉讼代理,来访,${20_000 + draw(9000, t, q)},${10_000 + draw(9000, t, q)},${day(q, 2, 20)},判决,${pick(ends, t, q)},否`,
          ]
        : [],
  },
  {
    name: "到账明细",
    columns: "凭证号,案件编号,到账日期,到账金额",
    rows: (t, q) =>
      draw(4, q, t) > 1 ? [`PZ${q}-${t},AJ${q}-${t},${day(q, 2, 25)},${5000 + draw(4000, t, q)}`] : [],
  },
  {
    name: "法律咨询台账",
    columns: "咨询编号,咨询日期,渠道,事由,所属区市,受理级次,是否转案件",
    rows: (t, q) => [`ZX${q}-${t},${day(q, draw(3, t, q), 9)},来访,加班工资,${townshipCode(t)},镇街级,否`],
  },
  {
    name: "应覆盖单位",
    columns: "单位代码,单位名称,单位类型",
    once: (t) => [`ZJ${t},${townshipName(t)}总工会,镇街`],
  },
  {
    name: "律师聘任",
    columns: "执业证号,律师姓名,服务单位代码,聘期起,聘期止",
    rows: (t, q) =>
      q % 4 === 0 && t % 9 !== q % 9
        ? [`9990120${pad(t, 10)},虚构律师乙${t},ZJ${t},${yearOf(q)}-01-01,${yearOf(q)}-12-31`]
        : [],
  },
  {
    name: "班次",
    columns: "班次编号,项目,课程名称,类别,教学形式,教学点,所属区县,主办工会,开班日期,结束日期,计划课次,容量",
    rows: (t, q) => [
      `B${q}-${t},公益课,茶艺,生活艺术,流动学堂,${townshipName(t)}活动中心,${townshipCode(t)},虚构区总工会,${day(q, 0, 10)},${day(q, 1, 10)},1,20`,
    ],
  },
  {
    name: "课次",
    columns: "班次编号,课次,上课日期,是否停课",
    rows: (t, q) => [`B${q}-${t},1,${day(q, 0, 20)},否`],
  },
  {
    name: "学籍",
    columns: "学籍号,姓名,性别,工作单位,所在镇街,建档日期",
    once: (t) =>
      Array.from(
        { length: 2 },
        (_, n) => `XJ${t}-${n},虚构学员丙${t}之${n},女,虚构企业${t},${townshipCode(t)},2010-01-01`,
      ),
  },
  {
    name: "报名",
    columns: "班次编号,学籍号,报名日期,报名状态",
    rows: (t, q) =>
      Array.from({ length: 1 + draw(2, t, q) }, (_, n) => `B${q}-${t},XJ${t}-${n},${day(q, 0, 5)},录取`),
  },
  {
    name: "考勤",
    columns: "班次编号,课次,学籍号,考勤状态",
    rows: (t, q) => [`B${q}-${t},1,XJ${t}-0,${pick(["出勤", "缺勤", "出勤"], t, q)}`],
  },
  {
    name: "结业跟踪",
    columns: "班次编号,学籍号,是否结业,回访日期,是否就业",
    rows: (t, q) => [`B${q}-${t},XJ${t}-0,是,${day(q, 2, 1)},${pick(["是", "否"], t, q)}`],
  },
  {
    name: "职工食堂名册",
    columns: "食堂编号,单位名称,单位类型,所属区县,就餐人数,经营方式",
    once: (t) => [`C${t},虚构企业${t},企业,${townshipCode(t)},${100 + t},自营`],
  },
  {
    name: "量化分级",
    columns: "食堂编号,评定类型,评定日期,得分,等级",
    rows: (t, q) => [
      `C${t},动态,${day(q, 1, 5)},${80 + draw(20, t, q)},${pick(["优秀", "良好", "一般"], t, q)}`,
    ],
  },
  {
    name: "满意度测评",
    columns: "食堂编号,测评日期,发出,收回,满意,基本满意,不满意",
    rows: (t, q) => [`C${t},${day(q, 2, 5)},100,${90},${50 + draw(25, t, q)},10,5`],
  },
  {
    name: "驿站名册",
    columns: "站点编号,站点名称,所属县区,详细地址,建成日期,投用日期,状态",
    once: (t) => [`Z${t},虚构${t}驿站,${townshipCode(t)},虚构路${t}号,2009-06-20,2009-07-01,投用`],
  },
  {
    name: "巡查",
    columns: "站点编号,巡查日期,是否开放,设施应有项,设施完好项,服务人次",
    rows: (t, q) => [`Z${t},${day(q, 1, 15)},是,10,${10 - (shortfall(t) % 3)},${20 + draw(200, t, q)}`],
  },
  {
    name: "建会台账",
    columns: "工会编号,工会名称,统一社会信用代码,建会形式,建会日期,职工人数,会员人数",
    once: (t) => [`GH${t},虚构企业${t}工会,${firm(t)},单独,${day(t % 40, 1, 3)},${100 + t},${50 + t}`],
  },
  {
    name: "集体合同台账",
    columns:
      "合同编号,统一社会信用代码,合同类型,签订日期,生效日期,到期日期,覆盖企业数,覆盖职工数,是否含企业年金,职工方代表产生方式",
    rows: (t, q) =>
      (t + q) % 4 === 0
        ? [
            `HT${q}-${t},${firm(t)},工资专项,${day(q, 0, 4)},${day(q, 0, 5)},${day(q + 3, 2, 28)},1,${100 + t},否,选举`,
          ]
        : [],
  },
  {
    name: "措施清单",
    columns: "措施编号,措施名称,年度目标,目标单位,预算金额,资金性质",
    whole: () => ["CS01,工会主席岗位补助,,,60000,每年整合"],
  },
  {
    name: "补助发放",
    columns: "发放编号,补助类型,统一社会信用代码,发放日期,金额",
    rows: (t, q) =>
      draw(3, t, q, 9) > 0 ? [`BT${q}-${t},主席岗位补助,${firm(t)},${day(q, 1, 20)},1200`] : [],
  },
  {
    name: "服务台账",
    columns: "服务编号,服务日期,服务类型,所属市,人数,人次",
    rows: (t, q) => [
      `FW${q}-${t},${day(q, 1, 20)},就业服务,${townshipName(t)},${1 + draw(60, t, q)},${70 + draw(60, t, q)}`,
    ],
  },
];

/**
 * Writes the registers of a federation with so many townships and quarters: few rows each, but something in every
 * programme, so that every page has all its figures. The same extent gives the same bytes.
 * @returns rows written
 */
export const writeFederation = (folder: string, { townships, quarters }: Extent): number => {
  mkdirSync(folder, { recursive: true });
  const all = Array.from({ length: townships }, (_, t) => t);
  let written = 0;
  for (const { name, columns, whole, once, rows } of sheets) {
    const lines = [columns, ...(whole?.() ?? []), ...(once ? all.flatMap(once) : [])];
    if (rows)
      for (let q = 0; q < quarters; q++) for (const t of all) for (const row of rows(t, q)) lines.push(row);
    written += lines.length - 1;
    writeFileSync(path.join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
  }
  return written;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder = "", townships = "200", quarters = "40"] = process.argv.slice(2);
  const rows = writeFederation(folder, { townships: Number(townships), quarters: Number(quarters) });
  console.log(`${folder}: ${rows} rows, ${townships} townships, ${quarters} quarters`);
}
