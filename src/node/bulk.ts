import type { Header } from "../header.ts";
import type { RawRow } from "../table.ts";
import type { Draft } from "./draft.ts";
import { Failure } from "./failure.ts";
import { isAny } from "./is_any.ts";
import { readRecords } from "./records.ts";
import { placesIn } from "./sample.ts";
import type { SetWise } from "./set_wise.ts";
import { cellsAsSent, type Place, valuesOf } from "./sound_row.ts";
import { name } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** Records that are named in a condition; more are joined. */
const few = 8;
/** Lines asked for at once. */
const atOnce = 1000;
let made = 0;

/**
 * The certified records of a file, or of several under one header, as cells in DuckDB, in their order. Those that are
 * canonical go on to the register's table set-wise; `out` names the others, and those that were moved away since.
 */
export class Bulk implements SetWise {
  readonly warehouse: Warehouse;
  readonly header: Header;
  /** What the columns are; once the records are read, also whether cells stand in them that no dictionary has. */
  places: readonly Place[];
  /** Tells the temporary tables of bulks apart. */
  readonly id: number;
  /** The temporary table of cells, and that of the numbers of records which are left out though their cells are sound. */
  readonly cells: string;
  readonly out: string;
  /** The file in the ledger: its number and its path. */
  file = 0;
  path = "";
  /** What is added to a record's number to give its line, or the temporary table in which each record's line stands. */
  readonly #lines: { readonly shift: number } | { readonly table: string };
  #first = "0";
  #few: readonly string[] | undefined = [];

  private constructor(warehouse: Warehouse, { header, scan }: Draft, places: readonly Place[]) {
    made += 1;
    this.id = made;
    this.warehouse = warehouse;
    this.header = header;
    this.places = places;
    this.cells = `cells_${made}`;
    this.out = `out_${made}`;
    const [shift, ...more] = scan.shifts as readonly [number, ...number[]];
    this.#lines = more.length === 0 ? { shift } : { table: `lines_${made}` };
  }

  /**
   * Reads the drafts' certified records into DuckDB.
   * @param drafts at least one, all under the same header
   * @param folder where DuckDB may read
   * @param often how often the cells of a column must recur for the law to be asked about each beforehand
   * @throws Failure when DuckDB sees another number of records than the scan
   */
  static async read(
    warehouse: Warehouse,
    drafts: readonly Draft[],
    folder: string,
    often = 8,
  ): Promise<Bulk> {
    const bulk = new Bulk(warehouse, drafts[0] as Draft, placesIn(drafts, often));
    const lines = "table" in bulk.#lines ? bulk.#lines.table : undefined;
    await readRecords(warehouse, drafts, bulk.places, folder, bulk.cells, lines);
    await warehouse.transaction.soFar();
    await warehouse.run(`CREATE TEMP TABLE ${bulk.out} (rec BIGINT)`);
    const [seen] = await warehouse.rows(
      `SELECT count(*) AS n, min(rowid) AS first, max(rowid) - min(rowid) + 1 AS span FROM ${bulk.cells}`,
    );
    const others = bulk.places.map(({ known, cell }, at) =>
      known
        ? `count(*) FILTER (WHERE ${cell} IS NULL AND _sent[${at + 1}] IS NOT NULL) AS ${cell}`
        : `0 AS ${cell}`,
    );
    const [unlisted] = await warehouse.rows(
      `SELECT ${others.join(", ")} FROM ${bulk.cells} WHERE _sent IS NOT NULL AND _sound`,
    );
    bulk.places = bulk.places.map((place, at) =>
      unlisted?.[`_${at}`] === "0" ? place : { ...place, other: `_sent[${at + 1}]` },
    );
    bulk.#first = seen?.first ?? "0";
    const expected = drafts.reduce((sum, { scan }) => sum + scan.records, 0);
    if (Number(seen?.n) !== expected || seen?.span !== seen?.n)
      throw new Failure(
        `读到 ${seen?.n} 行，应为 ${expected} 行，请联系维护人员`,
        `${seen?.n} records where there are ${expected}; tell the maintainers`,
      );
    return bulk;
  }

  /** SQL of a record's number, from 0. DuckDB counts rows that are not committed yet from elsewhere. */
  rec(of = ""): string {
    return `(${of && `${of}.`}rowid - ${this.#first})`;
  }

  /** @param recs SQL of the numbers of records that go no further from here */
  async leaveOut(recs: string): Promise<void> {
    await this.warehouse.run(`INSERT INTO ${this.out} ${recs}`);
    const out = await this.warehouse.rows(`SELECT DISTINCT rec FROM ${this.out} LIMIT ${few + 1}`);
    this.#few = out.length <= few ? out.map((row) => row.rec as string) : undefined;
  }

  /** SQL that keeps away what was left out: a few are named, for a join is felt where a million rows pass it. */
  get #without(): string {
    if (!this.#few) return `ANTI JOIN ${this.out} o ON ${this.rec("c")} = o.rec WHERE c._sound`;
    return `WHERE ${["c._sound", ...this.#few.map((rec) => `${this.rec("c")} <> ${rec}`)].join(" AND ")}`;
  }

  /** SQL of the canonical rows: `_rec`, then the register's fields as canonical texts. */
  get rows(): string {
    return this.#select(`${this.cells} c`, []);
  }

  /** SQL of the canonical rows as they wait in a staging table: `_file`, `_line`, the fields; `_rec` before them. */
  get staged(): string {
    return this.#select(this.#lined, [`${this.file} AS _file`, `${this.#line} AS _line`]);
  }

  #select(from: string, placed: readonly string[]): string {
    const columns = [`${this.rec("c")} AS _rec`, ...placed, ...valuesOf(this.header, this.places)];
    return `SELECT ${columns.join(", ")} FROM ${from} ${this.#without}`;
  }

  /** SQL of the distinct values of some fields in the canonical rows: found among the cells, most of them numbers. */
  distinct(ids: readonly string[]): string {
    const places = this.places.filter(({ id }) => id !== null && ids.includes(id));
    const isNarrow = places.length > 0 && places.every(({ other }) => other === undefined);
    const cells = `SELECT DISTINCT ${places.map(({ cell }) => cell).join(", ")} FROM ${this.cells} c ${this.#without}`;
    const values = isNarrow
      ? `SELECT ${valuesOf(this.header, places).join(", ")} FROM (${cells})`
      : this.rows;
    return `SELECT DISTINCT ${ids.map(name).join(", ")} FROM (${values})`;
  }

  /**
   * SQL of the canonical rows and, each in its place among them, rows of the file that wait elsewhere: `_line` and the
   * fields, in the order of the file. The cells are sorted as they are kept, most of them two bytes wide.
   * @param waiting SQL of those rows, with `_line`
   */
  merged(waiting: string): string {
    const fields = Object.keys(this.header.register.fields).map(name);
    const cells = this.places.flatMap(({ id, cell }) => (id === null ? [] : [`c.${cell}`]));
    if (this.places.some(({ other }) => other !== undefined)) cells.push("c._sent");
    const columns = valuesOf(
      this.header,
      this.places,
      (value, at) => `CASE WHEN w IS NULL THEN ${value} ELSE w[${at + 1}] END`,
    );
    return `SELECT ${["_line", ...columns].join(", ")} FROM (
      SELECT ${[`${this.#line} AS _line`, ...cells].join(", ")}, NULL::VARCHAR[] AS w FROM ${this.#lined} ${this.#without}
      UNION ALL BY NAME SELECT _line, [${fields.join(", ")}] AS w FROM (${waiting})
      ORDER BY _line)`;
  }

  get #line(): string {
    return "table" in this.#lines ? "l._line" : `(${this.rec("c")} + ${this.#lines.shift})::INTEGER`;
  }

  /** SQL of the cells with their lines. */
  get #lined(): string {
    return "table" in this.#lines
      ? `${this.cells} c POSITIONAL JOIN ${this.#lines.table} l`
      : `${this.cells} c`;
  }

  /** Fields whose cells stood in a dictionary. */
  get listed(): ReadonlySet<string> {
    return new Set(this.places.flatMap(({ id, known }) => (id !== null && known ? [id] : [])));
  }

  /** True where so much was left out since that the canonical rows no longer come in their order by themselves. */
  get isSifted(): boolean {
    return this.#few === undefined;
  }

  /** Says which file of the ledger the records are of. */
  place(file: number, path: string): void {
    this.file = file;
    this.path = path;
  }

  /**
   * Moves rows to the register's staging table, where they are settled with all others.
   * @param chosen SQL that gives the rows to move, of the rows it is handed
   */
  async move(into: string, chosen: (rows: string) => string): Promise<void> {
    const moving = `moving_${this.id}`;
    await this.warehouse.run(`CREATE TEMP TABLE ${moving} AS ${chosen(`(${this.staged})`)}`);
    // An insert of no rows was seen to swallow the rows of a big one after it, in the same transaction (DuckDB 1.5.6).
    if (await isAny(this.warehouse, `FROM ${moving}`)) {
      await this.warehouse.run(`INSERT INTO ${into} BY NAME SELECT * EXCLUDE (_rec) FROM ${moving}`);
      await this.leaveOut(`SELECT _rec FROM ${moving}`);
    }
    await this.warehouse.run(`DROP TABLE ${moving}`);
  }

  /** Cells of the records at these physical lines, as sent; lines at which no certified record begins are passed over. */
  async at(lines: readonly number[]): Promise<RawRow[]> {
    const found: RawRow[] = [];
    for (let from = 0; from < lines.length; from += atOnce) {
      const result = await this.warehouse.connection.runAndReadAll(
        `SELECT ${[`${this.#line} AS begins`, ...cellsAsSent(this.places)].join(", ")} FROM ${this.#lined}
         WHERE begins IN (${lines.slice(from, from + atOnce).join(", ")})`,
      );
      for (const [line, ...cells] of result.getRows() as [number, ...string[]][]) found.push({ line, cells });
    }
    return found;
  }

  async drop(): Promise<void> {
    const lines = "table" in this.#lines ? [this.#lines.table] : [];
    for (const one of [this.cells, this.out, ...lines])
      await this.warehouse.run(`DROP TABLE IF EXISTS temp.${one}`);
  }
}
