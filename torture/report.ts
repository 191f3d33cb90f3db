import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { home } from "../test/workbench.ts";

const file = path.join(home, "RELIABILITY.md");

/** Where and when something was measured. */
export const circumstances = async (): Promise<string> => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const [[duckdb] = []] = (await connection.runAndReadAll("SELECT version()")).getRows();
  connection.closeSync();
  instance.closeSync();
  const load = os.loadavg()[0]?.toFixed(0);
  return [
    new Date().toISOString().slice(0, 10),
    `${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), load ${load}, ${Math.round(os.totalmem() / 2 ** 30)} GB`,
    `${os.type()} ${os.release()}`,
    `Node ${process.version}`,
    `DuckDB ${duckdb}`,
  ].join(" · ");
};

export const tableOf = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Writes what a harness found between its marks in RELIABILITY.md. @throws where the marks are not there */
export const record = (harness: string, text: string): void => {
  const [begin, end] = [`<!-- ${harness}: begin -->`, `<!-- ${harness}: end -->`];
  const whole = readFileSync(file, "utf8");
  const [from, to] = [whole.indexOf(begin), whole.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`RELIABILITY.md lacks ${begin} … ${end}`);
  writeFileSync(file, `${whole.slice(0, from)}${begin}\n${text.trim()}\n${whole.slice(to)}`);
};
