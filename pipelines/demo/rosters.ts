import { cadreCode, cadreRows, linksBegan, linksOf } from "./cadre.ts";
import { quarters } from "./calendar.ts";
import { type Enterprise, enterprise } from "./enterprise.ts";
import { cadreCount, enterpriseCount, type Federation } from "./federation.ts";
import { creditCode } from "./issued.ts";
import { areaRows, home, renamed, townshipCode, townshipName, townshipOf } from "./places.ts";
import { returnRows } from "./returns_due.ts";
import type { Row, Sheet } from "./sheet.ts";

const start = "2018-01-01";
const end = "2019-01-05";

const yesNo = (yes: boolean): string => (yes ? "是" : "否");

/** An enterprise as the roster has it on a day. */
const rosterRow = (e: Enterprise, day: string): Row => {
  const listed = e.listed !== undefined && e.listed <= day;
  const delisted = e.delisted !== undefined && e.delisted <= day;
  const newName = e.renamed && day >= end;
  return {
    统一社会信用代码: e.code,
    企业名称: newName ? e.name.replace("有限公司", "科技有限公司") : e.name,
    曾用名: newName ? e.name : "",
    所属镇街: townshipName(e.township, day),
    行业: e.industry,
    企业类型: e.kind,
    是否规上: yesNo(listed && !delisted),
    纳入规上日期: listed ? e.listed : "",
    退出规上日期: delisted ? e.delisted : "",
    是否重点服务企业: yesNo(e.key),
    职工人数: String(e.workers),
    会员人数: String(e.members),
  };
};

function* enterpriseRows(f: Federation): Iterable<Row> {
  for (let i = 0; i < enterpriseCount(f); i++) yield rosterRow(enterprise(f, i), start);
}

const changed = (e: Enterprise): boolean =>
  e.renamed || e.township === renamed.township || (e.listed ?? "") > start || e.delisted !== undefined;

function* changedRows(f: Federation): Iterable<Row> {
  for (let i = 0; i < enterpriseCount(f); i++) {
    const e = enterprise(f, i);
    if (changed(e)) yield rosterRow(e, end);
  }
}

function* linkRows(f: Federation): Iterable<Row> {
  for (let cadre = 0; cadre < cadreCount(f); cadre++) {
    const 干部编号 = cadreCode(f, cadre);
    for (const link of linksOf(f, cadre))
      yield {
        干部编号,
        联系类型: "企业",
        对象代码: enterprise(f, link.enterprise).code,
        联系起始: link.first,
        联系终止: link.last,
      };
    const 对象代码 = townshipCode(townshipOf(cadre), start);
    yield { 干部编号, 联系类型: "镇街", 对象代码, 联系起始: linksBegan };
  }
}

const enterpriseColumns = [
  "统一社会信用代码",
  "企业名称",
  "曾用名",
  "所属镇街",
  "行业",
  "企业类型",
  "是否规上",
  "纳入规上日期",
  "退出规上日期",
  "是否重点服务企业",
  "职工人数",
  "会员人数",
];

/** 18 digits of which Excel kept 15. */
const damaged = (f: Federation): Row => ({
  ...rosterRow(enterprise(f, 0), start),
  统一社会信用代码: "919901010000124000",
  企业名称: "示范市损码样例有限公司",
});

/** The files of the rosters. */
export const rosters = (f: Federation): Sheet[] => [
  {
    path: "rosters/行政区划.csv",
    columns: ["区划代码", "名称", "上级代码", "层级", "曾用名", "生效日期", "失效日期", "继任代码"],
    rows: areaRows,
  },
  {
    path: "rosters/企业名册-2018年初.csv",
    columns: enterpriseColumns,
    rows: () => enterpriseRows(f),
    spoilt: [
      damaged(f),
      { ...rosterRow(enterprise(f, 1), start), 统一社会信用代码: creditCode(900_001), 企业类型: "说不清" },
    ],
  },
  {
    path: "rosters/企业名册变更-2019年1月.csv",
    above: [`填报单位：${home.name}总工会`, `填报日期：${end}`],
    columns: enterpriseColumns,
    rows: () => changedRows(f),
  },
  {
    path: "rosters/工会干部名册.csv",
    columns: ["干部编号", "姓名", "所属工会", "层级", "任职起", "任职止"],
    rows: () => cadreRows(f),
  },
  {
    path: "rosters/联系关系.csv",
    columns: ["干部编号", "联系类型", "对象代码", "联系起始", "联系终止"],
    rows: () => linkRows(f),
  },
  {
    path: "rosters/应报清单.csv",
    columns: ["台账", "填报单位", "期别", "截止日期"],
    rows: () => returnRows(quarters),
  },
];
