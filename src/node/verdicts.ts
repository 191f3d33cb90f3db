import { why } from "../problem.ts";
import type { Fault, ReasonCode } from "../reason.ts";
import type { Lang } from "../words.ts";
import type { Warehouse } from "./warehouse.ts";

/** Rows that one receipt gives back: whoever mends more mends their cause, in the file itself. */
export const listed = 10_000;

/** Why one line was refused, as the receipt says it. */
export interface Verdict {
  readonly header: string | null;
  readonly found: string | null;
  readonly fault: Fault;
}

/** Rows that a receipt does not give back, for one reason. */
export interface Unlisted {
  readonly header: string | null;
  readonly rows: number;
  /** One of them. */
  readonly fault: Fault;
}

/** What was refused of one table. */
export interface Refused {
  /** The first rows, by line, and why. */
  readonly verdicts: ReadonlyMap<number, readonly Verdict[]>;
  /** How many others there are. */
  readonly more: number;
  /** Why, the reason for most of them first; a row with two counts for both. */
  readonly reasons: readonly Unlisted[];
}

/** Lines about somebody on the list of the forgotten are withheld. */
const errors =
  "FROM intake.problems ANTI JOIN intake.withheld USING (file_id, line) WHERE severity = 'error' AND line IS NOT NULL";

const faultOf = ({ reason, slots }: Record<string, string | null>): Fault => ({
  reason: reason as ReasonCode,
  ...(slots && { with: JSON.parse(slots) as Record<string, string> }),
});

/** How many lines of each table were refused, by the table's number. @param first the lowest number that counts */
export const refusedLines = async (warehouse: Warehouse, first: number): Promise<Map<number, number>> => {
  const rows = await warehouse.rows(
    `SELECT file_id, count(DISTINCT line) AS n ${errors} AND file_id >= ${first} GROUP BY 1`,
  );
  return new Map(rows.map(({ file_id, n }) => [Number(file_id), Number(n)]));
};

/** The line of the last row that is listed. */
const lastListed = async (warehouse: Warehouse, id: number, most: number): Promise<number> => {
  const [row] = await warehouse.rows(
    `SELECT max(line) AS last FROM (SELECT DISTINCT line ${errors} AND file_id = ${id} ORDER BY line LIMIT ${most})`,
  );
  return Number(row?.last);
};

const unlisted = async (warehouse: Warehouse, id: number, last: number): Promise<Unlisted[]> => {
  // Rules between cells share a code: what they say tells them apart.
  const rows = await warehouse.rows(`
    SELECT header, reason, count(DISTINCT line) AS n, min(slots) AS slots ${errors} AND file_id = ${id} AND line > ${last}
    GROUP BY header, reason, CASE WHEN reason = 'row.rule' THEN slots END
    ORDER BY n DESC, header, reason, slots`);
  return rows.map((row) => ({ header: row.header ?? null, rows: Number(row.n), fault: faultOf(row) }));
};

/**
 * What was refused of some tables.
 * @param counts how many lines of each
 * @param most rows of each table that are told one by one
 */
export const refusedOf = async (
  warehouse: Warehouse,
  counts: ReadonlyMap<number, number>,
  most: number,
): Promise<Map<number, Refused>> => {
  const refused = new Map<number, Omit<Refused, "verdicts"> & { verdicts: Map<number, Verdict[]> }>();
  const limits: string[] = [];
  for (const [id, n] of counts) {
    const last = n > most ? await lastListed(warehouse, id, most) : null;
    const reasons = last === null ? [] : await unlisted(warehouse, id, last);
    refused.set(id, { verdicts: new Map(), more: Math.max(0, n - most), reasons });
    limits.push(`(${id}, ${last ?? "NULL"})`);
  }
  if (limits.length === 0) return refused;
  const rows = await warehouse.rows(`
    SELECT p.file_id AS id, line, header, found, reason, slots
    FROM (SELECT * ${errors}) p JOIN (VALUES ${limits.join(", ")}) l(id, last) ON p.file_id = l.id
    WHERE last IS NULL OR line <= last
    ORDER BY p.file_id, line, field, reason, slots`);
  for (const row of rows) {
    const verdict = { header: row.header ?? null, found: row.found ?? null, fault: faultOf(row) };
    const own = refused.get(Number(row.id))?.verdicts;
    const known = own?.get(Number(row.line));
    if (known) known.push(verdict);
    else own?.set(Number(row.line), [verdict]);
  }
  return refused;
};

/** Reasons that are named. */
const named = 5;

/** The sentence of a receipt that gives back so many rows and not all that were refused; undefined where it does. */
export const unlistedNote = ({ more, reasons }: Refused, rows: number, lang: Lang): string | undefined => {
  if (more === 0) return undefined;
  const number = (n: number): string => n.toLocaleString("en");
  // A colon would let the reader take what was found for a heading, such as 单位：万元.
  const like = (fault: Fault): string => why(fault, lang).replace(/[:：]/g, " ");
  const first = reasons.slice(0, named);
  if (lang === "en") {
    const each = first.map(
      ({ header, rows: n, fault }) =>
        `${number(n)}${header ? ` in column “${header}”` : ""} (such as ${like(fault)})`,
    );
    const rest = reasons.length > named ? ", and others" : "";
    return `注：only the first ${number(rows)} refused rows are here; ${number(more)} more were refused, ${each.join(", ")}${rest}; mend them in the file itself and hand it in again`;
  }
  const each = first.map(
    ({ header, rows: n, fault }) => `${header ? `“${header}”栏` : ""}${number(n)} 行（如 ${like(fault)}）`,
  );
  const rest = reasons.length > named ? "等" : "";
  return `注：退回的行太多，这里只列前 ${number(rows)} 行，另有 ${number(more)} 行也被退回，其中${each.join("、")}${rest}，请在原文件里改好后重新交原文件`;
};
