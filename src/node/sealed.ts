import { sha256 } from "./inbox.ts";

/** A text with its hash above it: one that was cut, damaged or written by another hand is told from it. */
export const sealed = (text: string): string => `${sha256(text)}\n${text}`;

/** The text below its hash; undefined where the two do not belong together. */
export const unsealed = (written: string): string | undefined => {
  const end = written.indexOf("\n");
  const text = written.slice(end + 1);
  return written.slice(0, end) === sha256(text) ? text : undefined;
};
