import { availableParallelism } from "node:os";
import type { DuckDBConnection } from "@duckdb/node-api";

/** A database file, in bytes, over which one question keeps all cores and memory busy. */
const big = 500_000_000;

/** Questions that are put to a database at once at most. @param size of its file, in bytes */
export const lanesFor = (size: number): number => (size > big ? 1 : Math.min(availableParallelism(), 4));

/**
 * Connections to one database: a question that is asked while another is being answered gets one of its own. Asked one
 * after another, all go to the first.
 */
export class Lanes {
  readonly #connect: () => Promise<DuckDBConnection>;
  readonly #first: DuckDBConnection;
  readonly #others: DuckDBConnection[] = [];
  readonly #idle: DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];
  #opened = 1;
  /** Questions that may be asked at once. */
  readonly most: number;

  /** @param connect opens one more */
  constructor(first: DuckDBConnection, most: number, connect: () => Promise<DuckDBConnection>) {
    this.#connect = connect;
    this.#first = first;
    this.#idle = [first];
    this.most = most;
  }

  async #take(): Promise<DuckDBConnection> {
    const idle = this.#idle.shift();
    if (idle) return idle;
    if (this.#opened === this.most) return new Promise((given) => this.#waiting.push(given));
    this.#opened += 1;
    const fresh = await this.#connect();
    this.#others.push(fresh);
    return fresh;
  }

  #give(connection: DuckDBConnection): void {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else if (connection === this.#first) this.#idle.unshift(connection);
    else this.#idle.push(connection);
  }

  /** Puts a question to a connection that is idle. */
  async ask<T>(question: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const own = await this.#take();
    try {
      return await question(own);
    } finally {
      this.#give(own);
    }
  }

  close(): void {
    for (const one of [this.#first, ...this.#others]) one.closeSync();
  }
}
