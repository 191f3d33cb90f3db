import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Disclosed, disclosed } from "../disclosure.ts";
import type { Figure } from "../figure.ts";
import { dimensionsOf, type Organisation, shownOf } from "../organisation.ts";
import type { Audience, Publication, PublishedIndicator } from "../publication.ts";
import type { Quality } from "../published_quality.ts";
import type { Release } from "../release.ts";
import { putOnShelf } from "../site/shelf.ts";
import { completenessOf } from "./completeness.ts";
import { writeExplored } from "./explored.ts";
import { figuresOf, namedIndicators } from "./figures.ts";
import type { Keeping } from "./figures_kept_file.ts";
import { gapRows, gapsOf } from "./gap_lists.ts";
import { belowOf, federationsIn } from "./handup/below.ts";
import type { Ingested } from "./ingest.ts";
import { measureSql } from "./measure_sql.ts";
import { placed } from "./places.ts";
import { disclosedFindings } from "./plausibility/disclosed.ts";
import { findingsOf } from "./plausibility/findings.ts";
import { qualityOf } from "./quality.ts";
import { publishedReleases, revisionsSince } from "./revisions.ts";
import { targetsOf } from "./targets.ts";
import { templatesOf, writeTemplates } from "./templates.ts";
import type { Warehouse } from "./warehouse.ts";

/** Dimensions that an audience may not have. */
const closedTo = (audience: Audience, organisation: Organisation): ReadonlySet<string> =>
  new Set(
    dimensionsOf(organisation)
      .filter(({ internal }) => internal && audience !== "internal")
      .map(({ id }) => id),
  );

const indicatorsOf = ({ rooms }: Organisation, closed: ReadonlySet<string>): PublishedIndicator[] =>
  rooms.flatMap((room) =>
    room.indicators.map(
      ({
        id,
        words,
        unit,
        parts,
        formula,
        reading,
        source,
        better,
        span,
        target,
        by,
        under: _,
        ...measured
      }) => ({
        id: `${room.id}.${id}`,
        room: room.id,
        words,
        unit,
        ...(parts && { parts }),
        formula,
        reading,
        source,
        better,
        span,
        ...(target !== undefined && { target }),
        by: Object.keys(by ?? {}).filter((id) => !closed.has(id)),
        sql: measureSql(
          { id, words, unit, formula, reading, source, better, span, ...(by && { by }), ...measured },
          "quarter",
        ),
      }),
    ),
  );

/**
 * The public edition's figures.
 * @param releases earlier ones: what they withheld stays withheld, and what they tell must not give a number away
 */
export const publicFigures = (
  figures: readonly Figure[],
  organisation: Organisation,
  releases: readonly Release[] = [],
): Disclosed => {
  const closed = closedTo("public", organisation);
  // The year so far is told in total only: beside each quarter's breakdown it would give the hidden ones away.
  const open = figures.filter(({ by, span }) => {
    const dimensions = Object.keys(by);
    return (span === "quarter" || dimensions.length === 0) && dimensions.every((id) => !closed.has(id));
  });
  const { settings } = organisation;
  return disclosed(
    open,
    new Map(namedIndicators(organisation).map((i) => [i.name, i])),
    {
      people: Number(settings.disclosure_people),
      cases: Number(settings.disclosure_cases),
      dominance: Number(settings.disclosure_dominance),
    },
    releases.map((release) => release.figures),
  );
};

/** The figures that an audience may have; the internal edition has them all. @param releases earlier ones, as above */
export const editionOf = (
  figures: readonly Figure[],
  organisation: Organisation,
  audience: Audience,
  releases: readonly Release[] = [],
): readonly Figure[] =>
  audience === "internal"
    ? figures.map(({ behind: _, ...figure }) => figure)
    : publicFigures(figures, organisation, releases).figures;

/** What a publication is made from, and for whom. */
export interface Grounds {
  readonly warehouse: Warehouse;
  /** Rooms that are not shown included. */
  readonly organisation: Organisation;
  readonly ingested: Ingested;
  readonly audience: Audience;
  /** Folder with a folder per room, where models, findings.sql and examples stand. */
  readonly rooms: string;
  /** Earlier ones: what they withheld stays withheld. */
  readonly releases: readonly Release[];
  /** Where what is measured is kept for the next time; nowhere by default. */
  readonly keeping?: Keeping | undefined;
}

const unshownIn = (whole: Organisation): Publication["unshown"] => {
  const shown = shownOf(whole).rooms;
  return whole.rooms
    .filter((room) => !shown.includes(room))
    .map(({ id, pages = [] }) => ({ id, pages: pages.map((page) => page.id) }));
};

/** Says in `published/` which pages there are: all that need be known before they are made. */
export const publishShown = async (
  { warehouse, organisation }: Pick<Grounds, "warehouse" | "organisation">,
  folder: string,
): Promise<void> => {
  const isBelow = (await federationsIn(warehouse)).length > 0;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const shown = { unshown: unshownIn(organisation), ...(isBelow && { below: {} }) };
  writeFileSync(path.join(folder, "shown.json"), JSON.stringify(shown));
};

/**
 * Everything the pages may say, for one audience.
 * @param figured the figures of the rooms that are shown, where they were measured before
 */
export const publicationOf = async (grounds: Grounds, figured?: readonly Figure[]): Promise<Publication> => {
  const { warehouse, organisation: whole, ingested, audience, rooms, releases, keeping } = grounds;
  const organisation = shownOf(whole);
  const yearly = audience === "internal";
  const measured = figured ?? (await figuresOf(warehouse, organisation, undefined, yearly, keeping));
  // Releases are of the public edition, so it is what they are compared with in the internal one, too.
  const { figures: open, closed: withheldWhole } =
    audience === "public" || releases.length > 0
      ? publicFigures(measured, organisation, releases)
      : { figures: [], closed: [] };
  const figures = audience === "public" ? open : editionOf(measured, organisation, audience);
  const closed = closedTo(audience, organisation);
  const { disclosure_people: people } = organisation.settings;
  const below = await belowOf(warehouse, organisation, rooms, figures, audience);
  const withheld = people !== undefined && figures.some(({ hidden }) => hidden !== undefined);
  return {
    ...(withheld && { withheld: people }),
    ...(audience === "public" && withheldWhole.length > 0 && { withheldWhole }),
    federation: organisation.federation,
    ...(organisation.logo !== undefined && { logo: organisation.logo }),
    audience,
    demo: ingested.demo,
    asOf: ingested.asOf,
    quarters: ingested.quarters,
    rooms: organisation.rooms.map(({ id, words }) => ({ id, words })),
    pages: organisation.rooms.flatMap(({ id, pages = [] }) =>
      pages.map(({ lead, ...page }) => ({ ...page, ...(lead !== undefined && { lead: `${id}.${lead}` }) })),
    ),
    unshown: unshownIn(whole),
    indicators: indicatorsOf(organisation, closed),
    headlines: organisation.headlines,
    dimensions: await placed(
      warehouse,
      dimensionsOf(organisation).filter(({ id }) => !closed.has(id)),
    ),
    closed: dimensionsOf(organisation)
      .filter(({ id }) => closed.has(id))
      .map(({ id, words }) => ({ id, words })),
    figures,
    gaps: gapsOf(organisation),
    lists: audience === "internal" ? await gapRows(warehouse, organisation) : [],
    targets: await targetsOf(warehouse, organisation),
    completeness: await completenessOf(warehouse, organisation),
    ...(below && { below }),
    releases: publishedReleases(releases),
    revisions: await revisionsSince(warehouse, organisation, open, releases, rooms),
    templates: templatesOf(organisation),
  };
};

/** What the pages may say of figures, and of the registers. */
export interface Published {
  readonly publication: Publication;
  readonly quality: Quality;
}

/**
 * Writes `published/`: what the browser is handed, for exploring. A build said before which pages there are.
 * @param finish of a preview, whose pages are made by another process: what is added to the publication before that
 *   finds it there
 */
export const publish = async (
  grounds: Grounds,
  folder: string,
  finish?: (publication: Publication) => Publication,
): Promise<Published> => {
  const { warehouse, organisation, ingested, audience, rooms, keeping } = grounds;
  const yearly = audience === "internal";
  const figures = await figuresOf(warehouse, shownOf(organisation), undefined, yearly, keeping);
  const measured = await publicationOf(grounds, figures);
  const publication = finish ? finish(measured) : measured;
  const quality = {
    ...(await qualityOf(warehouse, organisation, ingested, audience)),
    findings: disclosedFindings(
      await findingsOf(warehouse, organisation, rooms, figures),
      organisation,
      audience,
    ),
  };
  if (finish) {
    await publishShown(grounds, folder);
    putOnShelf(folder, { publication, quality });
  }
  const [explored, templates] = [path.join(folder, "figures"), path.join(folder, "templates")];
  for (const own of [explored, templates]) rmSync(own, { recursive: true, force: true });
  writeExplored(explored, publication);
  writeTemplates(organisation, rooms, templates);
  return { publication, quality };
};
