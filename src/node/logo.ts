import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.ts";

const kinds: Readonly<Record<string, string>> = { ".svg": "image/svg+xml", ".png": "image/png" };

/** Every page carries the mark with it, so it must be small. Bytes. */
const largest = 12_000;

/**
 * The federation's mark as a data URI: no page asks for a file, and a drawing in an image runs nothing.
 * @param file as the settings name it, relative to the settings file
 * @throws Failure with one sentence where it is no small SVG or PNG
 */
export const logoFrom = (settings: string, file: string): string => {
  const full = path.resolve(path.dirname(settings), file);
  const kind = kinds[path.extname(full).toLowerCase()];
  const wrong = (zh: string, en: string): Failure =>
    new Failure(`${settings}：标志“${file}”${zh}`, `${settings}: the logo "${file}" ${en}`);
  if (kind === undefined) throw wrong("应为 .svg 或 .png 文件", "must be an .svg or .png file");
  if (!existsSync(full) || !statSync(full).isFile()) throw wrong("不存在", "does not exist");
  const bytes = readFileSync(full);
  if (bytes.length > largest)
    throw wrong(
      `有 ${bytes.length} 字节，不能超过 ${largest} 字节，请先缩小`,
      `has ${bytes.length} bytes; ${largest} is the most`,
    );
  return `data:${kind};base64,${bytes.toString("base64")}`;
};
