import type { Words } from "../src/words.ts";
import type { Took } from "./run.ts";

/** One line of what was found. */
export interface Found {
  readonly words: Words;
  /** What was measured, as it is written. */
  readonly value: string;
  readonly cpu?: string;
  readonly peak?: string;
  /** What it was to be, as it is written, and whether it is. */
  readonly target?: string;
  readonly met?: boolean;
}

/** What a part of the bench is run with. */
export interface Scene {
  /** An empty folder, which goes when all is done. */
  readonly folder: string;
  readonly isLarge: boolean;
  /** How often a thing is measured. */
  readonly rounds: number;
  readonly tell: (words: string) => void;
}

/** A part of the bench: what it measures, one thing side by side with another. */
export interface Part {
  readonly name: string;
  readonly words: Words;
  readonly measure: (scene: Scene) => Promise<readonly Found[]>;
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
};

const spread = (numbers: readonly number[], digits: number, unit: string): string => {
  const said = (n: number): string => (Number.isNaN(n) ? "—" : n.toFixed(digits));
  const whole = said(median(numbers));
  if (numbers.length === 1) return `${whole} ${unit}`;
  return `${whole} ${unit} (${said(Math.min(...numbers))}–${said(Math.max(...numbers))})`;
};

/** Times and memory of several runs: the median, with the least and the most. */
export const times = (
  words: Words,
  all: readonly Took[],
  target: Pick<Found, "target" | "met"> = {},
): Found => ({
  words,
  value: spread(
    all.map(({ seconds }) => seconds),
    2,
    "s",
  ),
  cpu: spread(
    all.map(({ cpu }) => cpu),
    2,
    "s",
  ),
  peak: `${Math.max(...all.map(({ peak }) => peak)).toFixed(0)} MB`,
  ...target,
});

/** A target that is a bound from above. */
export const atMost = (is: number, most: number, said: string): Required<Pick<Found, "target" | "met">> => ({
  target: `≤ ${said}`,
  met: is <= most,
});

export const measuredIn = (all: readonly number[], digits: number, unit: string): string =>
  spread(all, digits, unit);
