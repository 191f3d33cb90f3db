import { unzipSync, zipSync } from "fflate";
import { type Fault, fault } from "./reason.ts";

/** What an honest register stays far below; more is a bomb or no register. */
const limits = { entries: 2000, sheets: 60, unpacked: 400_000_000, ratio: 400, spared: 2_000_000 };

/** The parts that hold cells, and those the library wants. Pictures, macros, links are never unpacked. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:app|core)\.xml|xl\/(?:workbook|sharedStrings|styles|metadata)\.xml|xl\/theme\/[^/]+\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

export const damaged = (): Fault => fault("workbook.damaged");
const tooBig = (): Fault => fault("workbook.too_big");

/** Reads the archive's list of contents before anything is unpacked. */
export const bombIn = (bytes: Uint8Array): Fault | undefined => {
  const seen = { entries: 0, sheets: 0, unpacked: 0, swollen: false };
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      seen.entries += 1;
      seen.unpacked += originalSize;
      if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) seen.sheets += 1;
      if (originalSize > limits.spared && originalSize > limits.ratio * Math.max(1, size))
        seen.swollen = true;
      return false;
    },
  });
  const over =
    seen.entries > limits.entries || seen.sheets > limits.sheets || seen.unpacked > limits.unpacked;
  return over || seen.swollen ? tooBig() : undefined;
};

const text = (part: Uint8Array | undefined): string => (part ? new TextDecoder().decode(part) : "");

/** A part that claims less than it holds would be cut, and rows lost: its end must be there. */
const isWhole = (part: Uint8Array): boolean =>
  /<\/[\w:]+>$|\/>$/.test(text(part.subarray(Math.max(0, part.length - 200))).trimEnd());

/** The archive with the needed parts alone, not compressed: nothing is left in it that could swell. */
export interface Packed {
  readonly bytes: Uint8Array;
  /** Whether cells have their texts elsewhere, in a list that they share. */
  readonly hasTexts: boolean;
  /** Sheets of the workbook that are charts or macros and hold no cells. */
  readonly others: number;
}

/** A list of texts begins with its first one, behind some attributes. */
const textBegins = /<(?:\w+:)?si[\s/>]/;

const otherSheet = /\/relationships\/(?:chartsheet|dialogsheet|xlMacrosheet|xlIntlMacrosheet)["']/g;

export const repacked = (bytes: Uint8Array): Packed | Fault => {
  const parts = unzipSync(bytes, { filter: ({ name }) => needed.test(name) });
  if (!Object.values(parts).every(isWhole)) return damaged();
  const named = (pattern: RegExp): Uint8Array | undefined =>
    Object.entries(parts).find(([name]) => pattern.test(name))?.[1];
  if (!named(/^xl\/workbook\.xml$/i)) {
    // A workbook all the same, with its parts under other names.
    const isOne = text(named(/^\[Content_Types\]\.xml$/i)).includes("spreadsheetml");
    return isOne ? damaged() : fault("workbook.other");
  }
  return {
    bytes: zipSync(parts, { level: 0 }),
    hasTexts: textBegins.test(text(named(/^xl\/sharedStrings\.xml$/i)?.subarray(0, 4096))),
    others: text(named(/^xl\/_rels\/workbook\.xml\.rels$/i)).match(otherSheet)?.length ?? 0,
  };
};
