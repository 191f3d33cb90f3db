import { folded, Lookout } from "../lookout.ts";
import type { Organisation } from "../organisation.ts";
import { isLikeName } from "../surname.ts";
import type { RawRow } from "../table.ts";
import { enter } from "./ledger.ts";
import type { Loaded } from "./loaded.ts";
import { excusedOf, meantIn, type Whose, watchedFor } from "./personal_values.ts";
import type { Warehouse } from "./warehouse.ts";

/**
 * The names in rows that were refused. They stand in no register, so nothing watches for them. Their cells may have
 * shifted, and any word may stand where a name should: what is like a name is looked for, in names of files alone,
 * which pages tell.
 */
export class RefusedNames {
  readonly #values = new Lookout<Whose>();

  /** @param rows refused rows of the table, as sent */
  add({ table: { header } }: Loaded, rows: readonly RawRow[]): void {
    if (!header) return;
    const { register, columns } = header;
    const named = columns.flatMap(({ field: id }, at) => {
      const field = id === null ? undefined : register.fields[id];
      return field?.personal && field.identifies && field.options === undefined ? [{ at, field }] : [];
    });
    for (const { cells } of rows)
      if (cells.length <= columns.length)
        for (const { at, field } of named)
          for (const piece of watchedFor(cells[at] ?? "", field))
            if (isLikeName(piece)) this.#values.add(piece, { register, field });
  }

  /** Writes down that such a name stands in that of a file, where it does: nothing is published then. */
  async enter(warehouse: Warehouse, organisation: Organisation): Promise<void> {
    if (this.#values.size === 0) return;
    const files = await warehouse.rows("SELECT DISTINCT path FROM intake.files");
    const texts = files.map(({ path }) => folded(path ?? ""));
    // The words of all registers tell what excuses a name: they are asked only where there is one.
    if (!texts.some((text) => this.#values.find(text).next().done === false)) return;
    const excused = await excusedOf(warehouse, organisation, this.#values, []);
    const found = texts.flatMap((text) => [...meantIn(text, { values: this.#values, excused })]);
    const told = new Set(found.map(({ of }) => of.register.words));
    await enter(
      warehouse,
      "still_named",
      [...told].map(({ zh, en }) => [
        `《${zh}》有一行已退回，所记的人的姓名写在一份文件的名称里`,
        `a row of “${en}” was refused, and the name in it stands in that of a file`,
      ]),
    );
  }
}
