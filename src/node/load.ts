import type { Outcome } from "../read.ts";
import { read } from "../read.ts";
import { fault } from "../reason.ts";
import type { Register } from "../register.ts";
import { remark } from "../remark.ts";
import type { Sink, Table } from "../sink.ts";
import type { RawRow } from "../table.ts";
import { openWorkbook } from "../workbook.ts";
import type { Cache } from "./cache.ts";
import { type Handed, readIn } from "./inbox.ts";
import { type Fresh, keep } from "./kept_rows.ts";
import { enter } from "./ledger.ts";
import type { Loaded } from "./loaded.ts";
import { type InBulk, readBulk } from "./read_bulk.ts";
import { prepareStages, Stage } from "./stage.ts";
import { StagedRows } from "./staged_rows.ts";
import { Allowance, held, OpenLedger, Trace } from "./trace.ts";
import type { Warehouse } from "./warehouse.ts";

const nothing: Outcome = {
  encoding: null,
  by: null,
  separator: null,
  tables: [{ sheet: null, header: null, preamble: {}, read: 0, refused: 0 }],
};

/** Names the tables of a file apart. */
const namesOf = (path: string, tables: readonly Table[]): string[] =>
  tables.map(({ sheet, header }, i) => {
    if (tables.length === 1) return path;
    const alone = sheet !== null && tables.filter((other) => other.sheet === sheet).length === 1;
    const place = alone ? sheet : [sheet, `${i + 1}`, header && `L${header.line}`].filter(Boolean).join(" ");
    return `${path} · ${place}`;
  });

/** Bytes from which on a file is read in bulk: for a few thousand rows JavaScript is as fast. */
export const bigFile = 1_000_000;

/** How files are read, where it is not as usual. */
interface How {
  /** Folder where DuckDB may read; none where every file goes through the JavaScript reader. */
  readonly records?: string;
  /** Bytes from which on a file is read in bulk. */
  readonly big?: number | undefined;
  /** What earlier runs read; without it every file is read. */
  readonly cache?: Cache | undefined;
  /** The number of the first table in the ledger. */
  readonly first?: number;
  /** Refused rows and problems of all files that are held in memory. */
  readonly most?: number | undefined;
}

/** Reads every file into its register's staging table and the ledger. A byte-for-byte copy is read once. */
export const load = async (
  warehouse: Warehouse,
  files: readonly Handed[],
  registers: readonly Register[],
  progress: (done: number, path: string) => void,
  { records, big = bigFile, cache, first: lowest = 0, most = held }: How = {},
): Promise<Loaded[]> => {
  const stages = new Map<string, Stage>();
  await prepareStages(warehouse, registers);
  for (const register of registers) stages.set(register.id, await Stage.open(warehouse, register));
  const ledger = await OpenLedger.open(warehouse);
  const allowance = new Allowance(most);
  const first = new Map<string, Loaded[]>();
  const loaded: Loaded[] = [];
  const toKeep: Fresh[] = [];
  let next = lowest;
  for (const [done, file] of files.entries()) {
    progress(done, file.path);
    const { bytes, content } = readIn(file);
    const { sha256: hash } = content;
    const originals = first.get(hash);
    const isKept = !("reason" in bytes) && !originals && cache?.isWorth(bytes) === true;
    const found = isKept ? cache?.find(file, hash) : undefined;
    const traces: Trace[] = [];
    const trace = (): Trace => {
      const fresh = new Trace(next++, ledger, allowance, isKept && !found);
      traces.push(fresh);
      return fresh;
    };
    const open = (): Sink => {
      const own = trace();
      let stage: Stage | undefined;
      return {
        ...own.sink((values, line) => stage?.add(own.id, line, values)),
        begin: ({ register }) => {
          stage = stages.get(register.id);
        },
      };
    };
    let outcome = nothing;
    let inBulk: InBulk | undefined;
    if ("reason" in bytes) trace().tell(remark(bytes));
    else if (originals) {
      outcome = {
        ...nothing,
        ...originals[0]?.outcome,
        tables: originals.map(({ table }) => ({ ...table, refused: 0 })),
      };
      for (const { path } of originals)
        trace().tell(remark(fault("file.copy", { original: path }), "warning"));
    } else if (found) {
      outcome = found.outcome;
      for (const { problems, mended } of found.tables) {
        const own = trace();
        for (const problem of problems) own.tell(problem);
        for (const one of mended) own.mend(one);
      }
    } else {
      if (records !== undefined && bytes.length >= big)
        inBulk = await readBulk(warehouse, bytes, registers, open, records, most);
      outcome = inBulk?.outcome ?? read(bytes, registers, open, openWorkbook);
      await inBulk?.bulk.place((traces[0] as Trace).id, file.path);
      if (inBulk?.kept && !allowance.take(inBulk.kept.size)) {
        inBulk = { ...inBulk, kept: undefined };
        traces[0]?.release();
      }
    }
    const names = namesOf(file.path, outcome.tables);
    const results = outcome.tables.map((table, i): Loaded => {
      const { id } = traces[i] as Trace;
      const kept = found?.tables[i];
      const sent = kept && allowance.take(kept.sent.size) ? kept.sent : new Map<number, RawRow>();
      const waiting = kept?.staged
        ? { bulk: new StagedRows(warehouse, { ...kept.staged, sent }, id, names[i] as string), kept: sent }
        : inBulk;
      return {
        id,
        path: names[i] as string,
        file,
        sha256: hash,
        content,
        outcome,
        table,
        copyOf: originals?.[i]?.path ?? null,
        ...(waiting && { inBulk: waiting }),
      };
    });
    if (hash !== "" && !originals) first.set(hash, results);
    if (traces.every(({ isHeld }) => isHeld)) toKeep.push({ results, outcome, traces });
    else for (const one of traces) one.release();
    loaded.push(...results);
  }
  ledger.close();
  await enter(
    warehouse,
    "columns",
    loaded.flatMap(({ id, table }) =>
      (table.header?.columns ?? []).map((c, i) => [id, i + 1, c.header, c.field]),
    ),
  );
  for (const stage of stages.values()) stage.close();
  if (cache) for (const fresh of toKeep) await keep(warehouse, cache, fresh);
  return loaded;
};
