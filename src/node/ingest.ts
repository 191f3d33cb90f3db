import { type Organisation, registersOf, tablesOf } from "../organisation.ts";
import { units } from "../unit.ts";
import { anonymise } from "./anonymise.ts";
import { Cache } from "./cache.ts";
import { type Calendar, layCalendar, openingQuarters } from "./calendar.ts";
import type { Code } from "./code.ts";
import { comment } from "./comments.ts";
import { contractOf } from "./contract.ts";
import { namedIndicators } from "./figures.ts";
import { type ForgottenList, forgottenIn } from "./forgotten.ts";
import { glossaryOf } from "./glossary.ts";
import { admitBundles, type Doubted } from "./handup/admit.ts";
import { type Content, contentOf, lookInto } from "./inbox.ts";
import { keepRun, lastRun } from "./last_run.ts";
import { enter, prepareLedger } from "./ledger.ts";
import { contentsOf, load } from "./load.ts";
import { type Checked, check, model } from "./model.ts";
import { enterOrigin, originOf } from "./origin.ts";
import { dropReceipts, placeReceipts, writeReceipts } from "./receipts.ts";
import { keptTooLong } from "./retention.ts";
import { enterQuarters } from "./returns.ts";
import { settle } from "./settle.ts";
import { enterFiles, type Tally, tally } from "./tally.ts";
import { buildWarehouse, clearAside, type Warehouse } from "./warehouse.ts";

/** From where, to where, and for whom. */
export interface Order {
  readonly data: string;
  readonly out: string;
  readonly organisation: Organisation;
  /** Folder with a folder per room, where model.sql and checks.sql stand. */
  readonly rooms: string;
  readonly progress: (words: string) => void;
  /** The day up to which the data are known; by default the last on which something happened. */
  readonly asOf?: string;
  /** Who is to be forgotten, where it is not the list beside the registers. */
  readonly forgotten?: ForgottenList;
  /** What decides besides data and settings, as `codeInUse` tells it; without it nothing of an earlier run is used. */
  readonly code?: Code | undefined;
  /** Makes everything anew, whatever an earlier run left. */
  readonly fresh?: boolean;
  /** False leaves out the comments on tables and columns, a third of a second's work: for tests. */
  readonly comments?: boolean;
  /** Bytes from which on a file is read in bulk: 0 for every file, Infinity for none. */
  readonly big?: number;
  /** Bytes from which on it is kept what reading a file gave, of a text and of a workbook. */
  readonly kept?: { readonly text: number; readonly workbook: number };
}

export interface Ingested extends Calendar {
  readonly demo: boolean;
  readonly files: readonly Tally[];
  readonly checks: readonly Checked[];
  /** What federations below handed up and was refused or is doubted, file by file. */
  readonly bundles: readonly Doubted[];
  /** Rows cleared of personal data because somebody asked for it. */
  readonly forgotten: number;
  /** Files written to `receipts/`. */
  readonly receipts: number;
  /** Nothing had changed since the last run: what that one left was kept. */
  readonly unchanged?: true;
}

/**
 * Builds the warehouse from the data folder: a pure function of its files, `.forgotten.json` among them, and the code.
 * Where none of these changed since the last run, what that one left stays as it is.
 */
export const ingest = async ({
  data,
  out,
  organisation,
  rooms,
  progress,
  asOf,
  forgotten,
  code,
  fresh = false,
  comments = true,
  big,
  kept,
}: Order): Promise<Ingested> => {
  const inbox = lookInto(data);
  const registers = registersOf(organisation);
  const list = forgotten ?? forgottenIn(data);
  const originFrom = (contents: readonly Content[]): string | undefined =>
    code === undefined
      ? undefined
      : originOf({ code: code.whole, organisation, contents, list, asOf, comments });
  const last = fresh ? undefined : lastRun(out, () => originFrom(inbox.files.map((file) => contentOf(file))));
  if (last) {
    clearAside(out);
    return last;
  }
  const cacheIn = (records: string): Cache | undefined =>
    code === undefined
      ? undefined
      : new Cache(
          out,
          records,
          { engine: code.engine, registers: tables, contractOf: (one) => contractOf(one, rooms), list },
          fresh,
          kept,
        );
  let cache: Cache | undefined;
  let origin: string | undefined;
  const handedIn = inbox.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const tables = tablesOf(organisation);
  const fill = async (warehouse: Warehouse, records: string): Promise<Ingested> => {
    await prepareLedger(warehouse);
    await enter(
      warehouse,
      "registers",
      registers.map((r) => [r.id, r.room, r.words.zh, r.words.en]),
    );
    await enter(
      warehouse,
      "rooms",
      organisation.rooms.map(({ id, words }) => [id, words.zh, words.en]),
    );
    await enter(
      warehouse,
      "indicators",
      namedIndicators(organisation).map((i) => [
        i.name,
        i.name.split(".")[0] ?? "",
        i.words.zh,
        i.words.en,
        i.unit,
        units[i.unit].zh,
      ]),
    );
    cache = cacheIn(records);
    const loaded = await load(
      warehouse,
      inbox.files,
      tables,
      (done, path) => progress(`${done + 1}/${inbox.files.length} ${path}`),
      { records, big, cache },
    );
    origin = originFrom(contentsOf(loaded));
    await enterOrigin(warehouse, origin);
    await enterFiles(warehouse, loaded, organisation.firstMonth);
    progress("references and keys · 核对引用与主键");
    const bundles = await admitBundles(warehouse, loaded, inbox.demo);
    await settle(warehouse, tables, loaded);
    const cleared = await anonymise(warehouse, tables, list);
    const files = await tally(warehouse, tables);
    progress("receipts · 退回回执");
    const receipts = await writeReceipts(warehouse, loaded, tables, out, list, (one, at, rows) =>
      cache?.remember(one.sha256, at, rows),
    );
    for (const { inBulk } of loaded) await inBulk?.bulk.drop();
    const { settings, firstMonth } = organisation;
    const calendar = await layCalendar(
      warehouse,
      await openingQuarters(warehouse, registers),
      { ...settings, demo: String(inbox.demo) },
      firstMonth,
      asOf,
    );
    await enterQuarters(warehouse, registers);
    progress("models and checks · 建模与校验");
    await model(warehouse, organisation.rooms, rooms);
    const checks = [
      ...(await check(warehouse, organisation.rooms, rooms)),
      ...(await keptTooLong(warehouse, registers, calendar.asOf, Number(settings.retention_years ?? 0))),
    ];
    await warehouse.run("DROP SCHEMA staging CASCADE");
    if (comments) await comment(warehouse, glossaryOf(organisation, rooms));
    return { ...calendar, demo: inbox.demo, files, checks, bundles, forgotten: cleared, receipts };
  };
  try {
    const ingested = await buildWarehouse(out, handedIn, fill, list.persons.length > 0);
    placeReceipts(out);
    cache?.clear();
    if (origin !== undefined) keepRun(out, origin, ingested);
    return ingested;
  } finally {
    dropReceipts(out);
  }
};
