import type { Inspection, InspectionProblem } from "./inspection.ts";
import { mend, type Problem, why } from "./problem.ts";
import { type Outcome, read } from "./read.ts";
import type { Register } from "./register.ts";
import type { Values } from "./row.ts";
import type { Lang } from "./words.ts";

/** A table as it was understood: the register's headers and the rows it would accept, as canonical texts. */
export interface Understood {
  readonly headers: readonly string[];
  readonly rows: readonly Values[];
}

const problemIn =
  (lang: Lang) =>
  (problem: Problem): InspectionProblem => ({
    line: problem.line,
    field: problem.field,
    header: problem.header,
    found: problem.found,
    why: why(problem.fault, lang),
    mend: mend(problem.fault, lang),
    severity: problem.severity,
  });

/** Rows that say again, word for word, what the row before them under the same key said. */
const repeats = (register: Register, rows: readonly Values[]): Set<Values> => {
  const ids = Object.keys(register.fields);
  const places = (keys: readonly string[]): number[] => keys.map((id) => ids.indexOf(id));
  const [first, other] = [places(register.key), places(register.otherwiseKey ?? register.key)];
  const latest = new Map<string, string>();
  return new Set(
    rows.filter((row) => {
      const own = first.every((i) => row[i] !== null);
      const key = JSON.stringify((own ? first : other).map((i) => row[i]).concat(own ? "" : "*"));
      const said = JSON.stringify(row);
      const again = latest.get(key) === said;
      latest.set(key, said);
      return again;
    }),
  );
};

const separatorNames: Readonly<Record<string, string>> = { "\t": "tab" };

const inspected = (
  outcome: Outcome,
  rows: readonly Values[],
  problems: readonly Problem[],
  lang: Lang,
): Inspection => {
  const { header, encoding, separator, read: count, refused } = outcome;
  const repeated = header ? repeats(header.register, rows).size : 0;
  return {
    encoding: encoding ?? "",
    separator: separator === null ? "" : (separatorNames[separator] ?? separator),
    headerLine: header?.line ?? null,
    register: header?.register.id ?? null,
    registerWords: header?.register.words[lang] ?? "",
    read: count,
    accepted: count - refused - repeated,
    refused,
    repeated,
    problems: problems.map(problemIn(lang)),
    columns: (header?.columns ?? []).map(({ header: said, field }) => ({
      header: said,
      field,
      words: (field && header?.register.fields[field]?.words[lang]) || "",
    })),
  };
};

/**
 * Looks at one file without loading it, the same in Node and in the browser.
 * References to other registers are not looked up: one file alone cannot answer them.
 */
export const inspect = (
  bytes: Uint8Array,
  registers: readonly Register[],
  lang: Lang,
): { readonly inspection: Inspection; readonly understood: Understood | null } => {
  const rows: Values[] = [];
  const problems: Problem[] = [];
  const outcome = read(bytes, registers, {
    row: (values) => rows.push(values),
    problem: (problem) => problems.push(problem),
  });
  const { header } = outcome;
  const headers = header ? Object.values(header.register.fields).map((field) => field.words.zh) : [];
  return {
    inspection: inspected(outcome, rows, problems, lang),
    understood: header ? { headers, rows } : null,
  };
};
