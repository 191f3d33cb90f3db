import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { organisation } from "../pipelines/index.ts";
import type { Figure } from "../src/figure.ts";
import { figuresOf } from "../src/node/figures.ts";
import { type Ingested, ingest } from "../src/node/ingest.ts";
import { openWarehouse, type Warehouse } from "../src/node/warehouse.ts";
import { warehouseFile } from "../src/node/warehouse_file.ts";
import type { Organisation } from "../src/organisation.ts";

export const home = fileURLToPath(new URL("..", import.meta.url));
export const rooms = path.join(home, "pipelines");

/** The organisation with the rosters and these rooms alone: the fewer rooms, the quicker an ingest. */
export const withRooms = (...ids: readonly string[]): Organisation => ({
  ...organisation,
  rooms: organisation.rooms.filter(({ id }) => id === "rosters" || ids.includes(id)),
});

const sqlOf = (id: string): string =>
  ["model.sql", "checks.sql"]
    .map((file) => path.join(rooms, id, file))
    .map((file) => (existsSync(file) ? readFileSync(file, "utf8") : ""))
    .join("\n");

/** The organisation with the rosters, a room, and those that its SQL reads: all, where that asks which ones there are. */
export const withRoom = (id: string): Organisation => {
  if (/\bintake\.(?:registers|rooms|indicators)\b/.test(sqlOf(id))) return organisation;
  const needed = new Set([id]);
  for (const one of needed)
    for (const other of organisation.rooms)
      if (new RegExp(`\\b${other.id}\\.`).test(sqlOf(one))) needed.add(other.id);
  return withRooms(...needed);
};

/** A folder that goes with the test. */
export class Workbench {
  readonly folder: string;
  readonly data: string;
  readonly out: string;

  readonly of: Organisation;
  /** Where the rooms' SQL is. */
  readonly rooms: string;

  /**
   * @param of whose registers and figures they are
   * @param folder where it stands already; a new one by default
   * @param sql where the rooms' SQL is
   */
  constructor(of = organisation, folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-")), sql = rooms) {
    this.of = of;
    this.folder = folder;
    this.rooms = sql;
    this.data = path.join(folder, "data");
    this.out = path.join(folder, "build");
    mkdirSync(this.data, { recursive: true });
  }

  /** One without models and checks: an ingest that is looked at for what it reads and keeps takes half as long. */
  static modelless(of = organisation): Workbench {
    return new Workbench(of, undefined, path.join(home, "no", "rooms"));
  }

  /** Puts a file into data/. */
  put(name: string, content: string | Uint8Array): void {
    const file = path.join(this.data, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Puts a room's examples into data/. */
  putExamples(room: string): void {
    cpSync(path.join(rooms, room, "examples"), path.join(this.data, room), { recursive: true });
  }

  /**
   * Builds the warehouse. Few tests read the comments on its tables, which take as long as a small ingest.
   * @param more what is otherwise as usual: comments, bytes from which on files are read in bulk, the code
   */
  ingest(
    of = this.of,
    more: Partial<Omit<Parameters<typeof ingest>[0], "data" | "out" | "organisation">> = {},
  ): Promise<Ingested> {
    const usual = { data: this.data, out: this.out, rooms: this.rooms, progress: () => {}, comments: false };
    return ingest({ ...usual, organisation: of, ...more });
  }

  /** The figures of a room, or of all. */
  async figures(room = ""): Promise<Figure[]> {
    return this.ask((warehouse) =>
      figuresOf(warehouse, this.of, ({ name }) => room === "" || name.startsWith(`${room}.`)),
    );
  }

  /** Opened once for each warehouse that is built: to open one takes longer than most questions. */
  #opened: { readonly file: string; readonly warehouse: Warehouse } | undefined;

  async ask<T>(question: (warehouse: Warehouse) => Promise<T>): Promise<T> {
    const { ino, mtimeMs } = statSync(warehouseFile(this.out), { throwIfNoEntry: false }) ?? {};
    const file = `${ino} ${mtimeMs}`;
    if (this.#opened?.file !== file) {
      this.close();
      this.#opened = { file, warehouse: await openWarehouse(this.out) };
    }
    return question(this.#opened.warehouse);
  }

  /** Closes the warehouse, which the next question opens again. */
  close(): void {
    this.#opened?.warehouse.close();
    this.#opened = undefined;
  }

  rows(sql: string): Promise<Record<string, string | null>[]> {
    return this.ask((warehouse) => warehouse.rows(sql));
  }

  clear(): void {
    this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Every file below a folder, with paths relative to it. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
