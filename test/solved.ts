/**
 * Columns of a system of equations whose unknown has one value only, by elimination over the rationals, kept as whole
 * numbers. @param rows coefficients; right-hand sides do not matter
 */
export const solvedBy = (rows: readonly (readonly number[])[]): number[] => {
  const left = rows.map((row) => row.map(BigInt));
  const width = left[0]?.length ?? 0;
  const done: bigint[][] = [];
  for (let column = 0; column < width; column++) {
    const at = left.findIndex((row) => row[column] !== 0n);
    if (at < 0) continue;
    const [pivot] = left.splice(at, 1) as [bigint[]];
    const without = (row: bigint[]): bigint[] =>
      row.map((n, i) => n * (pivot[column] as bigint) - (pivot[i] as bigint) * (row[column] as bigint));
    for (const list of [left, done]) list.splice(0, list.length, ...list.map(without));
    done.push(pivot);
  }
  return done.flatMap((row) => {
    const unknown = row.flatMap((n, i) => (n === 0n ? [] : [i]));
    return unknown.length === 1 ? unknown : [];
  });
};
