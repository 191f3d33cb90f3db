import { folded, Lookout, within } from "../lookout.ts";
import type { Organisation } from "../organisation.ts";
import type { RawRow } from "../table.ts";
import { words } from "../words.ts";
import { enter } from "./ledger.ts";
import type { Loaded } from "./loaded.ts";
import { excusedOf, type Whose, watchedFor } from "./personal_values.ts";
import type { Warehouse } from "./warehouse.ts";

/**
 * The names in rows that were refused. They stand in no register, so nothing watches for them; and their cells may have
 * shifted, so that they are looked for in names of files alone, which pages tell.
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
            this.#values.add(piece, { register, field });
  }

  /** Writes down that such a name stands in that of a file, where it does: nothing is published then. */
  async enter(warehouse: Warehouse, organisation: Organisation): Promise<void> {
    if (this.#values.size === 0) return;
    const files = await warehouse.rows("SELECT DISTINCT path FROM intake.files");
    const places = files.flatMap(({ path }) => {
      const text = folded(path ?? "");
      return [...this.#values.find(text)].map(({ value, at }) => within(text, at, value.length));
    });
    // What excuses a name is looked for among all words of the registers.
    if (places.length === 0) return;
    const excused = await excusedOf(warehouse, organisation, this.#values, []);
    const isTold = places.some((place) => !excused.has(place));
    const told = words(
      "文件名里有一行退回的人的姓名",
      "the name of a file holds that of somebody in a row that was refused",
    );
    if (isTold) await enter(warehouse, "still_named", [[told.zh, told.en]]);
  }
}
