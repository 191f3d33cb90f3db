import type { Field } from "./field.ts";
import type { Column, Header } from "./header.ts";
import { type MoneyUnit, withUnit } from "./money.ts";
import { type Problem, quoted, type Severity } from "./problem.ts";
import { type Fault, fault } from "./reason.ts";
import { surplusColumn } from "./receipt.ts";
import type { Register } from "./register.ts";
import type { RawRow } from "./table.ts";
import { isBlank } from "./text.ts";
import { isUntitled } from "./untitled.ts";

/** Canonical texts in the order of the register's fields; null is empty. */
export type Values = readonly (string | null)[];

/** What judging one row gives: its values unless an error stands among the problems. */
export interface Judged {
  readonly values: Values | null;
  readonly problems: readonly Problem[];
  /** What could be read cell by cell, undefined where a cell could not; null where the cells cannot be told apart. */
  readonly legible: readonly (string | null | undefined)[] | null;
}

/** What the law says of one cell. */
export type Verdict = { readonly value: string | null; readonly doubt?: Fault } | { readonly fault: Fault };

/** Distinct cell texts remembered per column: dates, codes and list words recur by the thousand. */
const remembered = 20_000;

/** Asks the law about a cell. @param unit unit of amounts that header or sheet state */
export const verdictOf = (field: Field, cell: string, unit: MoneyUnit | undefined): Verdict => {
  const parsed = field.type.safeParse(field.kind === "money" && !isBlank(cell) ? withUnit(cell, unit) : cell);
  if (!parsed.success) {
    const issue = parsed.error.issues[0] as { params?: Fault } | undefined;
    return { fault: issue?.params ?? fault("cell.empty") };
  }
  const doubt = parsed.data === null ? undefined : field.doubt?.(parsed.data);
  return { value: parsed.data, ...(doubt && { doubt }) };
};

const remembering = (field: Field, unit: MoneyUnit | undefined): ((cell: string) => Verdict) => {
  const known = new Map<string, Verdict>();
  return (cell) => {
    const seen = known.get(cell);
    if (seen) return seen;
    const verdict = verdictOf(field, cell, unit);
    if (known.size < remembered) known.set(cell, verdict);
    return verdict;
  };
};

const masked = (cell: string): string => (cell === "" ? cell : `${[...cell][0]}***`);

const hidden = (given: Fault, cell: string): Fault =>
  given.with && "found" in given.with ? { ...given, with: { ...given.with, found: masked(cell) } } : given;

const cellProblem = (line: number, id: string, field: Field, column: Column | undefined, cell: string) => {
  const found = quoted(cell);
  return (given: Fault, severity: Severity): Problem => ({
    line,
    field: id,
    header: column?.header ?? field.words.zh,
    found: found === "" ? null : field.personal ? masked(found) : found,
    fault: field.personal ? hidden(given, found) : given,
    severity,
  });
};

const rowProblem = (
  line: number,
  given: Fault,
  severity: Severity = "error",
  field: string | null = null,
): Problem => ({
  line,
  field,
  header: null,
  found: null,
  fault: given,
  severity,
});

const eitherProblems = (
  register: Register,
  ids: readonly string[],
  values: Values,
  line: number,
): Problem[] =>
  (register.either ?? [])
    .filter((group) => group.every((id) => values[ids.indexOf(id)] === null))
    .map((group) => {
      const named = (lang: "zh" | "en") =>
        group.map((id) => register.fields[id]?.words[lang]).join(lang === "zh" ? "、" : ", ");
      return rowProblem(line, fault("row.either", { fields: named("zh"), fields_en: named("en") }));
    });

const ruleProblems = (
  register: Register,
  ids: readonly string[],
  values: Values,
  line: number,
): Problem[] => {
  if (!register.rules?.length) return [];
  const row = Object.fromEntries(ids.map((id, i) => [id, values[i] ?? null]));
  return register.rules
    .filter((rule) => !rule.holds(row))
    .map(({ why, mend, severity, field }) =>
      rowProblem(
        line,
        fault("row.rule", { why: why.zh, why_en: why.en, mend: mend.zh, mend_en: mend.en }),
        severity,
        field,
      ),
    );
};

const refusedRow = (line: number, given: Fault): Judged => ({
  values: null,
  problems: [rowProblem(line, given)],
  legible: null,
});

/** Says why a row has not as many cells as its header; undefined where it may be read all the same. */
const misfitting = (
  { register, columns }: Header,
  trimmed: boolean,
): ((cells: readonly string[]) => Fault | undefined) => {
  const blank = ({ header, field }: Column): boolean => field === null && header === "";
  const wide = columns.findLastIndex((column) => !blank(column)) + 1;
  const stray = columns.slice(0, wide).some(({ header, field }) => field === null && !isUntitled(header));
  const beyond = columns.flatMap(({ header }, at) => (header === surplusColumn ? [at] : []));
  return (cells) => {
    const last = beyond.findLast((at) => (cells[at] ?? "").trim() !== "");
    if (last !== undefined)
      return fault("row.ragged", { cells: String(last + 1), columns: String(beyond[0]) });
    if (cells.length === columns.length) return undefined;
    const counts = { cells: String(cells.length), columns: String(columns.length) };
    if (cells.length > columns.length) {
      const surplus = cells.slice(columns.length).some((cell) => cell.trim() !== "");
      return surplus || stray ? fault("row.ragged", counts) : undefined;
    }
    if (cells.length >= wide) return undefined;
    const lacks = columns.slice(cells.length, wide);
    const missing = lacks
      .map(({ header }) => header)
      .filter(Boolean)
      .join("、");
    const required = lacks.some(({ field }) => field !== null && !register.fields[field]?.optional);
    return trimmed && !stray && !required ? undefined : fault("row.short", { ...counts, missing });
  };
};

/**
 * Makes the judge of a table's rows: every cell goes through its field's zod type, then the rules between cells.
 * @param unit unit of amounts stated above the header, where neither cell nor header states one
 * @param trimmed cells left out at the ends of rows are empty ones
 */
export const judge = (header: Header, unit?: MoneyUnit, trimmed = false): ((row: RawRow) => Judged) => {
  const { register, columns } = header;
  const ids = Object.keys(register.fields);
  const misfit = misfitting(header, trimmed);
  const readers = ids.map((id) => {
    const at = columns.findIndex((c) => c.field === id);
    const column = columns[at];
    const field = register.fields[id] as Field;
    return { id, at, column, field, verdict: remembering(field, column?.unit ?? unit) };
  });
  return ({ cells, line, broken }) => {
    if (broken) return refusedRow(line, fault(`row.${broken}`));
    const wrong = misfit(cells);
    if (wrong) return refusedRow(line, wrong);
    const problems: Problem[] = [];
    let sound = true;
    const legible = readers.map(({ id, at, column, field, verdict }) => {
      if (at < 0) return null;
      const cell = cells[at] ?? "";
      const given = verdict(cell);
      if ("fault" in given) {
        sound = false;
        problems.push(cellProblem(line, id, field, column, cell)(given.fault, "error"));
        return undefined;
      }
      if (given.doubt) problems.push(cellProblem(line, id, field, column, cell)(given.doubt, "warning"));
      return given.value;
    });
    if (!sound) return { values: null, problems, legible };
    const values = legible as Values;
    problems.push(
      ...eitherProblems(register, ids, values, line),
      ...ruleProblems(register, ids, values, line),
    );
    return { values: problems.some((p) => p.severity === "error") ? null : values, problems, legible };
  };
};
