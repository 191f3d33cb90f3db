import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Figure } from "../figure.ts";
import { codeInUse } from "./code.ts";
import { basisOf } from "./origin.ts";
import { sealed, unsealed } from "./sealed.ts";
import { type Call, isSet, text } from "./verb.ts";
import { writeWhole } from "./whole_file.ts";

export type Row = Readonly<Record<string, string | null>>;

/** What a query said of a period, with the fingerprint of the rows that it was asked of. */
export interface Said {
  readonly of: string;
  readonly rows: readonly Row[];
}

/** What one query said, period by period. */
export interface Answer {
  readonly model: string;
  readonly span: Figure["span"];
  readonly periods: Readonly<Record<string, Said>>;
}

/** What is kept. */
export interface Content {
  /** The origin of the warehouse that was asked; undefined where it is not known. */
  readonly origin: string | undefined;
  /** The fingerprints of its rows by quarter, by the query that they were seen with. */
  readonly seen: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By the hash of the query. */
  readonly answers: Readonly<Record<string, Answer>>;
}

const nothing: Content = { origin: undefined, seen: {}, answers: {} };

/** Where answers are kept from one run to the next. */
export interface Keeping {
  readonly out: string;
  /** What decides about answers besides rows. */
  readonly key: string;
  /** Nothing of earlier runs is used. */
  readonly fresh?: boolean;
}

/** Where a verb keeps answers; undefined where nobody can say which code it runs. */
export const keepingOf = (call: Call): Keeping | undefined => {
  const code = codeInUse(call.home, call.loaded);
  const { organisation } = call;
  return (
    code && { out: text(call, "out"), key: basisOf(code.whole, organisation), fresh: isSet(call, "fresh") }
  );
};

const place = (out: string): string => path.join(out, "figures_kept");

/** Deletes all that is kept. */
export const dropFiguresKept = (out: string): void => rmSync(place(out), { force: true });

/** The file as it stands there, whether it may be used or not; empty where there is none. */
export const figuresKeptIn = (out: string): string => {
  try {
    return readFileSync(place(out), "utf8");
  } catch {
    return "";
  }
};

/** What a file says that may be used. What is damaged, or of another key, counts as nothing. */
export const contentOf = (file: string, { key, fresh }: Keeping): Content => {
  if (fresh) return nothing;
  try {
    const content = JSON.parse(unsealed(file) ?? "null") as (Content & Pick<Keeping, "key">) | null;
    return content?.key === key ? content : nothing;
  } catch {
    return nothing;
  }
};

/** Writes down what is kept, in the place of what stood there. @param before the file as it stood */
export const writeFiguresKept = ({ out, key }: Keeping, content: Content, before: string): void => {
  const file = sealed(JSON.stringify({ key, ...content }));
  if (file !== before) writeWhole(place(out), file);
};
