import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { isWorkbook } from "../decode.ts";
import type { Outcome } from "../read.ts";
import type { Register } from "../register.ts";
import type { RawRow } from "../table.ts";
import { headersOf } from "./contract.ts";
import type { ForgottenList } from "./forgotten.ts";
import { type Handed, sameBytes, sha256 } from "./inbox.ts";
import { type Found, type Kept, rowsOf, type Told, type ToldTable, tells } from "./kept_file.ts";
import { sealed, unsealed } from "./sealed.ts";
import { literal, name } from "./sql.ts";
import type { Staged } from "./staged_rows.ts";
import type { Warehouse } from "./warehouse.ts";
import { sync, writeWhole } from "./whole_file.ts";

/** Bytes from which on keeping what was read is quicker than reading again, of a text and of a workbook. */
const pays = { text: 1_000_000, workbook: 50_000 };

/**
 * What is kept only spares the next run work: where the folder was deleted meanwhile, or the disk will not take more,
 * nothing is kept. DuckDB's errors pass: they end the transaction.
 */
const unlessRefused = (error: unknown): void => {
  if (typeof (error as NodeJS.ErrnoException).code !== "string") throw error;
};

/** What decides how a file is read. */
export interface Reading {
  /** The engine's code. */
  readonly engine: string;
  readonly registers: readonly Register[];
  /** A hash of a register's contract. */
  readonly contractOf: (register: Register) => string;
  readonly list: ForgottenList;
}

/** Rows that other registers refused, as sent. */
interface Beside {
  /** The table that they are of. */
  readonly of: string;
  readonly rows: readonly Pick<RawRow, "line" | "cells">[];
}

const sentBeside = (file: string, of: string): Beside["rows"] => {
  if (!existsSync(file)) return [];
  const beside = JSON.parse(unsealed(readFileSync(file, "utf8")) ?? "{}") as Partial<Beside>;
  return beside.of === of ? (beside.rows ?? []) : [];
};

/**
 * What reading gave of each file, by the hash of its bytes: to be used again while the engine, the words of all headers,
 * the contract of the file's own register and the list of the forgotten are the same. It may be deleted at any time, and
 * what is damaged or anybody else's in it counts as absent. A file in which somebody forgotten occurs is not kept.
 */
export class Cache {
  readonly #folder: string;
  readonly #open: string;
  readonly #reading: Reading;
  readonly #key: string;
  readonly #contracts = new Map<string, string>();
  /** Entries that present files use. */
  readonly #used = new Set<string>();
  readonly #fresh: boolean;
  readonly #from: typeof pays;

  /**
   * @param open folder in which DuckDB may read and write
   * @param fresh nothing is found in it, whatever is there
   * @param from bytes from which on a file is kept
   */
  constructor(out: string, open: string, reading: Reading, fresh = false, from = pays) {
    this.#folder = path.join(out, "cache");
    this.#open = open;
    this.#reading = reading;
    this.#fresh = fresh;
    this.#from = from;
    const { persons } = reading.list;
    this.#key = sha256(
      JSON.stringify([
        reading.engine,
        headersOf(reading.registers),
        persons.length > 0 ? reading.list : null,
      ]),
    );
  }

  /** Whether a file is worth keeping. */
  isWorth(bytes: Uint8Array): boolean {
    return bytes.length >= (isWorkbook(bytes) ? this.#from.workbook : this.#from.text);
  }

  #contractOf(register: Register): string {
    const known = this.#contracts.get(register.id) ?? this.#reading.contractOf(register);
    this.#contracts.set(register.id, known);
    return known;
  }

  /** Keeps what is there of files that need not be read. */
  use(hashes: Iterable<string>): void {
    for (const hash of hashes) this.#used.add(hash);
  }

  /** What reading a file gave in an earlier run; undefined where it must be read. */
  find(file: Handed, hash: string): { outcome: Outcome; tables: Found[] } | undefined {
    if (this.#fresh) return undefined;
    const entry = path.join(this.#folder, hash);
    try {
      const { of, key, tables, ...how } = JSON.parse(
        unsealed(readFileSync(path.join(entry, "told"), "utf8")) ?? "null",
      ) as Told;
      if (of !== hash || key !== this.#key) return undefined;
      const found = tables.map((told, at) =>
        this.#table(told, path.join(entry, `${at}.parquet`), `${hash}-${at}`, (lines) =>
          rowsOf(sameBytes(file, hash), this.#reading.registers, at, lines),
        ),
      );
      this.#used.add(hash);
      return { outcome: { ...how, tables: found.map(({ table }) => table) }, tables: found };
    } catch {
      return undefined;
    }
  }

  /** @throws where it is not whole, or was read under another contract */
  #table(told: ToldTable, file: string, called: string, again: Staged["read"]): Found {
    const { header, contract, parquet, listed, problems, mended, sent, ...rest } = told;
    const rows = [...sent, ...sentBeside(file.replace(/parquet$/, "sent"), called)];
    const traces = { problems, mended, sent: new Map(rows.map((row) => [row.line, row])) };
    if (header === null) return { ...traces, table: { ...rest, header }, staged: undefined };
    const register = this.#reading.registers.find(({ id }) => id === header.register);
    if (!register || contract !== this.#contractOf(register)) throw new Error("another contract");
    if (sha256(readFileSync(file)) !== parquet) throw new Error("damaged");
    const open = path.join(this.#open, `${called}.parquet`);
    if (!existsSync(open))
      try {
        linkSync(file, open);
      } catch {
        // Not every disk has links.
        copyFileSync(file, open);
      }
    return {
      ...traces,
      table: { ...rest, header: { ...header, register } },
      staged: { register, parquet: open, listed: new Set(listed), sent: traces.sent, read: again },
    };
  }

  /** Keeps what reading a file gave, if the disk lets it: made aside and put in place whole. */
  async keep(warehouse: Warehouse, hash: string, how: Outcome, tables: readonly Kept[]): Promise<void> {
    const aside = path.join(this.#open, hash);
    await this.#keep(warehouse, hash, how, tables, aside).catch(unlessRefused);
    rmSync(aside, { recursive: true, force: true });
  }

  async #keep(
    warehouse: Warehouse,
    hash: string,
    how: Outcome,
    tables: readonly Kept[],
    aside: string,
  ): Promise<void> {
    const { list, registers } = this.#reading;
    for (const table of tables) if (await tells(warehouse, list, registers, table)) return;
    mkdirSync(aside, { mode: 0o700 });
    const told: ToldTable[] = [];
    for (const [at, { table, rows, listed, problems, mended, sent }] of tables.entries()) {
      const { header } = table;
      const file = path.join(aside, `${at}.parquet`);
      if (header && rows !== null) {
        const fields = Object.keys(header.register.fields).map(name).join(", ");
        await warehouse.run(
          `COPY (SELECT _line, ${fields} FROM (${rows})) TO ${literal(file)} (FORMAT parquet, COMPRESSION lz4)`,
        );
        sync(file);
      }
      told.push({
        ...table,
        header: header && { ...header, register: header.register.id },
        contract: header && this.#contractOf(header.register),
        parquet: header && rows !== null ? sha256(readFileSync(file)) : null,
        listed: [...listed],
        problems,
        mended,
        sent: [...sent.values()].map(({ line, cells }) => ({ line, cells })),
      });
    }
    const { encoding, by, separator } = how;
    const text: Told = { of: hash, key: this.#key, encoding, by, separator, tables: told };
    writeFileSync(path.join(aside, "told"), sealed(JSON.stringify(text)), { mode: 0o600 });
    sync(path.join(aside, "told"));
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const entry = path.join(this.#folder, hash);
    rmSync(entry, { recursive: true, force: true });
    renameSync(aside, entry);
    this.#used.add(hash);
  }

  /** Keeps rows that other registers refused beside those that the reader did: they need not be looked for again. */
  remember(hash: string, at: number, rows: readonly RawRow[]): void {
    const file = path.join(this.#folder, hash, `${at}.sent`);
    if (!this.#used.has(hash)) return;
    const more: Beside = { of: `${hash}-${at}`, rows: rows.map(({ line, cells }) => ({ line, cells })) };
    const text = sealed(JSON.stringify(more));
    try {
      if (existsSync(file) && readFileSync(file, "utf8") === text) return;
      writeWhole(file, text);
    } catch (error) {
      unlessRefused(error);
    }
  }

  /** Drops whatever no present file uses. */
  clear(): void {
    try {
      this.#clear();
    } catch (error) {
      unlessRefused(error);
    }
  }

  #clear(): void {
    if (!existsSync(this.#folder)) return;
    for (const entry of readdirSync(this.#folder))
      if (!this.#used.has(entry)) rmSync(path.join(this.#folder, entry), { recursive: true, force: true });
    if (readdirSync(this.#folder).length === 0) rmSync(this.#folder, { recursive: true, force: true });
  }
}
