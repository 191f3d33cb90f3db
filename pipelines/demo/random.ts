/** Repeatable chance: the same seed, name and place always give the same draws, in any order of asking. */
export class Random {
  #state: number;

  constructor(state: number) {
    this.#state = state;
  }

  /** mulberry32 (Tommy Ettinger, public domain). @returns a number in [0, 1) */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number in [0, n). */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  /** A whole number from `least` to `most`, both inclusive. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  /** Picks by weight; the weights need not add up to one. */
  weigh<T>(from: readonly (readonly [T, number])[]): T {
    let left = this.unit() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of from) {
      left -= weight;
      if (left < 0) return value;
    }
    return (from.at(-1) as readonly [T, number])[0];
  }
}

const mix = (hash: number, word: number): number => {
  let h = Math.imul(hash ^ word, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
};

/** A family of draws: `draws(seed, "visit")(enterprise, month)` is one place in it. */
export const draws = (seed: number, name: string): ((...place: number[]) => Random) => {
  let hash = mix(0x9e3779b9, seed);
  for (let i = 0; i < name.length; i++) hash = mix(hash, name.charCodeAt(i));
  return (...place) => new Random(place.reduce((h, n) => mix(h, n + 1), hash));
};
