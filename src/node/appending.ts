import { type DuckDBAppender, DuckDBDataChunk, type DuckDBType } from "@duckdb/node-api";
import { type Value, vector } from "./append.ts";
import type { Warehouse } from "./warehouse.ts";

/** Takes rows of a table one by one, and holds no more of them than a vector. */
export class Appending {
  readonly #appender: DuckDBAppender;
  readonly #types: readonly DuckDBType[];
  readonly #columns: Value[][];

  private constructor(appender: DuckDBAppender, types: readonly DuckDBType[]) {
    this.#appender = appender;
    this.#types = types;
    this.#columns = types.map(() => []);
  }

  static async open(
    warehouse: Warehouse,
    schema: string,
    table: string,
    types: readonly DuckDBType[],
  ): Promise<Appending> {
    return new Appending(await warehouse.connection.createAppender(table, schema), types);
  }

  add(row: readonly Value[]): void {
    for (const [i, column] of this.#columns.entries()) column.push(row[i] ?? null);
    if (this.#columns[0]?.length === vector) this.#flush();
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
