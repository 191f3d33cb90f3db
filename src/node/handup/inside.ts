import type { Inside } from "../../bundle.ts";
import { isAdded, type PublishedBelow } from "../../published_below.ts";
import { Failure } from "../failure.ts";

/** @throws Failure where federations below have handed up and nobody said whether the own registers hold the same */
export const assertRelated = (below: PublishedBelow | undefined, quarter: string): void => {
  if (below === undefined || below.relation !== null) return;
  if (!below.bundles.some((bundle) => bundle.quarter === quarter)) return;
  throw new Failure(
    "没有上报：下级工会已有上报，请先在 settings.yaml 写明 below：apart（本级台账不含下级的数，相加后上报）或 within（本级台账已含下级的数，只报本级）",
    "not handed up: federations below have handed up, so say in settings.yaml whether below is apart (own registers hold none of it: both are added) or within (they hold it already: only they are handed up)",
  );
};

/** The federations whose numbers of a quarter are within. */
export const insideOf = (below: PublishedBelow | undefined, quarter: string): Inside[] =>
  (below?.bundles ?? [])
    .filter((bundle) => bundle.quarter === quarter && isAdded(bundle))
    .flatMap(({ federation, fingerprint, inside }) => [{ federation, fingerprint }, ...inside])
    .map(({ federation, fingerprint }) => ({ federation: federation.replaceAll("；", "，"), fingerprint }));
