import { coveredBelow } from "../../below_cover.ts";
import { inventedMethod, numbersIn } from "../../bundle.ts";
import type { Figure } from "../../figure.ts";
import { spans } from "../../handed_up.ts";
import { byName } from "../../order.ts";
import type { Organisation } from "../../organisation.ts";
import type { Audience } from "../../publication.ts";
import {
  type BelowBundle,
  type BelowFigure,
  type BelowSum,
  type BelowTotal,
  isAdded,
  type PublishedBelow,
} from "../../published_below.ts";
import { isTold, type Numbers, rolledUp, rollupOf } from "../../rollup.ts";
import { namedIndicators, quartersOf } from "../figures.ts";
import { foundationsOf } from "../foundation.ts";
import type { Named } from "../measure.ts";
import { methodsOf } from "../methods.ts";
import type { Warehouse } from "../warehouse.ts";
import { withoutOverlap } from "./overlap.ts";

const number = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/** How the own registers stand to what is handed up; the organisation says how invented ones do. */
const relationOf = async (
  warehouse: Warehouse,
  { below, belowInvented }: Organisation,
): Promise<PublishedBelow["relation"]> => {
  const [row] = await warehouse.rows("SELECT value FROM settings WHERE name = 'demo'");
  return below ?? (row?.value === "true" ? belowInvented : undefined) ?? null;
};

/** The federations below whose bundles may come. */
export const federationsIn = async (warehouse: Warehouse): Promise<PublishedBelow["federations"]> =>
  (
    await warehouse.rows(`
      SELECT federation, CASE WHEN count(since) = count(*) THEN min(since) END AS since,
        CASE WHEN count(until) = count(*) THEN max(until) END AS until
      FROM handed_up.federations GROUP BY federation ORDER BY min(_line), federation`)
  ).map(({ federation, since, until }) => ({
    name: federation ?? "",
    since: since ?? null,
    until: until ?? null,
  }));

/** Bundles that count, quarter by quarter in the order of the register, with what of them stands in others as well. */
const bundlesIn = async (
  warehouse: Warehouse,
  federations: PublishedBelow["federations"],
): Promise<BelowBundle[]> => {
  const inside = await warehouse.rows("SELECT * FROM intake.bundles_inside ORDER BY ALL");
  const keys = await warehouse.rows("SELECT fingerprint, federation FROM handed_up.federations");
  const federationOf = new Map(keys.map(({ fingerprint, federation }) => [fingerprint, federation ?? ""]));
  const place = new Map(federations.map(({ name }, i) => [name, i]));
  const rows = await warehouse.rows("SELECT * FROM intake.bundles ORDER BY quarter, federation");
  const bare = rows
    .map((row) => ({
      federation: row.federation ?? "",
      fingerprint: row.fingerprint ?? "",
      quarter: row.quarter ?? "",
      asOf: row.as_of ?? "",
      edition: number(row.edition),
      code: row.code ?? "",
      due: number(row.due),
      received: number(row.received),
      inside: inside
        .filter((one) => one.file_id === row.file_id)
        .map(({ federation, fingerprint }) => ({
          federation: federation ?? "",
          fingerprint: fingerprint ?? "",
        })),
    }))
    .sort(
      (a, b) =>
        byName(a.quarter, b.quarter) || (place.get(a.federation) ?? 0) - (place.get(b.federation) ?? 0),
    );
  return [...new Set(bare.map(({ quarter }) => quarter))].flatMap((quarter) =>
    withoutOverlap(
      bare.filter((one) => one.quarter === quarter),
      (fingerprint) => federationOf.get(fingerprint),
    ),
  );
};

/** Hash of a method as a bundle has it. */
export const shortMethod = (sha256: string): string => sha256.slice(0, 16);

/** Every indicator's method → its hash as a bundle has it. */
const ownMethods = (organisation: Organisation, rooms: string): ReadonlyMap<string, string> =>
  new Map(
    methodsOf(organisation, foundationsOf(organisation.rooms, rooms)).map(({ indicator, sha256 }) => [
      indicator,
      shortMethod(sha256),
    ]),
  );

const figuresIn = async (
  warehouse: Warehouse,
  indicators: ReadonlyMap<string, Named>,
  methods: ReadonlyMap<string, string>,
): Promise<BelowFigure[]> =>
  (
    await warehouse.rows(
      `SELECT f.*, b.federation, (SELECT value FROM settings WHERE name = 'demo') AS demo
       FROM handed_up.figures f JOIN intake.bundles b USING (fingerprint, quarter) ORDER BY f.quarter, b.federation, _line`,
    )
  ).flatMap((row) => {
    const indicator = indicators.get(row.indicator ?? "");
    // What this program does not know, it can neither name nor add up.
    if (indicator === undefined || indicator.unit !== row.unit) return [];
    return [
      {
        federation: row.federation ?? "",
        indicator: indicator.name,
        quarter: row.quarter ?? "",
        span: row.span === spans[0]?.zh ? "quarter" : "year",
        ...numbersIn(row),
        federations: number(row.federations) ?? 1,
        // Only where invented rows are shown may figures be of no method at all.
        differs:
          !(row.demo === "true" && row.method === inventedMethod) &&
          row.method !== methods.get(indicator.name),
      } as const,
    ];
  });

const sumOf = (indicator: Named, parts: readonly BelowFigure[]): BelowSum | undefined => {
  const { how, distinct } = rollupOf(indicator);
  const [first] = parts;
  const added = parts.filter((part) => !part.differs && isTold(part));
  if (how === "none" || first === undefined || added.length === 0) return undefined;
  return {
    indicator: indicator.name,
    quarter: first.quarter,
    span: first.span,
    ...rolledUp(added, how, indicator.unit),
    distinct,
    from: added.length,
    federations: added.reduce((n, { federations }) => n + federations, 0),
  };
};

/** Who owes a bundle for a quarter, and who of them has not handed one up, in the order of the register. */
export const dueIn = (
  { federations, bundles }: Pick<PublishedBelow, "federations" | "bundles">,
  quarter: string,
): { readonly due: string[]; readonly missing: string[] } => {
  const due = federations
    .filter(({ since, until }) => (since ?? "") <= quarter && quarter <= (until ?? "9999Q4"))
    .map(({ name }) => name);
  const came = new Set(bundles.filter((b) => b.quarter === quarter).map((b) => b.federation));
  return { due, missing: due.filter((name) => !came.has(name)) };
};

/** Own figures and what the federations below come to, as one; undefined where one of the two was told by nobody. */
export const withBelow = (
  own: Figure,
  sum: BelowSum | undefined,
  indicator: Named,
): (Numbers & { readonly federations: number }) | undefined => {
  const { how } = rollupOf(indicator);
  if (how === "none" || sum === undefined) return undefined;
  return {
    ...rolledUp([own, sum], how, indicator.unit),
    federations: sum.federations + (isTold(own) ? 1 : 0),
  };
};

const totalsOf = (
  own: readonly Figure[],
  sums: readonly BelowSum[],
  indicators: ReadonlyMap<string, Named>,
): BelowTotal[] =>
  sums.flatMap((sum) => {
    const indicator = indicators.get(sum.indicator);
    const figure = own.find(
      ({ indicator: name, quarter, span, by }) =>
        name === sum.indicator &&
        quarter === sum.quarter &&
        span === sum.span &&
        Object.keys(by).length === 0,
    );
    const numbers = figure && indicator && withBelow(figure, sum, indicator);
    const { indicator: name, quarter, span } = sum;
    return numbers ? [{ indicator: name, quarter, span, ...numbers }] : [];
  });

/**
 * What federations below handed up: who owes, who has handed up, each one's figures and what they come to together.
 * @param rooms folder with a folder per room
 * @param own the own figures as the audience may have them, for totals of both
 * @param audience for the public, numbers that would give away a withheld one are withheld as well
 * @returns undefined where no federation below is known
 */
export const belowOf = async (
  warehouse: Warehouse,
  organisation: Organisation,
  rooms: string,
  own: readonly Figure[] = [],
  audience: Audience = "internal",
): Promise<PublishedBelow | undefined> => {
  const federations = await federationsIn(warehouse);
  if (federations.length === 0) return undefined;
  const relation = await relationOf(warehouse, organisation);
  const bundles = await bundlesIn(warehouse, federations);
  const quarters = await quartersOf(warehouse);
  const named = namedIndicators(organisation);
  const indicators = new Map(named.map((indicator) => [indicator.name, indicator]));
  const handed =
    bundles.length === 0 ? [] : await figuresIn(warehouse, indicators, ownMethods(organisation, rooms));
  const due = quarters.map((quarter) => ({ quarter, ...dueIn({ federations, bundles }, quarter) }));
  const figures =
    audience === "public" && relation !== "apart"
      ? coveredBelow({ bundles, figures: handed, due }, own, indicators)
      : handed;
  const added = new Set(bundles.filter(isAdded).map((b) => `${b.federation} ${b.quarter}`));
  const groups = new Map<string, BelowFigure[]>();
  for (const figure of figures) {
    if (!added.has(`${figure.federation} ${figure.quarter}`)) continue;
    const key = `${figure.indicator} ${figure.quarter} ${figure.span}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const sums = [...groups.values()].flatMap((parts) => {
    const indicator = indicators.get(parts[0]?.indicator ?? "");
    return (indicator && sumOf(indicator, parts)) ?? [];
  });
  return {
    relation,
    federations,
    bundles,
    figures,
    sums,
    totals: relation === "apart" ? totalsOf(own, sums, indicators) : [],
    due,
  };
};
