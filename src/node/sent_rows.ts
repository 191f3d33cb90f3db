import { read } from "../read.ts";
import type { Register } from "../register.ts";
import type { Sink } from "../sink.ts";
import { openWorkbook } from "../workbook.ts";
import { bytesOf, lookInto } from "./inbox.ts";

/** A row as it was sent, whatever became of it. */
export interface SentRow {
  readonly register: Register;
  /** Id of the field that each cell is of; null where its column is no field. */
  readonly fields: readonly (string | null)[];
  readonly cells: readonly string[];
  readonly file: string;
  readonly line: number;
}

/**
 * Looks at every row in `data/`: refused, superseded and repeated ones and copies too. Files that are no register are not
 * looked into.
 */
export const eachSentRow = (
  data: string,
  registers: readonly Register[],
  progress: (path: string) => void,
  look: (row: SentRow) => void,
): void => {
  for (const file of lookInto(data).files) {
    const bytes = bytesOf(file);
    if ("reason" in bytes) continue;
    progress(file.path);
    const open = (): Sink => {
      let of: Pick<SentRow, "register" | "fields"> | undefined;
      return {
        begin: ({ register, columns }) => {
          of = { register, fields: columns.map(({ field }) => field) };
        },
        row: () => {},
        problem: () => {},
        raw: ({ cells, line }) => {
          if (of) look({ ...of, cells, file: file.path, line });
        },
      };
    };
    read(bytes, registers, open, openWorkbook);
  }
};
