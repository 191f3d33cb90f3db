import type { Row } from "./sheet.ts";

export const city = { code: "990100", name: "示范市" } as const;

export const districts = [
  { code: "990101", name: "明远区" },
  { code: "990102", name: "望川区" },
  { code: "990103", name: "鹿鸣区" },
  { code: "990104", name: "澄湖区" },
  { code: "990105", name: "松涛区" },
  { code: "990106", name: "晴岚区" },
  { code: "990121", name: "禾安县" },
  { code: "990122", name: "雁回县" },
] as const;

/** The district whose cadres visit the enterprises. */
export const home = districts[2];

/**
 * Its sixteen townships. `weight` is how many of every hundred cadres are linked to it; `neglect` multiplies
 * the share of enterprises that a quarter leaves unvisited.
 */
export const townships = [
  { code: "990103001", name: "晓鸣街道", weight: 9, neglect: 0.3 },
  { code: "990103002", name: "听澜街道", weight: 8, neglect: 0.5 },
  { code: "990103003", name: "枕溪街道", weight: 8, neglect: 0.4 },
  { code: "990103004", name: "揽湖街道", weight: 8, neglect: 0.7 },
  { code: "990103005", name: "归雁街道", weight: 7, neglect: 0.9 },
  { code: "990103101", name: "漱玉镇", weight: 7, neglect: 0.8 },
  { code: "990103102", name: "松籁镇", weight: 7, neglect: 1 },
  { code: "990103103", name: "叠泉镇", weight: 6, neglect: 1.1 },
  { code: "990103104", name: "青石镇", weight: 6, neglect: 1.6 },
  { code: "990103105", name: "禾穗镇", weight: 6, neglect: 0.6 },
  { code: "990103106", name: "柳烟镇", weight: 6, neglect: 1.3 },
  { code: "990103107", name: "鹭汀镇", weight: 5, neglect: 0.8 },
  { code: "990103108", name: "石磬镇", weight: 5, neglect: 1.2 },
  { code: "990103109", name: "远陂镇", weight: 4, neglect: 2.4 },
  { code: "990103110", name: "雾岫镇", weight: 4, neglect: 2.8 },
  { code: "990103111", name: "溪语镇", weight: 4, neglect: 2.1 },
] as const;

/** 青石镇 became a 街道: one township, two codes, two names. */
export const renamed = {
  township: 8,
  code: "990103011",
  name: "青石街道",
  lastDayBefore: "2018-11-14",
  firstDay: "2018-11-15",
} as const;

const byPlace = townships.flatMap(({ weight }, i) => Array<number>(weight).fill(i));

/** The township to which a cadre is linked. */
export const townshipOf = (cadre: number): number => byPlace[cadre % byPlace.length] as number;

/** A township's name on a day. */
export const townshipName = (township: number, day: string): string =>
  township === renamed.township && day >= renamed.firstDay
    ? renamed.name
    : (townships[township] as (typeof townships)[number]).name;

/** A township's code on a day. */
export const townshipCode = (township: number, day: string): string =>
  township === renamed.township && day >= renamed.firstDay
    ? renamed.code
    : (townships[township] as (typeof townships)[number]).code;

const founded = "2001-01-01";

/** Rows of 行政区划. */
export function* areaRows(): Iterable<Row> {
  yield { 区划代码: city.code, 名称: city.name, 层级: "市", 生效日期: founded };
  for (const { code, name } of districts)
    yield { 区划代码: code, 名称: name, 上级代码: city.code, 层级: "区县", 生效日期: founded };
  for (const [i, { code, name }] of townships.entries())
    yield {
      区划代码: code,
      名称: name,
      上级代码: home.code,
      层级: "镇街",
      生效日期: founded,
      ...(i === renamed.township ? { 失效日期: renamed.lastDayBefore, 继任代码: renamed.code } : {}),
    };
  yield {
    区划代码: renamed.code,
    名称: renamed.name,
    上级代码: home.code,
    层级: "镇街",
    曾用名: (townships[renamed.township] as (typeof townships)[number]).name,
    生效日期: renamed.firstDay,
  };
}
