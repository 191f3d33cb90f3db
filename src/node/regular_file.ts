import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { longest, megabytes } from "../decode.ts";
import { type Fault, fault } from "../reason.ts";

/**
 * The bytes of a regular file. What it is, is asked of the file once it is open: between a look at its name and the
 * opening another may have taken its place. A pipe or a device is neither waited for nor read.
 * @param follow open what a link leads to; without it a link is refused
 * @returns a fault for anything but a regular file, one too big to be read at once, or one that changed meanwhile
 * @throws Error of the file system, as for a file that is not there
 */
export const readRegular = (file: string, follow: boolean): Uint8Array | Fault => {
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
    const before = fstatSync(handle);
    if (!before.isFile()) return fault("file.not_regular");
    if (before.size > longest)
      return fault("file.too_big", { size: megabytes(before.size), limit: megabytes(longest) });
    const bytes = readFileSync(handle);
    const after = fstatSync(handle);
    return after.size !== before.size || after.mtimeMs !== before.mtimeMs || bytes.length !== after.size
      ? fault("file.changed")
      : bytes;
  } finally {
    closeSync(handle);
  }
};
