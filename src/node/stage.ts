import { INTEGER, VARCHAR } from "@duckdb/node-api";
import type { Register } from "../register.ts";
import type { Values } from "../row.ts";
import { Appending } from "./appending.ts";
import { name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

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

/** Takes rows of one register. */
export class Stage {
  readonly #rows: Appending;

  private constructor(rows: Appending) {
    this.#rows = rows;
  }

  static async open(warehouse: Warehouse, register: Register): Promise<Stage> {
    const texts = Object.keys(register.fields).map(() => VARCHAR);
    return new Stage(await Appending.open(warehouse, "staging", register.id, [INTEGER, INTEGER, ...texts]));
  }

  add(file: number, line: number, values: Values): void {
    this.#rows.add([file, line, ...values]);
  }

  close(): void {
    this.#rows.close();
  }
}
