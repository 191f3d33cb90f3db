import { type DuckDBAppender, DuckDBDataChunk, INTEGER, VARCHAR } from "@duckdb/node-api";
import type { Register } from "../register.ts";
import type { Values } from "../row.ts";
import { name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** DuckDB's vector size: rows handed over at once. */
const size = 2048;

/** Where a register's sound rows wait, as canonical texts, until references and keys are settled. */
export const staged = (register: Register): string => table("staging", register.id);

/** Makes the staging tables of registers. */
export const prepareStages = (warehouse: Warehouse, registers: readonly Register[]): Promise<void> =>
  warehouse.run(
    registers
      .map((register) => {
        const columns = Object.keys(register.fields).map((id) => `${name(id)} VARCHAR`);
        return `CREATE TABLE ${staged(register)} (_file INTEGER, _line INTEGER, ${columns.join(", ")})`;
      })
      .join("; "),
  );

/** Takes rows of one register, column-wise, a vector at a time. */
export class Stage {
  readonly #appender: DuckDBAppender;
  readonly #types;
  readonly #columns: (string | number | null)[][];

  private constructor(appender: DuckDBAppender, fields: number) {
    this.#appender = appender;
    this.#types = [INTEGER, INTEGER, ...Array.from({ length: fields }, () => VARCHAR)];
    this.#columns = this.#types.map(() => []);
  }

  static async open(warehouse: Warehouse, register: Register): Promise<Stage> {
    const appender = await warehouse.connection.createAppender(register.id, "staging");
    return new Stage(appender, Object.keys(register.fields).length);
  }

  add(file: number, line: number, values: Values): void {
    this.#columns[0]?.push(file);
    this.#columns[1]?.push(line);
    for (let i = 0; i < values.length; i++) this.#columns[i + 2]?.push(values[i] ?? null);
    if (this.#columns[0]?.length === size) this.#flush();
  }

  close(): void {
    this.#flush();
    this.#appender.closeSync();
  }

  #flush(): void {
    const rows = this.#columns[0]?.length ?? 0;
    if (rows === 0) return;
    const chunk = DuckDBDataChunk.create(this.#types, rows);
    chunk.setColumns(this.#columns);
    this.#appender.appendDataChunk(chunk);
    for (const column of this.#columns) column.length = 0;
  }
}
