import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { type Organisation, registersOf } from "../organisation.ts";
import { nobody } from "../personal.ts";
import type { Publication } from "../publication.ts";
import type { Register } from "../register.ts";

/** The templates that staff download: one per register, named as staff call it. */
export const templatesOf = (organisation: Organisation): Publication["templates"] =>
  registersOf(organisation).map(({ room, words }) => ({ room, words, file: `${words.zh}.csv` }));

/** Excel on Chinese Windows reads UTF-8 only behind a byte order mark. */
const mark = "\ufeff";

const impersonal = (register: Register, [headers = [], ...rows]: string[][]): string[][] => {
  const byHeader = new Map(Object.values(register.fields).map((field) => [field.words.zh, field]));
  const personal = headers.map((header) => byHeader.get(header)).map((f) => (f?.personal ? f.kind : null));
  const shown = (cell: string, i: number): string => {
    const kind = personal[i] ?? null;
    return kind === null || cell === "" ? cell : (nobody[kind] ?? "示例");
  };
  return [headers, ...rows.map((row) => row.map(shown))];
};

/** Writes each register's example as its template, without names; a register without one gets its headers alone. */
export const writeTemplates = (organisation: Organisation, rooms: string, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  for (const register of registersOf(organisation)) {
    const { id, room, words, fields } = register;
    const example = path.join(rooms, room, "examples", `${id}.csv`);
    const headers = Object.values(fields).map((field) => field.words.zh);
    const table = existsSync(example)
      ? Papa.parse<string[]>(readFileSync(example, "utf8").replace(/^\ufeff/, ""), { skipEmptyLines: true })
          .data
      : [headers];
    const text = Papa.unparse(impersonal(register, table), { newline: "\r\n" });
    writeFileSync(path.join(folder, `${words.zh}.csv`), `${mark}${text}\r\n`);
  }
};
