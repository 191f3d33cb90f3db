import { byName } from "../order.ts";
import type { Problem } from "../problem.ts";
import { quarter } from "../quarter.ts";
import type { Outcome } from "../read.ts";
import { read } from "../read.ts";
import { type Fault, fault } from "../reason.ts";
import type { Register } from "../register.ts";
import { bytesOf, type Handed, sha256 } from "./inbox.ts";
import { enter, problemRow } from "./ledger.ts";
import { prepareStage, Stage } from "./stage.ts";
import type { Warehouse } from "./warehouse.ts";

/** A file that was read: how it was understood, and the number it has in the ledger. */
export interface Loaded {
  readonly id: number;
  readonly path: string;
  readonly sha256: string;
  readonly outcome: Outcome;
  readonly copyOf: string | null;
}

const nothing: Outcome = { encoding: null, separator: null, header: null, preamble: {}, read: 0, refused: 0 };

const whole = (given: Fault, severity: Problem["severity"]): Problem => ({
  line: null,
  field: null,
  header: null,
  found: null,
  fault: given,
  severity,
});

const slurp = (file: Handed): Uint8Array | Fault => {
  if (!file.regular) return fault("file.unreadable", { found: "not a regular file" });
  try {
    return bytesOf(file);
  } catch (error) {
    return fault("file.unreadable", { found: (error as NodeJS.ErrnoException).code ?? "?" });
  }
};

/** Reads every file into its register's staging table and the ledger. A byte-for-byte copy is read once. */
export const load = async (
  warehouse: Warehouse,
  files: readonly Handed[],
  registers: readonly Register[],
  progress: (done: number, path: string) => void,
): Promise<Loaded[]> => {
  const stages = new Map<string, Stage>();
  for (const register of registers) {
    await prepareStage(warehouse, register);
    stages.set(register.id, await Stage.open(warehouse, register));
  }
  const first = new Map<string, Loaded>();
  const loaded: Loaded[] = [];
  for (const [id, file] of files.entries()) {
    progress(id, file.path);
    const problems: Problem[] = [];
    const bytes = slurp(file);
    const hash = "reason" in bytes ? "" : sha256(bytes);
    const original = first.get(hash);
    let outcome = nothing;
    if ("reason" in bytes) problems.push(whole(bytes, "error"));
    else if (original) {
      outcome = { ...original.outcome, refused: 0 };
      problems.push(whole(fault("file.copy", { original: original.path }), "warning"));
    } else {
      let stage: Stage | undefined;
      outcome = read(bytes, registers, {
        begin: ({ register }) => {
          stage = stages.get(register.id);
        },
        row: (values, line) => stage?.add(id, line, values),
        problem: (problem) => problems.push(problem),
      });
    }
    const result = { id, path: file.path, sha256: hash, outcome, copyOf: original?.path ?? null };
    if (hash !== "" && !original) first.set(hash, result);
    await enter(
      warehouse,
      "problems",
      problems.map((p) => problemRow(id, p)),
    );
    const columns = outcome.header?.columns ?? [];
    await enter(
      warehouse,
      "columns",
      columns.map((c, i) => [id, i + 1, c.header, c.field]),
    );
    loaded.push(result);
  }
  for (const stage of stages.values()) stage.close();
  return loaded;
};

/** The day a file speaks for: its filing date, else the last day of its 期别; undefined where it states neither. */
export const statedDay = ({ outcome: { preamble } }: Loaded): string | undefined =>
  preamble.filed ?? (preamble.period ? quarter(preamble.period).lastDay : undefined);

/**
 * The order in which files speak, the last word counting: files that state no day first, by name; then those that
 * state one, by day and name. A stated day survives renaming and copying, a name does not.
 */
export const inOrder = (files: readonly Loaded[]): Loaded[] =>
  [...files].sort((a, b) => {
    const [left, right] = [statedDay(a) ?? "", statedDay(b) ?? ""];
    return left === right ? byName(a.path, b.path) : left < right ? -1 : 1;
  });
