const parts = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];

/** Orders names as people number them, the same under every locale: 9月 before 10月. */
export const byName = (a: string, b: string): number => {
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [l, r] = [left[i] as string, right[i] as string];
    const numbers = /^\d/.test(l) && /^\d/.test(r);
    const difference = numbers ? Number(BigInt(l) - BigInt(r)) : 0;
    if (difference !== 0) return difference;
    if (l !== r) return l < r ? -1 : 1;
  }
  return left.length - right.length;
};
