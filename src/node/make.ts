import { units } from "../unit.ts";
import { anonymise } from "./anonymise.ts";
import { buildWarehouse } from "./build_warehouse.ts";
import { calendarOf, layCalendar, openingQuarters } from "./calendar.ts";
import { checkAll } from "./check_all.ts";
import { comment } from "./comments.ts";
import { namedIndicators } from "./figures.ts";
import { forgottenLines } from "./forgotten_lines.ts";
import { giveBack } from "./give_back.ts";
import { glossaryOf } from "./glossary.ts";
import { admitBundles } from "./handup/admit.ts";
import { enter, prepareLedger } from "./ledger.ts";
import { load } from "./load.ts";
import { contentsOf } from "./loaded.ts";
import { model } from "./model.ts";
import { enterOrigin } from "./origin.ts";
import { enterQuarters } from "./returns.ts";
import { settle } from "./settle.ts";
import { enterStillNamed } from "./still_named.ts";
import { count, enterFiles, tallies } from "./tally.ts";
import { unreadIn } from "./unread.ts";
import type { Warehouse } from "./warehouse.ts";
import type { Filled, Work } from "./work.ts";

const fill = async (warehouse: Warehouse, records: string, work: Work): Promise<Filled> => {
  const { organisation, rooms, progress, asOf, comments, big, inbox, registers, tables, list } = work;
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
  const cache = work.cacheIn(records);
  const loaded = await load(
    warehouse,
    inbox.files,
    tables,
    (done, path) => progress(`${done + 1}/${inbox.files.length} ${path}`),
    { records, big, cache, most: work.held },
  );
  const contents = contentsOf(loaded);
  await enterOrigin(warehouse, work.originFrom(contents));
  await enterFiles(warehouse, loaded, organisation.firstMonth);
  progress("references and keys · 核对引用与主键");
  const { demo } = inbox;
  const bundles = await admitBundles(warehouse, loaded, { demo, firstMonth: organisation.firstMonth });
  await settle(warehouse, tables, loaded);
  const withheld = await forgottenLines(warehouse, loaded, tables, list);
  await enterStillNamed(warehouse, organisation, tables, list);
  const cleared = await anonymise(warehouse, tables, list, withheld);
  await count(warehouse, tables);
  const files = await tallies(warehouse);
  const unread = await unreadIn(warehouse);
  progress("receipts · 退回回执");
  const receipts = await giveBack(warehouse, work, loaded, cache);
  for (const { inBulk } of loaded) await inBulk?.bulk.drop();
  const { settings, firstMonth } = organisation;
  const calendar = await calendarOf(warehouse, await openingQuarters(warehouse, registers), firstMonth, asOf);
  await layCalendar(warehouse, calendar, { ...settings, demo: String(inbox.demo) }, firstMonth);
  await enterQuarters(warehouse, registers);
  progress("models and checks · 建模与校验");
  await model(warehouse, organisation.rooms, rooms);
  await warehouse.transaction.soFar();
  const checks = await checkAll(warehouse, work, calendar.asOf);
  await warehouse.run("DROP SCHEMA staging CASCADE");
  if (comments) await comment(warehouse, glossaryOf(organisation, rooms));
  return {
    ingested: { ...calendar, demo: inbox.demo, files, unread, checks, bundles, forgotten: cleared, receipts },
    contents,
    cache,
  };
};

/** Makes the warehouse from nothing, in the place of the last one. */
export const make = (work: Work): Promise<Filled> =>
  buildWarehouse(work.out, work.handedIn, (warehouse, records) => fill(warehouse, records, work), {
    anew: work.list.persons.length > 0,
  });
