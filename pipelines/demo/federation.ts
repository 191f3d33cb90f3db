/** Which federation to write. */
export interface Federation {
  /** 1 is what is committed; N has N times the enterprises, cadres, cases and learners at the same rates. */
  readonly scale: number;
  readonly seed: number;
}

/** How many there are at scale 1. */
export const perScale = {
  cadres: 100,
  linksPerCadre: 10,
  /** Enterprises on the roster that no cadre is linked to. */
  others: 300,
} as const;

export const cadreCount = ({ scale }: Federation): number => perScale.cadres * scale;

export const keyCount = (f: Federation): number => cadreCount(f) * perScale.linksPerCadre;

export const enterpriseCount = (f: Federation): number => keyCount(f) + perScale.others * f.scale;
