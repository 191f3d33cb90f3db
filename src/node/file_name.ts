import { createHash } from "node:crypto";
import { unseen } from "../unseen.ts";

/** Most systems stop at 255 bytes; an ending is still to come. */
const longest = 200;

/**
 * A text as part of a file name that every system takes: no separators of folders, whatever a sheet is called, nothing
 * unseen. One that is too long is cut and told apart by a hash.
 */
export const nameFrom = (text: string): string => {
  const plain = text
    .replace(/[<>:"|?*/\\\s]+/g, (found) => (found.trim() === "" ? " " : "_"))
    .replace(unseen, "_");
  if (Buffer.byteLength(plain) <= longest) return plain;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  let cut = "";
  for (const character of plain) {
    if (Buffer.byteLength(cut + character) > longest - 10) break;
    cut += character;
  }
  return `${cut}-${hash}`;
};
