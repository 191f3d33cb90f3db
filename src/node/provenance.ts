import { type Organisation, registersOf } from "../organisation.ts";
import { literal, name, table } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** A file that gave rows to a figure, and what of it was set aside. */
export interface Origin {
  readonly file: string;
  readonly register: string;
  /** Rows of the figure's model that come from it. */
  readonly rows: number;
  readonly sha256: string;
}

/** A line that was handed in and is in no figure: it might have counted here. */
export interface SetAside {
  readonly file: string;
  readonly line: number;
  readonly fate: "refused" | "superseded" | "repeated";
}

const inList = (texts: readonly string[]): string => `(${["''", ...texts.map(literal)].join(", ")})`;

/** The files behind rows, the most rows first. */
export const originsOf = async (
  warehouse: Warehouse,
  files: readonly (string | null)[],
): Promise<Origin[]> => {
  const counts = new Map<string, number>();
  for (const file of files) if (file !== null) counts.set(file, (counts.get(file) ?? 0) + 1);
  const rows = await warehouse.rows(
    `SELECT path, register, sha256 FROM intake.files WHERE path IN ${inList([...counts.keys()])}`,
  );
  return rows
    .map(({ path, register, sha256 }) => ({
      file: path ?? "",
      register: register ?? "",
      rows: counts.get(path ?? "") ?? 0,
      sha256: sha256 ?? "",
    }))
    .sort((a, b) => b.rows - a.rows || (a.file < b.file ? -1 : 1));
};

/** Lines of the same registers that were refused, superseded or repeated, by file and line. */
export const setAsideIn = async (warehouse: Warehouse, registers: readonly string[]): Promise<SetAside[]> => {
  const among = inList(registers);
  const rows = await warehouse.rows(`
    SELECT path, line, min(fate) AS fate FROM (
      SELECT path, line, 'refused' AS fate FROM intake.problems JOIN intake.files USING (file_id)
      WHERE severity = 'error' AND line IS NOT NULL AND register IN ${among}
      UNION ALL
      SELECT path, line, fate FROM intake.set_aside JOIN intake.files USING (file_id)
      WHERE set_aside.register IN ${among})
    GROUP BY path, line ORDER BY path, line`);
  return rows.map(({ path, line, fate }) => ({
    file: path ?? "",
    line: Number(line),
    fate: (fate ?? "refused") as SetAside["fate"],
  }));
};

/**
 * The lines as they were accepted, by `file:line`: field → value under the register's own headers.
 * @param personal personal fields are told; otherwise they are masked
 */
export const recordsOf = async (
  warehouse: Warehouse,
  organisation: Organisation,
  origins: readonly Origin[],
  personal: boolean,
): Promise<Map<string, Record<string, string>>> => {
  const records = new Map<string, Record<string, string>>();
  for (const register of registersOf(organisation)) {
    const files = origins.filter((o) => o.register === register.id).map((o) => o.file);
    if (files.length === 0) continue;
    const fields = Object.entries(register.fields);
    const rows = await warehouse.rows(
      `SELECT _file, _line, ${fields.map(([id]) => name(id)).join(", ")} FROM ${table(register.room, register.id)} WHERE _file IN ${inList(files)}`,
    );
    for (const row of rows) {
      const told = fields.flatMap(([id, field]): [string, string][] => {
        const value = row[id] ?? null;
        return value === null ? [] : [[field.words.zh, field.personal && !personal ? "***" : value]];
      });
      records.set(`${row._file}:${row._line}`, Object.fromEntries(told));
    }
  }
  return records;
};
