import { type Organisation, tablesOf } from "../organisation.ts";
import { why } from "../problem.ts";
import type { Audience } from "../publication.ts";
import type { Quality, QualityCheck, QualityFile, QualityProblem } from "../published_quality.ts";
import type { Fault } from "../reason.ts";
import type { Register } from "../register.ts";
import type { Words } from "../words.ts";
import { discreet } from "./discreet.ts";
import type { Ingested } from "./ingest.ts";
import type { Checked } from "./model.ts";
import type { Warehouse } from "./warehouse.ts";

const wordsOf = (fault: Fault): Words => ({ zh: why(fault, "zh"), en: why(fault, "en") });

/** Problems of a file beyond this many are counted, not listed: a page stays a page. */
const listed = 50;

/** What stands beside a file: problems that are not listed, refused rows that were mended since. */
const noteOf = (rest: number, mended: number): { note?: Words } => {
  const notes = [
    ...(rest > 0 ? [{ zh: `另有 ${rest} 条未列出`, en: `${rest} more not listed` }] : []),
    ...(mended > 0
      ? [{ zh: `退回的行中 ${mended} 行已更正补报`, en: `${mended} refused rows mended since` }]
      : []),
  ];
  if (notes.length === 0) return {};
  return { note: { zh: notes.map((n) => n.zh).join("；"), en: notes.map((n) => n.en).join("; ") } };
};

const problemOf = (register: Register | undefined, row: Record<string, string | null>): QualityProblem => {
  const field = row.field ? register?.fields[row.field]?.words : undefined;
  return {
    line: row.line === null ? null : Number(row.line),
    ...(field && { field }),
    why: wordsOf(discreet(row.reason as string, row.slots ?? null)),
    severity: row.severity as QualityProblem["severity"],
  };
};

const checkOf = ({ rows, ...counted }: Checked, audience: Audience): QualityCheck => ({
  ...counted,
  ...(audience === "internal" && { rows }),
});

/**
 * What `published/quality.json` says: every file's rows accounted for, its problems without their values, the checks.
 * The public edition has the number of offending rows, the internal one their places as well.
 */
export const qualityOf = async (
  warehouse: Warehouse,
  organisation: Organisation,
  { files, checks }: Ingested,
  audience: Audience,
): Promise<Quality> => {
  const registers = new Map(tablesOf(organisation).map((r) => [r.id, r]));
  const rows = await warehouse.rows(`
    SELECT path, field, line, reason, slots, severity, count(*) OVER (PARTITION BY file_id) AS total
    FROM intake.problems JOIN intake.files USING (file_id)
    QUALIFY row_number() OVER (PARTITION BY file_id ORDER BY line NULLS FIRST, field, reason, slots) <= ${listed}
    ORDER BY file_id, line NULLS FIRST, field, reason, slots`);
  const perFile = new Map<string, Record<string, string | null>[]>();
  for (const row of rows) {
    const own = perFile.get(row.path as string);
    if (own) own.push(row);
    else perFile.set(row.path as string, [row]);
  }
  return {
    files: files.map((file): QualityFile => {
      const register = file.register === null ? undefined : registers.get(file.register);
      const problems = perFile.get(file.path) ?? [];
      return {
        ...file,
        encoding: file.encoding ?? "",
        ...(register && { registerWords: register.words }),
        problems: problems.map((row) => problemOf(register, row)),
        ...noteOf(Number(problems[0]?.total ?? 0) - listed, file.mended),
      };
    }),
    checks: checks
      .filter(({ room }) => !organisation.unshown?.includes(room))
      .map((checked) => checkOf(checked, audience)),
  };
};
