import { enterpriseName } from "./names.ts";
import { districts } from "./places.ts";

/** Canteens of each district. */
const perDistrict = [24, 20, 28, 20, 20, 16, 18, 14] as const;

export const canteenCount = perDistrict.reduce((sum, n) => sum + n, 0);

export type UnitKind = "机关" | "事业" | "企业";

const bureaus = "财政 教育 民政 司法 审计 农业农村 水利 商务 文化旅游 卫生健康".split(" ");
const institutions = [
  "人民医院",
  "第一中学",
  "第二中学",
  "实验小学",
  "中医院",
  "职业学校",
  "图书馆",
  "第三中学",
];

/** In which district the `n`-th canteen is, and which of its canteens. */
export const districtOf = (n: number): { district: string; place: number } => {
  let place = n;
  for (const [i, count] of perDistrict.entries()) {
    if (place < count) return { district: (districts[i] as (typeof districts)[number]).name, place };
    place -= count;
  }
  throw new RangeError(`no district for canteen ${n}`);
};

/** Who runs the `n`-th canteen. An office or institution that comes round again has a second house. */
export const unitName = (kind: UnitKind, n: number): string => {
  if (kind === "企业") return enterpriseName(4000 + n * 3).name;
  const { district, place } = districtOf(n);
  const isOffice = kind === "机关";
  const among = isOffice ? bureaus.map((bureau) => `${bureau}局`) : institutions;
  const round = Math.floor(place / among.length);
  const houses = isOffice ? ["", "第二办公区", "第三办公区"] : ["", "东区", "西区", "北区"];
  return `${district}${among[place % among.length]}${houses[round]}`;
};
