import type { Organisation } from "../organisation.ts";
import type { Lang, Words } from "../words.ts";

/** One option of a verb, as `--help` shows it. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly words: Words;
  /** What stands after the option in `--help`, e.g. DIR. */
  readonly value?: string;
  readonly default?: string;
  /** The only values it may have. */
  readonly among?: readonly string[];
}

/** A verb as it was called: options settled, the organisation at hand. */
export interface Call {
  readonly organisation: Organisation;
  /** The organisation as its files and settings say by now. @throws what is wrong with them */
  readonly reorganised: () => Promise<Organisation>;
  /** When the organisation was loaded, in milliseconds since 1970: a source changed later is not in it. */
  readonly loaded: number;
  /** False leaves the comments on tables and columns out of the warehouse: for tests. */
  readonly comments: boolean;
  /** The folder with package.json, reports/ and pipelines/. */
  readonly home: string;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** What stood beside the options. */
  readonly files: readonly string[];
  readonly lang: Lang;
  /** Writes a line of the answer; characters that would steer a terminal are written out. */
  readonly say: (line: string) => void;
  /** Writes what is to be kept as a file, as it is. */
  readonly give: (content: string) => void;
  /** Writes a line beside the answer, on stderr. */
  readonly remark: (line: string) => void;
  /** Tells how far long work has come; not part of the answer. */
  readonly progress: (words: string) => void;
}

/** What one npm script does. */
export interface Verb {
  readonly name: string;
  readonly words: Words;
  readonly options: Readonly<Record<string, Option>>;
  /** What the verb takes beside options, e.g. FILE…; nothing by default. */
  readonly takes?: string;
  /**
   * @returns the exit code: 0 done, 1 rows were refused, or a build found errors, and `--strict` was given
   * @throws Failure when it could not be done (exit code 2)
   */
  readonly run: (call: Call) => Promise<number>;
}

/** The text of an option that has a default. */
export const text = (call: Call, option: string): string => String(call.options[option] ?? "");
export const isSet = (call: Call, option: string): boolean => call.options[option] === true;
