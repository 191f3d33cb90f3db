import { type BigIntStats, lstatSync, statfsSync } from "node:fs";

/** How a file stood when its bytes were read: by this it is known again without being read. */
export interface Seen {
  /** Which file it was, as `identityOf` tells. */
  readonly was: string;
  /** When it, or what the system knows of it, was changed last: in milliseconds, by the clock of its disk. */
  readonly changed: number;
  /** When it began to be read, in milliseconds. */
  readonly at: number;
}

/**
 * Which file stands somewhere: written to, or put back from elsewhere, it is another. The time of the last change of
 * a file's state cannot be set by hand.
 */
export const identityOf = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  [dev, ino, size, mtimeNs, ctimeNs].join(" ");

/** @param at when it is about to be read */
export const seenOf = (stats: BigIntStats, at: number): Seen => ({
  was: identityOf(stats),
  changed: Math.max(Number(stats.mtimeMs), Number(stats.ctimeMs)),
  at,
});

/**
 * Disks that write down every change by the clock of this machine: ext2 to ext4, XFS, Btrfs, ZFS, F2FS, memory, and what
 * is laid over them. Of one that another machine keeps, or a memory stick, that is not known.
 */
const truthful = new Set([0xef53, 0x58465342, 0x9123683e, 0x2fc12fc1, 0xf2f52010, 0x01021994, 0x794c7630]);

/**
 * A file changed within a grain of the clock after it was read would look the same. Milliseconds: far more than any
 * clock's grain, and than a change made in memory takes to be noticed.
 */
export const settles = 60_000;

/** Bytes from which on it is worth knowing a file again: a smaller one is read in a few milliseconds. */
export const worthKnowing = 1_000_000;

/**
 * Whether the file that stands here surely has the bytes that were read then. What is not sure is not so: a file that
 * had just been changed when it was read, another kind of disk, a clock that went back.
 */
export const isAsSeen = (file: string, { was, changed, at }: Seen, now = Date.now()): boolean => {
  if (at - changed < settles || now < at) return false;
  try {
    const stats = lstatSync(file, { bigint: true });
    return stats.isFile() && identityOf(stats) === was && truthful.has(statfsSync(file).type);
  } catch {
    return false;
  }
};
