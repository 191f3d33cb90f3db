/** The middle of numbers; the mean of the two middle ones where their count is even. NaN of none. */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half)
    ? ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2
    : (sorted[Math.floor(half)] as number);
};

/** Beyond this a value is an outlier. Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993). */
export const outlying = 3.5;

/** Scales the median absolute deviation to that of a normal distribution. */
export const perMedian = 0.6745;
/** The same for the mean absolute deviation, which stands in where the median one is zero. */
export const perMean = 1.253314;

/**
 * The modified z-score of a value against a sample: 0.6745·(x − median) ÷ MAD; where more than half of the sample is one
 * value, so that MAD is zero, (x − median) ÷ (1.253314·mean absolute deviation).
 * @returns null where the sample has no spread at all: there is nothing to measure by
 */
export const modifiedZ = (value: number, sample: readonly number[]): number | null => {
  const middle = median(sample);
  const deviations = sample.map((x) => Math.abs(x - middle));
  const mad = median(deviations);
  if (mad > 0) return (perMedian * (value - middle)) / mad;
  const mean = deviations.reduce((sum, d) => sum + d, 0) / deviations.length;
  return mean > 0 ? (value - middle) / (perMean * mean) : null;
};
