import type { DuckDBConnection } from "@duckdb/node-api";

/** One transaction that hundreds of statements share: each by itself would wait for the disk. */
export class Transaction {
  readonly #connection: DuckDBConnection;
  readonly #threads: number;
  #isOpen = false;

  /** @param threads of the database */
  constructor(connection: DuckDBConnection, threads: number) {
    this.#connection = connection;
    this.#threads = threads;
  }

  /** Does some work, and commits it. Where it fails nothing is committed any more: the database is closed next. */
  async over<T>(work: () => Promise<T>): Promise<T> {
    await this.#connection.run("BEGIN TRANSACTION");
    this.#isOpen = true;
    const result = await work();
    this.#isOpen = false;
    await this.#connection.run("COMMIT");
    return result;
  }

  /**
   * Commits what the work has done so far. Rows that are not committed yet DuckDB has one thread look through, however
   * many it has, while whoever asked waits for it at full speed (1.5.6): two cores do the work of one.
   */
  async soFar(): Promise<void> {
    if (this.#isOpen && this.#threads > 1) await this.#connection.run("COMMIT; BEGIN TRANSACTION");
  }
}
