import { type Organisation, registersOf, tablesOf } from "../organisation.ts";
import type { Register } from "../register.ts";
import { Cache } from "./cache.ts";
import type { Calendar } from "./calendar.ts";
import type { Code } from "./code.ts";
import { contractOf } from "./contract.ts";
import type { Doubted } from "./doubted.ts";
import { type ForgottenList, forgottenIn } from "./forgotten.ts";
import { type Content, type Inbox, lookInto } from "./inbox.ts";
import type { Checked } from "./model.ts";
import { originOf } from "./origin.ts";
import type { Tally } from "./tally.ts";

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
  /** Bytes handed in beyond which the last warehouse is grown by files that came since: a small one is soon made anew. */
  readonly grows?: number;
  /** Refused rows and problems that are held in memory while files are read. */
  readonly held?: number;
  /** Rows that one receipt gives back. */
  readonly listed?: number;
}

export interface Ingested extends Calendar {
  readonly demo: boolean;
  readonly files: readonly Tally[];
  readonly checks: readonly Checked[];
  /** Files, and sheets of workbooks, that were read as no register. */
  readonly unread: readonly Doubted[];
  /** What federations below handed up and was refused or is doubted, file by file. */
  readonly bundles: readonly Doubted[];
  /** Rows cleared of personal data because somebody asked for it. */
  readonly forgotten: number;
  /** Files written to `receipts/`. */
  readonly receipts: number;
  /** Nothing had changed since the last run: what that one left was kept. */
  readonly unchanged?: true;
}

/** What a run gave, before it is put in place. */
export interface Filled {
  readonly ingested: Ingested;
  /** What was read. */
  readonly contents: readonly Content[];
  readonly cache: Cache | undefined;
}

/** An order, and what was found out about it. */
export interface Work extends Order {
  readonly comments: boolean;
  readonly inbox: Inbox;
  /** The rooms' registers. */
  readonly registers: readonly Register[];
  /** Every kind of table that may be handed in. */
  readonly tables: readonly Register[];
  readonly list: ForgottenList;
  /** Size of all files, in bytes. */
  readonly handedIn: number;
  /** The origin of a warehouse made from these files; undefined where the code is not known. */
  readonly originFrom: (contents: readonly Content[]) => string | undefined;
  /** @param records folder where DuckDB may read and write */
  readonly cacheIn: (records: string) => Cache | undefined;
}

export const workOf = (order: Order): Work => {
  const { data, out, organisation, rooms, asOf, forgotten, code, comments = true, fresh, kept } = order;
  const tables = tablesOf(organisation);
  const list = forgotten ?? forgottenIn(data);
  const inbox = lookInto(data);
  return {
    ...order,
    comments,
    inbox,
    registers: registersOf(organisation),
    tables,
    list,
    handedIn: inbox.files.reduce((sum, { bytes }) => sum + bytes, 0),
    originFrom: (contents) =>
      code && originOf({ code: code.whole, organisation, contents, list, asOf, comments }),
    cacheIn: (records) =>
      code &&
      new Cache(
        out,
        records,
        { engine: code.engine, registers: tables, contractOf: (one) => contractOf(one, rooms), list },
        fresh,
        kept,
      ),
  };
};
