import type { Register } from "../register.ts";
import type { RawRow } from "../table.ts";
import { isAny } from "./is_any.ts";
import type { SetWise } from "./set_wise.ts";
import { literal, name } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** Lines that are named in a condition; more are joined. */
const few = 8;
let made = 0;

/** Where a table of a file that was read in an earlier run stands, and what that reading kept of it. */
export interface Staged {
  readonly register: Register;
  /** The Parquet file with its sound rows: `_line`, then the fields as canonical texts, in order of line. */
  readonly parquet: string;
  /** Fields whose values are known to be few. */
  readonly listed: ReadonlySet<string>;
  /** The rows that were refused, by line, as sent. */
  readonly sent: ReadonlyMap<number, RawRow>;
  /** Reads the table once more, for rows at these lines that nobody had refused before. */
  readonly read: (lines: ReadonlySet<number>) => readonly RawRow[];
}

/** The sound rows of a table as an earlier run left them. */
export class StagedRows implements SetWise {
  readonly file: number;
  readonly path: string;
  readonly listed: ReadonlySet<string>;
  readonly #warehouse: Warehouse;
  readonly #staged: Staged;
  readonly #out: string;
  #moved: readonly string[] | undefined = [];

  /** @param file number of the table in the ledger */
  constructor(warehouse: Warehouse, staged: Staged, file: number, path: string) {
    made += 1;
    this.#warehouse = warehouse;
    this.#staged = staged;
    this.listed = staged.listed;
    this.#out = `moved_${made}`;
    this.file = file;
    this.path = path;
  }

  #select(placed: readonly string[]): string {
    const fields = Object.keys(this.#staged.register.fields).map(name);
    const rows = `SELECT ${["_line AS _rec", ...placed, ...fields].join(", ")} FROM read_parquet(${literal(this.#staged.parquet)})`;
    // A join may build its table from either side, and keeps the order of the other alone.
    if (!this.#moved) return `${rows} p ANTI JOIN ${this.#out} o ON p._line = o.line ORDER BY _line`;
    return this.#moved.length === 0
      ? rows
      : `${rows} WHERE ${this.#moved.map((line) => `_line <> ${line}`).join(" AND ")}`;
  }

  get rows(): string {
    return this.#select([]);
  }

  get staged(): string {
    return this.#select([`${this.file} AS _file`, "_line"]);
  }

  get isSifted(): boolean {
    return this.#moved === undefined;
  }

  distinct(fields: readonly string[]): string {
    return `SELECT DISTINCT ${fields.map(name).join(", ")} FROM (${this.rows})`;
  }

  merged(others: string): string {
    const columns = ["_line", ...Object.keys(this.#staged.register.fields).map(name)].join(", ");
    return `SELECT ${columns} FROM (${this.staged}) UNION ALL SELECT ${columns} FROM (${others}) ORDER BY _line`;
  }

  async move(into: string, chosen: (rows: string) => string): Promise<void> {
    const { run, rows } = this.#warehouse;
    const moving = `moving_${this.#out}`;
    await run(`CREATE TEMP TABLE ${moving} AS ${chosen(`(${this.staged})`)}`);
    // Nothing is ever inserted from no rows: see Bulk.move.
    if (await isAny(this.#warehouse, `FROM ${moving}`)) {
      await run(`
        INSERT INTO ${into} BY NAME SELECT * EXCLUDE (_rec) FROM ${moving};
        CREATE TEMP TABLE IF NOT EXISTS ${this.#out} (line INTEGER);
        INSERT INTO ${this.#out} SELECT _line FROM ${moving}`);
      const out = await rows(`SELECT line FROM ${this.#out} LIMIT ${few + 1}`);
      this.#moved = out.length <= few ? out.map(({ line }) => line as string) : undefined;
    }
    await run(`DROP TABLE ${moving}`);
  }

  async at(lines: readonly number[]): Promise<RawRow[]> {
    const { sent, read } = this.#staged;
    if (lines.every((line) => sent.has(line))) return lines.flatMap((line) => sent.get(line) ?? []);
    return [...read(new Set(lines))];
  }

  drop(): Promise<void> {
    return this.#warehouse.run(`DROP TABLE IF EXISTS temp.${this.#out}`);
  }
}
