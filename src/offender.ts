import { type Words, words } from "./words.ts";

/** Where a row stands that offends against a check. Both are null where a check adds up and no single row is at fault. */
export interface Offender {
  /** The file's path below `data/`. */
  readonly file: string | null;
  readonly line: number | null;
}

/** An offender's place as a person would look it up; undefined where it has none. */
export const whereabouts = ({ file, line }: Offender): Words | undefined => {
  if (file === null) return undefined;
  return line === null ? words(file, file) : words(`${file} 第 ${line} 行`, `${file}, line ${line}`);
};
