import * as z from "zod";
import type { Canonical } from "./canonical.ts";
import { canonicalCode, readCode } from "./code.ts";
import { readLatitude, readLongitude } from "./coordinate.ts";
import { readCreditCode } from "./credit_code.ts";
import { canonicalDay, readDay } from "./day.ts";
import type { CodeList } from "./list.ts";
import { canonicalOne, readMany, readOne } from "./list.ts";
import { canonicalMoney, readMoney } from "./money.ts";
import { canonicalCount, canonicalMark, readCount, readQuantity, readScore } from "./number.ts";
import { readPhone } from "./phone.ts";
import type { Fault, Reading } from "./reason.ts";
import { fault } from "./reason.ts";
import { readResidentId } from "./resident_id.ts";
import { canonicalText, isBlank, readText } from "./text.ts";
import type { Words } from "./words.ts";
import { canonicalYesNo, denial, readYesNo } from "./yes_no.ts";

/** How a field's canonical text becomes a DuckDB column. Money is yuan; nothing is ever a float. */
export type SqlType =
  | "VARCHAR"
  | "DATE"
  | "DECIMAL(18,2)"
  | "DECIMAL(18,4)"
  | "DECIMAL(18,15)"
  | "BIGINT"
  | "BOOLEAN";

/** What may be said of a field beside its words. */
export interface FieldNote {
  /** Other headers under which staff's files carry it. */
  readonly aliases?: readonly string[];
  /** May be empty. */
  readonly optional?: boolean;
  /** Never leaves the warehouse. */
  readonly personal?: boolean;
  /**
   * Of a personal field: a value by itself tells who is meant (a name, a number). The usual case; false for a category
   * or notes, which are about a person and name nobody unless they run on.
   */
  readonly identifies?: boolean;
  /** A merged cell may leave it blank below the first row: fill down. */
  readonly fillDown?: boolean;
}

/**
 * One column of a register: a zod type that knows its words. The type takes a cell's text to its canonical
 * text (an ISO day, decimal yuan, true/false, a code) or null where an optional cell is blank.
 */
export interface Field extends Required<FieldNote> {
  readonly words: Words;
  readonly kind: string;
  readonly sql: SqlType;
  readonly type: z.ZodType<string | null, string>;
  readonly options?: CodeList;
  /** A value that is loaded all the same, but doubted (a check digit that some early real codes fail). */
  readonly doubt?: (value: string) => Fault | undefined;
  /** What DuckDB may wave through; nothing where only the law itself can tell (check digits). */
  readonly canonical?: Canonical;
}

interface Kind {
  readonly kind: string;
  readonly sql: SqlType;
  readonly read: (text: string) => Reading;
  /** What a word that elsewhere says that there is nothing to write (无) says where an answer must be given. */
  readonly readBlank?: (text: string) => string | undefined;
  /** Personal unless a note says otherwise. */
  readonly personal?: boolean;
  readonly options?: CodeList;
  readonly doubt?: (value: string) => Fault | undefined;
  readonly canonical?: Canonical;
}

/** What Excel shows where a formula failed. */
const failedFormula = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i;

/** Excel keeps 32,767 characters in a cell; more is a damaged file. */
const longest = 40_000;

type Reader = Pick<Kind, "read" | "readBlank">;

const judgedCell = (text: string, optional: boolean, { read, readBlank }: Reader): Reading | null => {
  if (text.length > longest)
    return fault("cell.long", { length: String(text.length), limit: String(longest) });
  if (text.charCodeAt(0) === 35 && failedFormula.test(text.trim()))
    return fault("cell.formula", { found: text.trim() });
  if (isBlank(text)) return optional ? null : (readBlank?.(text) ?? fault("cell.empty"));
  return read(text);
};

const law = (reader: Reader, optional: boolean): Field["type"] =>
  z.string().transform((text, context) => {
    const reading = judgedCell(text, optional, reader);
    if (reading === null || typeof reading === "string") return reading;
    context.addIssue({ code: "custom", params: reading });
    return z.NEVER;
  });

const field =
  ({ read, readBlank, personal = false, ...kind }: Kind) =>
  (zh: string, en: string, note: FieldNote = {}): Field => ({
    words: { zh, en },
    aliases: note.aliases ?? [],
    optional: note.optional ?? false,
    personal: note.personal ?? personal,
    identifies: note.identifies ?? note.personal ?? personal,
    fillDown: note.fillDown ?? false,
    type: law({ read, ...(readBlank && { readBlank }) }, note.optional ?? false),
    ...kind,
  });

/** Free words, as written. */
export const text = field({ kind: "text", sql: "VARCHAR", read: readText, canonical: canonicalText });
/** A number or code that identifies something: text, never a number. */
export const code = field({ kind: "code", sql: "VARCHAR", read: readCode, canonical: canonicalCode });
/** 统一社会信用代码 (GB 32100): a failing check digit is doubted, not refused. */
export const creditCode = field({ kind: "creditCode", sql: "VARCHAR", ...readCreditCode });
/** 身份证号 (GB 11643): personal unless a note says otherwise. */
export const residentId = field({
  kind: "residentId",
  sql: "VARCHAR",
  read: readResidentId,
  personal: true,
});
/** A telephone number: personal unless a note says otherwise. */
export const phone = field({ kind: "phone", sql: "VARCHAR", read: readPhone, personal: true });
/** A day, as YYYY-MM-DD. */
export const day = field({ kind: "day", sql: "DATE", read: readDay, canonical: canonicalDay });
/** Money, exact, in yuan; a leading ≥ < ≈ keeps the bound of 余, 近, 约. */
export const money = field({
  kind: "money",
  sql: "DECIMAL(18,2)",
  read: readMoney,
  canonical: canonicalMoney,
});
/** A whole number of things. */
export const count = field({ kind: "count", sql: "BIGINT", read: readCount, canonical: canonicalCount });
/** A mark, two decimals. */
export const score = field({
  kind: "score",
  sql: "DECIMAL(18,2)",
  read: readScore,
  canonical: canonicalMark,
});
/** A number whose unit stands in a column of its own, four decimals. */
export const quantity = field({
  kind: "quantity",
  sql: "DECIMAL(18,4)",
  read: readQuantity,
  canonical: canonicalMark,
});
/** 经度: degrees east, exact decimals. */
export const longitude = field({ kind: "longitude", sql: "DECIMAL(18,15)", read: readLongitude });
/** 纬度: degrees north, exact decimals. */
export const latitude = field({ kind: "latitude", sql: "DECIMAL(18,15)", read: readLatitude });
/**
 * 是/否. Where an answer must be given 无 denies, like 没有; where the cell may be empty it stays empty, since it may as
 * well say that nobody asked (是否就业 of somebody who was not followed up).
 */
export const yesNo = field({
  kind: "yesNo",
  sql: "BOOLEAN",
  read: readYesNo,
  readBlank: denial,
  canonical: canonicalYesNo,
});
/** One value of a code list. */
export const oneOf = (list: CodeList, zh: string, en: string, note?: FieldNote): Field =>
  field({ kind: "oneOf", sql: "VARCHAR", read: readOne(list), options: list, canonical: canonicalOne(list) })(
    zh,
    en,
    note,
  );
/** Several values of a code list, joined by 、. */
export const manyOf = (list: CodeList, zh: string, en: string, note?: FieldNote): Field =>
  field({ kind: "manyOf", sql: "VARCHAR", read: readMany(list), options: list })(zh, en, note);
