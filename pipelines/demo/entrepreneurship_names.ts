import type { Line } from "./entrepreneurship_budget.ts";
import { personName } from "./names.ts";

const first = [..."晨曙启拓兴卓恒育汇聚创腾宏跃锦云佳盛"];
const second = [..."帆路舟桥翼阳岭原泽苗林川禾港基"];
/** Multiplies to every pair before one comes back: coprime to 18 × 15. */
const stride = 97;
const mark = (n: number): string => {
  const pair = (n * stride) % (first.length * second.length);
  return `${first[pair % first.length]}${second[Math.floor(pair / first.length)]}`;
};

/** The name of the `serial`-th park, base or person. */
export const nameOf = (line: Line, serial: number): string => {
  if (line === "培训基地") return `${mark(serial)}创业培训基地`;
  if (line === "农民工之星") return personName("honoured", serial);
  if (line === "先进个人") return personName("honoured", 400 + serial);
  return `${mark(serial)}${serial % 3 === 0 ? "返乡" : "工友"}创业园`;
};
