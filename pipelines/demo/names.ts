/* Every name here is invented, and shows it: 张示甲, 李试乙 belong to nobody. */

const surnames = [..."张李王刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"];
const stems = [..."甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"];
const syllables = [..."禾明远望鹿晴松澄云帆锦川恒润启泽宏盛嘉诚瑞丰祥和安泰新源达通华茂景辉广宇天朗卓越"];
const trades = [
  ["纺织", "纺织业"],
  ["印染", "纺织业"],
  ["机械", "通用设备制造业"],
  ["电子", "电子设备制造业"],
  ["食品", "食品制造业"],
  ["包装", "造纸和纸制品业"],
  ["建材", "非金属矿物制品业"],
  ["服饰", "纺织服装业"],
  ["物流", "道路运输业"],
  ["五金", "金属制品业"],
  ["家居", "家具制造业"],
  ["商贸", "批发和零售业"],
] as const;

/** What a person is in the demonstration; the middle character of the name says so. */
const middles = {
  cadre: "示",
  applicant: "试",
  learner: "拟",
  lawyer: "样",
  honoured: "荣",
  keeper: "例",
  clerk: "核",
} as const;

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** The `n`-th person of a kind. Names repeat after 880 × 22 persons. */
export const personName = (kind: keyof typeof middles, n: number): string => {
  const round = Math.floor(n / (surnames.length * stems.length));
  return (
    at(surnames, n) +
    middles[kind] +
    at(stems, Math.floor(n / surnames.length) + n) +
    (round ? at(stems, round - 1) : "")
  );
};

const spread = 1009;

/** Name and trade of the `n`-th enterprise; no two are alike. */
export const enterpriseName = (n: number): { name: string; industry: string } => {
  const pairs = syllables.length ** 2;
  const pair = ((n % pairs) * spread) % pairs;
  const rest = Math.floor(n / pairs);
  const [trade, industry] = at(trades, pair + rest);
  const mark = at(syllables, pair) + at(syllables, Math.floor(pair / syllables.length));
  const more = rest === 0 ? "" : `${at(syllables, rest)}${Math.floor(rest / syllables.length) || ""}`;
  return { name: `示范市${mark}${more}${trade}有限公司`, industry };
};

/** An employer that is on no roster. */
export const employerName = (n: number): string => {
  const mark = at(syllables, n * 7) + at(syllables, Math.floor(n / syllables.length) * 11 + 3);
  return `示范市${mark}${at(["劳务", "餐饮", "建筑", "保洁", "装饰", "快运", "酒店"], n)}有限公司`;
};

/** 43 villages, for the 镇 of the demonstration district. */
export const villageName = (n: number): string =>
  at(["上", "下", "东", "西", "前", "后", "大", "小", "新"], n) +
  at(["禾", "松", "云", "湖", "石"], Math.floor(n / 9)) +
  "村";

export const firmName = (n: number): string =>
  `示范${at(syllables, n * 5 + 1)}${at(syllables, n * 3 + 8)}律师事务所`;
