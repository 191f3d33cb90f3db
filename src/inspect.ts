import type { Inspection, InspectionProblem } from "./inspection.ts";
import { mend, type Problem, why } from "./problem.ts";
import { type Outcome, read } from "./read.ts";
import type { Register } from "./register.ts";
import type { Values } from "./row.ts";
import type { Table } from "./sink.ts";
import { type Lang, type Words, words } from "./words.ts";
import type { OpenWorkbook } from "./workbook.ts";

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

/** An inspection with a verdict on the whole table; an error refuses every row of it. */
export const withVerdict = (seen: Inspection, verdict: Problem, lang: Lang): Inspection => ({
  ...seen,
  ...(verdict.severity === "error" && { accepted: 0, repeated: 0, refused: seen.read }),
  problems: [problemIn(lang)(verdict), ...seen.problems],
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

const grounds: Readonly<Record<string, Words>> = {
  xlsx: words("Excel 工作簿", "an Excel workbook"),
  bom: words("文件开头的标记", "the mark at its beginning"),
  "UTF-8": words("全部字节符合 UTF-8", "every byte fits UTF-8"),
  GB18030: words("不合 UTF-8，全部字节符合 GB18030", "it is no UTF-8 and every byte fits GB18030"),
};

const inspected = (
  { encoding, by, separator }: Outcome,
  { sheet, header, read: count, refused }: Table,
  { rows, problems }: Seen,
  lang: Lang,
): Inspection => {
  const repeated = header ? repeats(header.register, rows).size : 0;
  return {
    sheet,
    encoding: encoding ?? "",
    ground: grounds[by === "bom" ? "bom" : (encoding ?? "")]?.[lang] ?? "",
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

interface Seen {
  readonly rows: Values[];
  readonly problems: Problem[];
}

/**
 * Looks at one file without loading it, the same in Node and in the browser: one answer for each table in it.
 * References to other registers are not looked up: one file alone cannot answer them.
 */
export const inspect = (
  bytes: Uint8Array,
  registers: readonly Register[],
  lang: Lang,
  openWorkbook: OpenWorkbook,
): { readonly inspection: Inspection; readonly understood: Understood | null }[] => {
  const seen: Seen[] = [];
  const outcome = read(
    bytes,
    registers,
    () => {
      const rows: Values[] = [];
      const problems: Problem[] = [];
      seen.push({ rows, problems });
      return { row: (values) => rows.push(values), problem: (problem) => problems.push(problem) };
    },
    openWorkbook,
  );
  return outcome.tables.map((table, i) => {
    const { rows, problems } = seen[i] as Seen;
    const { header } = table;
    const headers = header ? Object.values(header.register.fields).map((field) => field.words.zh) : [];
    return {
      inspection: inspected(outcome, table, { rows, problems }, lang),
      understood: header ? { headers, rows } : null,
    };
  });
};
