import path from "node:path";
import { shownOf } from "../organisation.ts";
import type { Release } from "../release.ts";
import { words } from "../words.ts";
import { filesIn } from "./causes.ts";
import { codeOf } from "./code.ts";
import { coveredFigures } from "./exposure.ts";
import { figuresOf, namedIndicators } from "./figures.ts";
import { keepingOf } from "./figures_kept_file.ts";
import { foundationsOf } from "./foundation.ts";
import type { Ingested } from "./ingest.ts";
import { assertNoPersonal } from "./leaks.ts";
import { methodsOf } from "./methods.ts";
import { publicFigures } from "./publish.ts";
import { writeRelease } from "./release.ts";
import { nextEdition } from "./releases.ts";
import type { Call } from "./verb.ts";
import type { Warehouse } from "./warehouse.ts";

/** A release as it was written. */
export interface Frozen {
  readonly folder: string;
  readonly release: Release;
}

/**
 * Freezes what is published of a quarter, as the next edition of it.
 * @param releases folder with the releases
 * @param earlier those that are there: what they withheld stays withheld
 * @param own the quarter, and in spite of what it is released and why
 * @throws Failure where earlier releases leave nothing to cover a number with; Leaked where something personal is in it
 */
export const freeze = async (
  call: Call,
  warehouse: Warehouse,
  { asOf, demo }: Ingested,
  releases: string,
  earlier: readonly Release[],
  own: Pick<Release, "quarter" | "overridden" | "why">,
): Promise<Frozen> => {
  const { organisation: whole, home } = call;
  const organisation = shownOf(whole);
  const measured = await figuresOf(warehouse, organisation, undefined, false, keepingOf(call));
  const open = publicFigures(measured, organisation, earlier);
  const release: Release = {
    ...own,
    edition: nextEdition(path.join(releases, own.quarter)),
    asOf,
    code: codeOf(home),
    demo,
    settings: organisation.settings,
    figures: coveredFigures(open, words("没有发布", "not released")).filter(
      ({ quarter }) => quarter === own.quarter,
    ),
    files: await filesIn(warehouse),
    methods: methodsOf(organisation, foundationsOf(organisation.rooms, path.join(home, "pipelines"))),
  };
  const named = new Map(namedIndicators(organisation).map((i) => [i.name, i.words]));
  const folder = await writeRelease(
    releases,
    release,
    { federation: organisation.federation, of: (indicator) => named.get(indicator) },
    (aside) => assertNoPersonal(warehouse, whole, home, aside),
  );
  return { folder, release };
};
