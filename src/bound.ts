/** What a rough number says of the true one: at least, below, about; nothing where it is exact. */
export type Bound = "" | "≥" | "<" | "≈";

const marks: readonly (readonly [Bound, RegExp])[] = [
  ["≥", /^(?:≥|>=|不少于|不低于|至少|超过|超|逾)()(.+)$/],
  ["<", /^(?:<|将近|接近|近|不足|不到)()(.+)$/],
  ["≈", /^(?:≈|~|大约|约)()(.+)$/],
  ["≥", /^(.+)(?:以上|有余)()$/],
  ["≈", /^(.+)(?:左右|上下)()$/],
  ["≥", /^(.+)[余多]([十百千万亿]{0,3}元?)$/],
];

/**
 * Parts a written number from its word of bound: 2100余万元 is 2100万元, at least.
 * @returns undefined where two such words contradict or repeat each other
 */
export const splitBound = (text: string): { bound: Bound; rest: string } | undefined => {
  let bound: Bound = "";
  let rest = text;
  for (const [mark, pattern] of marks) {
    const match = pattern.exec(rest);
    if (!match) continue;
    if (bound !== "") return undefined;
    bound = mark;
    rest = `${match[1]}${match[2]}`;
  }
  return { bound, rest };
};
