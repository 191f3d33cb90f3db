import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isAcceptanceFile } from "../acceptance.ts";
import { byName } from "../order.ts";
import { Failure } from "./failure.ts";

/** A file that staff handed in; `path` is relative to the data folder, with forward slashes. */
export interface Handed {
  readonly path: string;
  readonly absolute: string;
  /** Anything but a regular file (a link, a device) is named, never opened. */
  readonly regular: boolean;
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

const walk = (folder: string, prefix: string): Handed[] =>
  readdirSync(folder).flatMap((name) => {
    if (notData.test(name) || (prefix === "" && name === templates)) return [];
    const absolute = path.join(folder, name);
    const stat = lstatSync(absolute);
    const relative = prefix + name;
    return stat.isDirectory()
      ? walk(absolute, `${relative}/`)
      : [{ path: relative, absolute, regular: stat.isFile(), bytes: stat.size }];
  });

/**
 * Lists what lies under the data folder, in order of name. The demonstration folder counts only while nothing else
 * is there: the first real file switches it off. A list of accepted findings beside it does not.
 * @throws Failure when the folder does not exist or holds nothing
 */
export const lookInto = (data: string): Inbox => {
  if (!existsSync(data) || !lstatSync(data).isDirectory())
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

export const bytesOf = (file: Handed): Uint8Array => readFileSync(file.absolute);

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");
