import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { words } from "../../words.ts";
import { Failure } from "../failure.ts";
import { json } from "../options.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";

/** An invented file; text comes in pieces, so that a large scale need not fit into memory. */
export interface InventedFile {
  readonly path: string;
  readonly bytes: Uint8Array | Iterable<string>;
}

export type Inventor = (options: { readonly scale: number; readonly seed: number }) => Iterable<InventedFile>;

const wholeNumber = (call: Call, option: string, from: number): number => {
  const said = text(call, option);
  const number = Number(said);
  if (!/^\d+$/.test(said) || !Number.isSafeInteger(number) || number < from)
    throw new Failure(
      `--${option} 要写不小于 ${from} 的整数：${said}`,
      `--${option} is a whole number from ${from}: ${said}`,
    );
  return number;
};

/** Bytes written. */
const write = (file: string, bytes: InventedFile["bytes"]): number => {
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = openSync(file, "w");
  try {
    if (bytes instanceof Uint8Array) return writeSync(handle, bytes);
    let size = 0;
    for (const piece of bytes) size += writeSync(handle, piece);
    return size;
  } finally {
    closeSync(handle);
  }
};

/** The verb that writes the demonstration federation, which the organisation invents. */
export const demoWith = (invent: Inventor): Verb => ({
  name: "demo",
  words: words("写出演示用的台账（全部虚构）", "writes the demonstration federation; every row is invented"),
  options: {
    scale: {
      type: "string",
      value: "N",
      default: "1",
      words: words("规模，1 为随附的演示数据", "size; 1 is what is committed"),
    },
    seed: {
      type: "string",
      value: "S",
      default: "2018",
      words: words("随机种子，相同则结果相同", "the same seed gives the same bytes"),
    },
    out: {
      type: "string",
      value: "DIR",
      default: "data/demo",
      words: words("写到哪个文件夹", "folder to write to"),
    },
    json,
  },
  run: async (call) => {
    const options = { scale: wholeNumber(call, "scale", 1), seed: wholeNumber(call, "seed", 0) };
    const folder = text(call, "out");
    const written: { path: string; bytes: number }[] = [];
    try {
      for (const file of invent(options)) {
        call.progress(file.path);
        written.push({ path: file.path, bytes: write(path.join(folder, file.path), file.bytes) });
      }
    } catch (error) {
      if (error instanceof RangeError)
        throw new Failure(`--scale 过大：${options.scale}`, `--scale is too large: ${options.scale}`);
      throw error;
    }
    const total = written.reduce((sum, f) => sum + f.bytes, 0);
    if (isSet(call, "json")) call.say(JSON.stringify(written, null, 1));
    else
      call.say(
        call.lang === "zh"
          ? `${folder}：写出 ${written.length} 个文件，${(total / 1e6).toFixed(1)} MB`
          : `${folder}: ${written.length} files written, ${(total / 1e6).toFixed(1)} MB`,
      );
    return 0;
  },
});
