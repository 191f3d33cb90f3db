import { createHash } from "node:crypto";
import { lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { isAcceptanceFile } from "../acceptance.ts";
import { byName } from "../order.ts";
import { type Fault, fault } from "../reason.ts";
import { Failure } from "./failure.ts";
import { hashRegular, readRegular, readSeen, type WasRead } from "./regular_file.ts";
import { isAsSeen, type Seen, worthKnowing } from "./seen.ts";

/** A file that staff handed in; `path` is relative to the data folder, with forward slashes. */
export interface Handed {
  readonly path: string;
  readonly absolute: string;
  /** Why it is not opened: it is a link or a device, or the system does not let us look at it. */
  readonly fault?: Fault;
  /** As the folder tells; 0 for what is not opened. */
  readonly bytes: number;
}

export interface Inbox {
  readonly files: readonly Handed[];
  /** True while only the demonstration rows are there. */
  readonly demo: boolean;
}

const demoFolder = "demo";
const templates = "templates";
const notData = /^(\.|~\$)|\.md$|^(Thumbs\.db|desktop\.ini)$/i;

/** Folders inside each other; deeper ones are no register's, and a path that is too long cannot be opened. */
const deepest = 20;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "?";

/** What cannot be looked at is named, and does not keep the other files from being read. */
const attempt = <T>(look: () => T): T | Fault => {
  try {
    return look();
  } catch (error) {
    return fault("file.unreadable", { found: codeOf(error) });
  }
};

const walk = (folder: string, prefix: string, depth = 0): Handed[] => {
  const named = (fault: Fault): Handed => ({
    path: prefix.slice(0, -1),
    absolute: folder,
    bytes: 0,
    fault,
  });
  if (depth > deepest) return [named(fault("folder.deep"))];
  const names = attempt(() => readdirSync(folder));
  if ("reason" in names) return [named(names)];
  return names.flatMap((name) => {
    if (notData.test(name) || (prefix === "" && name === templates)) return [];
    const absolute = path.join(folder, name);
    const handed = { path: prefix + name, absolute, bytes: 0 };
    const stat = attempt((): Stats => lstatSync(absolute));
    if ("reason" in stat) return [{ ...handed, fault: stat }];
    if (stat.isDirectory()) return walk(absolute, `${prefix}${name}/`, depth + 1);
    return [
      stat.isFile() ? { ...handed, bytes: stat.size } : { ...handed, fault: fault("file.not_regular") },
    ];
  });
};

/**
 * Lists what lies under the data folder, in order of name. The demonstration folder counts only while nothing else
 * is there: the first real file switches it off. A list of accepted findings beside it does not.
 * @throws Failure when the folder does not exist or holds nothing
 */
export const lookInto = (data: string): Inbox => {
  if (!statSync(data, { throwIfNoEntry: false })?.isDirectory())
    throw new Failure(`没有 ${data} 这个文件夹，请核对 --data`, `there is no folder ${data}; check --data`);
  const all = walk(data, "").sort((a, b) => byName(a.path, b.path));
  const real = all.filter((file) => !file.path.startsWith(`${demoFolder}/`));
  const handed = real.filter((file) => !isAcceptanceFile(file.path));
  const files = handed.length > 0 ? real : all;
  if (files.every((file) => isAcceptanceFile(file.path)))
    throw new Failure(
      `${data} 里还没有台账，请放入文件后再运行`,
      `${data} holds no register yet; put files into it and run again`,
    );
  return { files, demo: handed.length === 0 };
};

/** What stands in a file, or why it cannot be read. */
export const bytesOf = (file: Handed): Uint8Array | Fault => {
  if (file.fault) return file.fault;
  return attempt(() => readRegular(file.absolute, false));
};

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** A file as it stands in the folder now: what is in it, by its hash, or why that cannot be told. */
export interface Content {
  readonly file: Handed;
  /** Empty where it cannot be read. */
  readonly sha256: string;
  readonly fault?: Fault;
  /** How it stood when it was read, where that is worth knowing. */
  readonly seen?: Seen;
}

const found = (file: Handed, read: WasRead<string> | Fault): Content =>
  "reason" in read
    ? { file, sha256: "", fault: read }
    : { file, sha256: read.is, ...(file.bytes >= worthKnowing && { seen: read.seen }) };

/** @param before what was in it, where it may still be known by that */
export const contentOf = (file: Handed, before?: Pick<Content, "sha256" | "seen">): Content =>
  before?.seen && file.fault === undefined && isAsSeen(file.absolute, before.seen)
    ? { file, ...before }
    : found(file, file.fault ?? attempt(() => hashRegular(file.absolute)));

/** A file's bytes, or why it cannot be read, with its content. */
export const readIn = (file: Handed): { readonly bytes: Uint8Array | Fault; readonly content: Content } => {
  const read = file.fault ?? attempt(() => readSeen(file.absolute));
  if ("reason" in read) return { bytes: read, content: found(file, read) };
  return { bytes: read.is, content: found(file, { ...read, is: sha256(read.is) }) };
};

/** The file's bytes once more. @throws Failure when they are not those that were read before */
export const sameBytes = (file: Handed, before: string): Uint8Array => {
  const bytes = bytesOf(file);
  if ("reason" in bytes || sha256(bytes) !== before)
    throw new Failure(
      `${file.path} 在读取时被改动，请等它保存好后再运行`,
      `${file.path} changed while it was read; run again when it has been saved`,
    );
  return bytes;
};
