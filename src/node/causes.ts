import type { Figure } from "../figure.ts";
import { type Organisation, registersOf } from "../organisation.ts";
import { quarter } from "../quarter.ts";
import type { Method, Release, ReleasedFile } from "../release.ts";
import type { Cause, FileCause } from "../revision.ts";
import { namedIndicators } from "./figures.ts";
import type { Foundation } from "./foundation.ts";
import { name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** The tables that are in the warehouse, as a release lists them. */
export const filesIn = async (warehouse: Warehouse): Promise<ReleasedFile[]> =>
  (
    await warehouse.rows(`
      SELECT path, register, sha256, read, accepted, refused, repeated, superseded
      FROM intake.files WHERE register IS NOT NULL ORDER BY path`)
  ).map(({ path, register, sha256, ...counts }) => ({
    path: path ?? "",
    register: register ?? "",
    sha256: sha256 ?? "",
    read: Number(counts.read),
    accepted: Number(counts.accepted),
    refused: Number(counts.refused),
    repeated: Number(counts.repeated),
    superseded: Number(counts.superseded),
  }));

/** A file that came, changed or went since a release. */
interface Moved {
  readonly kind: FileCause["kind"];
  readonly path: string;
  readonly register: string;
  /** ISO day of the first thing that happened in its rows; null where rows have no day, or are gone. */
  readonly from: string | null;
}

/** The table within its file: a workbook that was only renamed is the same. */
const contentOf = ({ path, register, sha256 }: ReleasedFile): string =>
  [sha256, register, path.split(" · ").slice(1).join(" · ")].join(" ");

/** Paths of files with a row that took the place of one in another file. */
const correcting = async (warehouse: Warehouse): Promise<Set<string>> => {
  const rows = await warehouse.rows(`
    SELECT DISTINCT path FROM intake.set_aside a JOIN intake.files f ON f.file_id = by_file
    WHERE fate = 'superseded' AND by_file <> a.file_id`);
  return new Set(rows.map(({ path }) => path ?? ""));
};

/** By file: the first day on which something happened in its rows. */
const firstDays = async (
  warehouse: Warehouse,
  organisation: Organisation,
): Promise<Map<string, string | null>> => {
  const dated = registersOf(organisation).filter(({ event }) => event !== undefined);
  const days = dated.map(
    ({ room, id, event = "" }) =>
      `SELECT _file, min(${name(event)}) AS day FROM ${table(room, id)} GROUP BY ALL`,
  );
  if (days.length === 0) return new Map();
  const rows = await warehouse.rows(days.join(" UNION ALL "));
  return new Map(rows.map(({ _file, day }) => [_file ?? "", day ?? null]));
};

const movedSince = async (
  warehouse: Warehouse,
  organisation: Organisation,
  { files: before }: Release,
  now: readonly ReleasedFile[],
): Promise<Moved[]> => {
  const known = new Set(before.map(contentOf));
  const kept = new Set(now.map(contentOf));
  const paths = new Set(before.map(({ path }) => path));
  const corrects = await correcting(warehouse);
  const days = await firstDays(warehouse, organisation);
  const fresh = now.filter((file) => !known.has(contentOf(file)));
  const replaced = new Set(fresh.map(({ path }) => path).filter((path) => paths.has(path)));
  return [
    ...fresh.map(({ path, register }): Moved => {
      const mends = paths.has(path) || corrects.has(path);
      return {
        kind: mends ? "corrected" : "late",
        path,
        register,
        // What a mended row said before may have lain in any quarter.
        from: mends ? null : (days.get(path) ?? null),
      };
    }),
    ...before
      .filter((file) => !kept.has(contentOf(file)) && !replaced.has(file.path))
      .map(({ path, register }): Moved => ({ kind: "withdrawn", path, register, from: null })),
  ];
};

/**
 * By register: the registers that let rows in, or kept them out, that had been judged otherwise when a quarter was
 * released. A roster that came late is why visits count now that were refused then.
 */
const judgesSince = (
  organisation: Organisation,
  before: readonly ReleasedFile[],
  now: readonly ReleasedFile[],
): ReadonlyMap<string, readonly string[]> => {
  const refused = new Map(before.map((file) => [contentOf(file), file.refused]));
  const judged = now.filter((file) => (refused.get(contentOf(file)) ?? file.refused) !== file.refused);
  return new Map(
    registersOf(organisation)
      .filter(({ id }) => judged.some(({ register }) => register === id))
      .map(({ id, refers = [] }) => [id, refers.map(({ to }) => to)]),
  );
};

const order: readonly FileCause["kind"][] = ["late", "corrected", "withdrawn"];

/**
 * Says what may have moved a figure since a release: files of registers that it rests on, or that now judge its rows
 * otherwise, handed in, mended or taken back since, whose rows begin by the quarter's end; its way of being measured;
 * or else the program.
 * @param today how indicators are measured now
 * @param foundations what their models rest on
 */
export const causesSince = async (
  warehouse: Warehouse,
  organisation: Organisation,
  release: Release,
  today: readonly Method[],
  foundations: ReadonlyMap<string, Foundation>,
): Promise<(figure: Figure) => Cause[]> => {
  const files = await filesIn(warehouse);
  const moved = await movedSince(warehouse, organisation, release, files);
  const judges = judgesSince(organisation, release.files, files);
  const models = new Map(namedIndicators(organisation).map(({ name, from }) => [name, from]));
  const then = new Map(release.methods.map((method) => [method.indicator, method]));
  const now = new Map(today.map((method) => [method.indicator, method]));
  const { lastDay } = quarter(release.quarter, organisation.firstMonth);
  return ({ indicator }) => {
    const retired = models.has(indicator) ? undefined : then.get(indicator);
    if (retired) return [{ kind: "retired", words: retired.words }];
    const below = foundations.get(models.get(indicator) ?? "")?.registers ?? [];
    const registers = new Set([...below, ...below.flatMap((id) => judges.get(id) ?? [])]);
    const own = moved.filter(
      ({ register, from }) => registers.has(register) && (from === null || from <= lastDay),
    );
    const [was, is] = [then.get(indicator), now.get(indicator)];
    const causes: Cause[] = [
      ...order.flatMap((kind): Cause[] => {
        const files = own.filter((file) => file.kind === kind).map(({ path }) => path);
        return files.length > 0 ? [{ kind, files }] : [];
      }),
      ...(was && is && was.sha256 !== is.sha256
        ? [{ kind: "method" as const, formula: was.formula, reading: was.reading }]
        : []),
    ];
    return causes.length > 0 ? causes : [{ kind: "program" }];
  };
};
