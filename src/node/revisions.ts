import type { Figure } from "../figure.ts";
import type { Organisation } from "../organisation.ts";
import type { PublishedRelease } from "../publication.ts";
import { type Release, standing } from "../release.ts";
import { type Revision, revisionsOf } from "../revision.ts";
import { causesSince } from "./causes.ts";
import { foundationsOf } from "./foundation.ts";
import { methodsOf } from "./methods.ts";
import type { Warehouse } from "./warehouse.ts";

/** The releases that stand, with those of the same quarter before them. */
export const publishedReleases = (releases: readonly Release[]): PublishedRelease[] => {
  const bare = ({ edition, asOf, why }: Release) => ({ edition, asOf, why });
  return standing(releases).map((release) => ({
    quarter: release.quarter,
    ...bare(release),
    earlier: releases
      .filter((one) => one.quarter === release.quarter && one.edition < release.edition)
      .sort((a, b) => a.edition - b.edition)
      .map(bare),
  }));
};

/**
 * What of the standing releases is no longer so, quarter by quarter, with what may have moved it.
 * @param figures the public edition's, of today
 * @param rooms folder with a folder per room, where model.sql stands
 */
export const revisionsSince = async (
  warehouse: Warehouse,
  organisation: Organisation,
  figures: readonly Figure[],
  releases: readonly Release[],
  rooms: string,
): Promise<Revision[]> => {
  if (releases.length === 0) return [];
  const foundations = foundationsOf(organisation.rooms, rooms);
  const methods = methodsOf(organisation, foundations);
  const isUnshown = (indicator: string): boolean =>
    organisation.unshown?.includes(indicator.split(".")[0] ?? "") ?? false;
  const revisions: Revision[] = [];
  for (const release of standing(releases)) {
    const why = await causesSince(warehouse, organisation, release, methods, foundations);
    const now = figures.filter(({ quarter }) => quarter === release.quarter);
    const then = release.figures.filter(({ indicator }) => !isUnshown(indicator));
    revisions.push(...revisionsOf(then, now, why));
  }
  return revisions;
};
