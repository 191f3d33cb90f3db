import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Organisation, registersOf } from "../organisation.ts";
import type { Publication } from "../publication.ts";

/** The templates that staff download: one per register, named as staff call it. */
export const templatesOf = (organisation: Organisation): Publication["templates"] =>
  registersOf(organisation).map(({ room, words }) => ({ room, words, file: `${words.zh}.csv` }));

/** Excel on Chinese Windows reads UTF-8 only behind a byte order mark. */
const mark = "\ufeff";

/** Writes each register's example as its template; a register without one gets its headers alone. */
export const writeTemplates = (organisation: Organisation, rooms: string, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  for (const { id, room, words, fields } of registersOf(organisation)) {
    const example = path.join(rooms, room, "examples", `${id}.csv`);
    const headers = Object.values(fields).map((field) => field.words.zh);
    const text = existsSync(example) ? readFileSync(example, "utf8") : `${headers.join(",")}\n`;
    const plain = text.replace(/^\ufeff/, "").replaceAll(/\r?\n/g, "\r\n");
    writeFileSync(path.join(folder, `${words.zh}.csv`), mark + plain);
  }
};
