import { townships } from "./places.ts";
import type { Row } from "./sheet.ts";

const bureaus =
  "发展改革 教育 科技 工业 民政 司法 财政 人力资源 自然资源 生态环境 住房建设 交通运输 水利 农业农村 商务 文化旅游 卫生健康 应急 审计 市场监管 统计 医疗保障 城市管理 档案 气象".split(
    " ",
  );
const companies =
  "公交 供水 供热 燃气 地铁 城投 港务 粮油 环卫 园林 印刷 传媒 旅游 盐业 机场 电网 邮务 通信 建工 路桥".split(
    " ",
  );
const first = [..."晓枕听揽归漱叠禾柳鹭石远雾溪云松望晴"];
const second = [..."岚屿汀籁泉穗烟磬"];

const taken = new Set<string>(townships.map((t) => t.name.slice(0, 2)));

/** Townships of the other districts, none named like one of the demonstration district. */
const others = first.flatMap((a) => second.map((b) => a + b)).filter((name) => !taken.has(name));

export const cityUnits = 152;
export const townshipUnits = 162;

const cityName = (n: number): string => {
  if (n < bureaus.length) return `示范市${bureaus[n]}局`;
  const company = companies[n - bureaus.length];
  if (company) return `示范市${company}集团有限公司`;
  const i = n - bureaus.length - companies.length;
  const kinds = ["人民医院", "中学", "职业技术学校", "实验小学", "科学研究所"];
  return `示范市第${Math.floor(i / kinds.length) + 1}${kinds[i % kinds.length]}`;
};

const townshipName = (n: number): string => {
  const own = townships[n];
  if (own) return own.name;
  const i = n - townships.length;
  return `${others[i % others.length]}${i % 3 === 0 ? "街道" : "镇"}${i < others.length ? "" : "新区"}`;
};

/** 单位代码 of a unit's number: 152 of the city, then 162 townships. */
export const unitCode = (n: number): string =>
  n < cityUnits ? `SJ${String(n + 1).padStart(3, "0")}` : `ZJ${String(n - cityUnits + 1).padStart(3, "0")}`;

/** Rows of 应覆盖单位. */
export function* serviceUnitRows(): Iterable<Row> {
  for (let n = 0; n < cityUnits + townshipUnits; n++)
    yield n < cityUnits
      ? { 单位代码: unitCode(n), 单位名称: cityName(n), 单位类型: "市级单位" }
      : { 单位代码: unitCode(n), 单位名称: townshipName(n - cityUnits), 单位类型: "镇街" };
}
