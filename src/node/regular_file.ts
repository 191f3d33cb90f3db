import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { longest, megabytes } from "../decode.ts";
import { type Fault, fault } from "../reason.ts";
import { type Seen, seenOf } from "./seen.ts";

/** What reading a file gave, and how the file stood. */
export interface WasRead<T> {
  readonly is: T;
  readonly seen: Seen;
}

/**
 * Opens a regular file and has its bytes read. What it is, is asked of the file once it is open: between a look at its
 * name and the opening another may have taken its place. A pipe or a device is neither waited for nor read.
 * @param follow open what a link leads to; without it a link is refused
 * @param read tells how many bytes there were, too
 * @returns a fault for anything but a regular file, one too big to be read at once, or one that changed meanwhile
 * @throws Error of the file system, as for a file that is not there
 */
const reading = <T>(
  file: string,
  follow: boolean,
  read: (handle: number) => { readonly is: T; readonly length: number },
): WasRead<T> | Fault => {
  // Windows has neither flag.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = ((): number | undefined => {
    try {
      return openSync(file, O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
    } catch (error) {
      // What a link says to O_NOFOLLOW, and a socket or a device without a driver to being opened.
      if (["ELOOP", "EMLINK", "ENXIO", "ENODEV"].includes((error as NodeJS.ErrnoException).code ?? ""))
        return undefined;
      throw error;
    }
  })();
  if (handle === undefined) return fault("file.not_regular");
  try {
    const at = Date.now();
    const before = fstatSync(handle, { bigint: true });
    const size = Number(before.size);
    if (!before.isFile()) return fault("file.not_regular");
    if (size > longest) return fault("file.too_big", { size: megabytes(size), limit: megabytes(longest) });
    const { is, length } = read(handle);
    const after = fstatSync(handle, { bigint: true });
    return after.size !== before.size || after.mtimeNs !== before.mtimeNs || length !== size
      ? fault("file.changed")
      : { is, seen: seenOf(before, at) };
  } finally {
    closeSync(handle);
  }
};

/** The bytes of a regular file, and how it stood. A link is refused. Faults and errors as of `reading`. */
export const readSeen = (file: string, follow = false): WasRead<Uint8Array> | Fault =>
  reading(file, follow, (handle) => {
    const bytes = readFileSync(handle);
    return { is: bytes, length: bytes.length };
  });

/** The bytes of a regular file. Parameters, faults and errors as of `reading`. */
export const readRegular = (file: string, follow: boolean): Uint8Array | Fault => {
  const read = readSeen(file, follow);
  return "reason" in read ? read : read.is;
};

/** Read at a time where only a hash is wanted: memory that is used again. In bytes. */
const piece = 1 << 20;

/** SHA-256 of a regular file, which is never held whole. A link is refused. Faults and errors as of `reading`. */
export const hashRegular = (file: string): WasRead<string> | Fault =>
  reading(file, false, (handle) => {
    const hash = createHash("sha256");
    const part = Buffer.allocUnsafe(piece);
    let length = 0;
    for (let n = readSync(handle, part); n > 0; n = readSync(handle, part)) {
      hash.update(part.subarray(0, n));
      length += n;
    }
    return { is: hash.digest("hex"), length };
  });
