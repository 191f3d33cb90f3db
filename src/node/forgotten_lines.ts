import type { Header } from "../header.ts";
import { read } from "../read.ts";
import type { Register } from "../register.ts";
import type { Sink } from "../sink.ts";
import { openWorkbook } from "../workbook.ts";
import { type ForgottenList, whoIsMeant } from "./forgotten.ts";
import { sameBytes } from "./inbox.ts";
import { byFile, type Loaded } from "./loaded.ts";
import type { Warehouse } from "./warehouse.ts";

/** Lines of tables by their numbers in the ledger, `3:17`, and what stands instead of whom they are about. */
export type Lines = ReadonlyMap<string, string>;

/** How a line is called among `Lines`. */
export const lineOf = (file: number | string, line: number | string): string => `${file}:${line}`;

/**
 * Of the lines about which there is something to tell, those whose rows, as sent, are about somebody on the list: refused
 * ones stand in no register, so their files are read once more.
 */
export const forgottenLines = async (
  warehouse: Warehouse,
  loaded: readonly Loaded[],
  registers: readonly Register[],
  list: ForgottenList,
): Promise<Lines> => {
  const found = new Map<string, string>();
  if (list.persons.length === 0) return found;
  const told = await warehouse.rows(
    "SELECT DISTINCT file_id, line FROM intake.problems WHERE line IS NOT NULL",
  );
  const lines = new Set(told.map(({ file_id, line }) => lineOf(file_id ?? "", line ?? "")));
  const touched = new Set(told.map(({ file_id }) => Number(file_id)));
  for (const of of byFile(loaded).values()) {
    const [first] = of;
    if (!first || !of.some(({ id }) => touched.has(id))) continue;
    let at = 0;
    const open = (): Sink => {
      const id = of[at++]?.id ?? -1;
      let header: Header | undefined;
      return {
        begin: (one) => {
          header = one;
        },
        row: () => {},
        problem: () => {},
        raw: ({ cells, line }) => {
          const called = lineOf(id, line);
          if (!header || !lines.has(called)) return;
          const who = whoIsMeant(list, registers, header, cells);
          if (who) found.set(called, who.instead);
        },
      };
    };
    read(sameBytes(first.file, first.sha256), registers, open, openWorkbook);
  }
  return found;
};
