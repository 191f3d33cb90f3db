import type { Register } from "../../register.ts";
import { buildWarehouse } from "../build_warehouse.ts";
import { type Calendar, calendarOf, layCalendar, openingQuarters } from "../calendar.ts";
import { checkAll } from "../check_all.ts";
import { comment } from "../comments.ts";
import { giveBack } from "../give_back.ts";
import { glossaryOf } from "../glossary.ts";
import type { Content } from "../inbox.ts";
import type { LastRun } from "../last_run.ts";
import { load } from "../load.ts";
import { contentsOf, type Loaded } from "../loaded.ts";
import { type Check, type Checked, modelBy } from "../model.ts";
import { enterOrigin } from "../origin.ts";
import { carryReceipts } from "../receipts.ts";
import { enterMoreQuarters } from "../returns.ts";
import { shortage } from "../shortage.ts";
import { count, enterFiles, tallies } from "../tally.ts";
import { unreadIn } from "../unread.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Filled, Ingested, Work } from "../work.ts";
import { addedTo } from "./added_to.ts";
import { cameIn } from "./came.ts";
import { checkMore } from "./check_more.ts";
import { Added, enterGrowth } from "./growth.ts";
import { NotGrown } from "./not_grown.ts";
import { placeAnew, renumber } from "./renumber.ts";
import { settleMore } from "./settle_more.ts";
import { Touched } from "./touched.ts";
import { isUndisturbed } from "./undisturbed.ts";

/** The registers that files are of. @throws NotGrown where rows of other files would have to be looked at once more */
const registersAmong = async (
  warehouse: Warehouse,
  loaded: readonly Loaded[],
  { tables, registers }: Work,
): Promise<Register[]> => {
  const found = [...new Set(loaded.flatMap(({ table: { header } }) => header?.register ?? []))];
  for (const register of found)
    if (!registers.includes(register) || !(await isUndisturbed(warehouse, register, tables)))
      throw new NotGrown();
  return found;
};

/** The contents of all files: those that came as they were read, all others as they were found to be. */
const together = (contents: readonly Content[], read: readonly Content[]): Content[] => {
  const fresh = new Map(read.map((one) => [one.file.path, one]));
  return contents.map((one) => fresh.get(one.file.path) ?? one);
};

const fill = async (
  warehouse: Warehouse,
  records: string,
  work: Work,
  last: LastRun,
  contents: readonly Content[],
  added: readonly Content[],
): Promise<Filled> => {
  const { out, organisation, rooms, progress, asOf, comments, big, inbox, registers, tables } = work;
  const { settings, firstMonth } = organisation;
  const [row] = await warehouse.rows("SELECT max(file_id) + 1 AS first FROM intake.files");
  const first = Number(row?.first);
  const cache = work.cacheIn(records);
  cache?.use(Object.values(last.handedIn).map(({ sha256 }) => sha256));
  await warehouse.run("CREATE SCHEMA staging");
  const loaded = await load(
    warehouse,
    added.map(({ file }) => file),
    tables,
    (done, path) => progress(`${done + 1}/${added.length} ${path}`),
    { records, big, cache, first, most: work.held },
  );
  const changed = await registersAmong(warehouse, loaded, work);
  const all = together(contents, contentsOf(loaded));
  await warehouse.run("DELETE FROM intake.origin; DELETE FROM intake.growth");
  await enterOrigin(warehouse, work.originFrom(all));
  await enterFiles(warehouse, loaded, firstMonth);
  await placeAnew(warehouse);
  progress("references and keys · 核对引用与主键");
  await settleMore(warehouse, tables, loaded);
  await count(warehouse, tables, first);
  progress("receipts · 退回回执");
  const receipts = await giveBack(warehouse, work, loaded, cache);
  if (!carryReceipts(out)) throw new NotGrown();
  for (const { inBulk } of loaded) await inBulk?.bulk.drop();
  const calendar = await calendarOf(warehouse, await openingQuarters(warehouse, registers), firstMonth, asOf);
  const told = ({ quarters, asOf: day }: Calendar, demo: boolean): string =>
    JSON.stringify([quarters, day, demo]);
  const isSame = told(calendar, inbox.demo) === told(last.ingested, last.ingested.demo);
  if (!isSame) await layCalendar(warehouse, calendar, { ...settings, demo: String(inbox.demo) }, firstMonth);
  await enterMoreQuarters(warehouse, changed, first);
  await renumber(warehouse);
  progress("models and checks · 建模与校验");
  const names = changed.map(({ room, id }) => `${room}.${id}`);
  const touched = new Touched(names, !isSame);
  const grown = new Added(names);
  const paths = loaded.map(({ path }) => path);
  const came = cameIn(paths);
  /** The register that is all of what changed that a query reads. */
  const alone = (sql: string): Register | undefined => {
    const only = touched.onlyReadBy(sql);
    return changed.find(({ room, id }) => `${room}.${id}` === only);
  };
  await modelBy(warehouse, organisation.rooms, rooms, (statement) => {
    const register = alone(statement);
    if (!touched.remakes(statement)) return undefined;
    grown.see(statement, touched);
    return (register && addedTo(statement, register, came)) ?? statement;
  });
  if (isSame)
    await enterGrowth(warehouse, {
      base: last.origin,
      came: paths,
      touched: touched.names,
      added: grown.names,
    });
  const before = new Map(last.ingested.checks.map((one) => [one.id, one]));
  const known = async (check: Check): Promise<Checked | undefined> => {
    const found = before.get(check.id);
    if (found === undefined || !touched.reads(check.sql)) return found;
    const register = alone(check.sql);
    return register && checkMore(warehouse, check, found, register, came);
  };
  const checks = await checkAll(warehouse, work, calendar.asOf, known);
  await warehouse.run("DROP SCHEMA staging CASCADE");
  if (comments) await comment(warehouse, glossaryOf(organisation, rooms), (table) => touched.has(table));
  const ingested: Ingested = {
    ...last.ingested,
    ...calendar,
    demo: inbox.demo,
    files: await tallies(warehouse),
    unread: await unreadIn(warehouse),
    checks,
    receipts: last.ingested.receipts + receipts,
  };
  return { ingested, contents: all, cache };
};

/**
 * Grows the last warehouse by files that came since, instead of making it from nothing: a copy of it takes their rows
 * behind its own, and what is made from the registers that changed is made anew. What is in it then is what all files
 * together would have given; only rows of a register may stand in another order.
 * @param contents all that is handed in now
 * @param added what of it came
 * @returns undefined where it must be made from nothing: where others refer to what came, a row that came has the key of
 *   one that stands, or the last one turns out to be damaged
 * @throws what the machine lacked
 */
export const grow = async (
  work: Work,
  last: LastRun,
  contents: readonly Content[],
  added: readonly Content[],
): Promise<Filled | undefined> => {
  try {
    return await buildWarehouse(
      work.out,
      work.handedIn,
      (warehouse, records) => fill(warehouse, records, work, last, contents, added),
      { grown: true },
    );
  } catch (error) {
    if (shortage(error) !== undefined) throw error;
    return undefined;
  }
};
