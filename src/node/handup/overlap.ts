import type { Inside } from "../../bundle.ts";
import type { BelowBundle } from "../../published_below.ts";

/** A bundle before it is known what of it stands in others. */
type Bare = Omit<BelowBundle, "within" | "overlap">;

/** A federation whose figures are in a bundle, and its name. */
type Held = ReadonlyMap<string, string>;

/**
 * Marks bundles of one quarter whose figures stand in another one as well, wholly or in part, so that nothing is added
 * twice. The one that holds most federations counts; of equals the first.
 * @param bundles of one quarter, in the order of the register
 * @param federationOf the federation whose key it is, by the register: one that changed its key stays itself
 */
export const withoutOverlap = (
  bundles: readonly Bare[],
  federationOf: (fingerprint: string) => string | undefined,
): BelowBundle[] => {
  const self = ({ fingerprint }: Inside): string => federationOf(fingerprint) ?? ` ${fingerprint}`;
  const heldBy = (bundle: Bare): Held =>
    new Map([bundle, ...bundle.inside].map((one) => [self(one), one.federation]));
  const counted: { readonly bundle: Bare; readonly held: Held }[] = [];
  const marks = new Map<Bare, Pick<BelowBundle, "within" | "overlap">>();
  const bySize = [...bundles].sort((a, b) => heldBy(b).size - heldBy(a).size);
  for (const bundle of bySize) {
    const held = heldBy(bundle);
    const around = counted.find((other) => other.held.has(self(bundle)));
    const beside = counted.find((other) => [...held.keys()].some((one) => other.held.has(one)));
    if (around) marks.set(bundle, { within: around.bundle.federation });
    else if (beside) {
      const shared = [...held].filter(([one]) => beside.held.has(one)).map(([, name]) => name);
      marks.set(bundle, { overlap: { federation: beside.bundle.federation, shared } });
    } else counted.push({ bundle, held });
  }
  return bundles.map((bundle) => ({ ...bundle, ...marks.get(bundle) }));
};
