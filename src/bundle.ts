import Papa from "papaparse";
import type { Figure, Hidden } from "./figure.ts";
import { inert } from "./formula.ts";
import { handedUp, spans } from "./handed_up.ts";
import { isQuarter } from "./quarter.ts";

/** A federation whose figures are within a bundle of the level above it. */
export interface Inside {
  readonly federation: string;
  readonly fingerprint: string;
}

/** What a bundle says of itself above its figures. */
export interface BundleHead {
  readonly federation: string;
  readonly quarter: string;
  /** ISO day up to which the data are known. */
  readonly asOf: string;
  /** The edition that was released; null where the quarter has not been released. */
  readonly edition: number | null;
  /** Version and hash of the program. */
  readonly code: string;
  /** Its rows are invented. */
  readonly demo: boolean;
  /** Returns that were due for the quarter, and those that came; null where none was declared due. */
  readonly due: number | null;
  readonly received: number | null;
  /** All federations whose figures are within these, at every level below. */
  readonly inside: readonly Inside[];
  /** The public key, SPKI in base64. */
  readonly key: string;
}

/** One figure as it is handed up: a total, never a part of a breakdown. */
export interface BundleFigure
  extends Pick<Figure, "indicator" | "span" | "value" | "numerator" | "denominator" | "unit" | "hidden"> {
  /** The indicator's name, for the eye. */
  readonly name: string;
  /** The first 16 digits of the method's hash. */
  readonly method: string;
  /** Federations whose numbers are in it, its own included. */
  readonly federations: number;
}

/** Method of figures that were invented, not measured. */
export const inventedMethod = "演示";

const title = "下级工会上报数（台账上报格式 1）：请原样转发，改动或另存后签名即失效";
/** Not 填报单位: a federation below owes no register. */
const marks = {
  federation: "上报工会",
  quarter: "期别",
  asOf: "填报日期",
  edition: "发布版次",
  code: "程序版本",
  demo: "演示数据",
  due: "应报台账",
  received: "已报台账",
  inside: "所含下级",
  key: "签名公钥",
  signature: "签名",
} as const;

const parts = ["value", "numerator", "denominator"] as const;
const columns = Object.values(handedUp.fields).map(({ words }) => words.zh);

const told = (figure: BundleFigure, part: (typeof parts)[number]): string =>
  figure.hidden?.[part] ?? figure[part] ?? "";

/** `name fingerprint；name fingerprint` */
const insideSaid = (inside: readonly Inside[]): string =>
  inside.map(({ federation, fingerprint }) => `${federation} ${fingerprint}`).join("；");

/**
 * A bundle as text, without its signature: a table that Excel shows as it is.
 * @param fingerprint of the key that will sign it
 * @param lastDay the quarter's last day
 */
export const bundleText = (
  head: BundleHead,
  figures: readonly BundleFigure[],
  fingerprint: string,
  lastDay: string,
): string => {
  const count = (n: number | null): string => (n === null ? "" : String(n));
  const said = {
    federation: head.federation,
    quarter: head.quarter,
    asOf: head.asOf,
    edition: count(head.edition),
    code: head.code,
    demo: head.demo ? "是" : "否",
    due: count(head.due),
    received: count(head.received),
    inside: insideSaid(head.inside),
    key: head.key,
  };
  const above = Object.entries(said).map(([key, value]) => [`${marks[key as keyof typeof said]}：${value}`]);
  const rows = figures.map((figure) => [
    fingerprint,
    head.quarter,
    lastDay,
    figure.indicator,
    figure.name,
    spans[figure.span === "quarter" ? 0 : 1]?.zh ?? "",
    ...parts.map((part) => told(figure, part)),
    figure.unit,
    figure.method,
    String(figure.federations),
  ]);
  return Papa.unparse([[title], ...above, columns, ...rows.map((row) => row.map(inert))], { newline: "\n" });
};

/** What is signed of a text: its lines without those of the signature, whatever ends them. */
export const signedPart = (text: string): string => withoutSignature(text).rest;

const withoutSignature = (text: string): { rest: string; signatures: string[] } => {
  const lines = text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .trimEnd()
    .split("\n");
  const isSignature = (line: string): boolean => line.startsWith(`${marks.signature}：`);
  return {
    rest: lines.filter((line) => !isSignature(line)).join("\n"),
    signatures: lines.filter(isSignature).map((line) => line.slice(marks.signature.length + 1)),
  };
};

/**
 * Puts the signature below the key. UTF-8 with BOM and CRLF, so that Excel shows it as it is.
 * @param signature of `signedPart`, in base64
 */
export const signedText = (unsigned: string, signature: string): string => {
  const lines = unsigned.split("\n");
  const at = lines.findIndex((line) => line.startsWith(`${marks.key}：`)) + 1;
  return `\ufeff${lines.toSpliced(at, 0, `${marks.signature}：${signature}`).join("\r\n")}\r\n`;
};

const whole = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/**
 * Reads what a bundle says of itself, believing nothing.
 * @returns undefined where it is none; the signature beside the head
 */
export const bundleHeadIn = (
  text: string,
): { readonly head: BundleHead; readonly signature: string } | undefined => {
  const { rest, signatures } = withoutSignature(text);
  const [first, ...rows] = Papa.parse<string[]>(rest, { delimiter: ",", preview: 40 }).data;
  const [signature] = signatures;
  if (first?.[0] !== title || signatures.length !== 1 || signature === undefined) return undefined;
  const said = new Map<string, string>();
  for (const [cell = "", ...others] of rows) {
    const colon = cell.indexOf("：");
    if (others.some((other) => other !== "") || colon < 0) break;
    said.set(cell.slice(0, colon), cell.slice(colon + 1));
  }
  const get = (key: keyof typeof marks): string => said.get(marks[key]) ?? "";
  if (!isQuarter(get("quarter")) || !/^\d{4}-\d\d-\d\d$/.test(get("asOf"))) return undefined;
  return {
    signature,
    head: {
      federation: get("federation"),
      quarter: get("quarter"),
      asOf: get("asOf"),
      edition: whole(get("edition")),
      code: get("code"),
      demo: get("demo") !== "否",
      due: whole(get("due")),
      received: whole(get("received")),
      inside: get("inside")
        .split("；")
        .filter((one) => one !== "")
        .map((one) => ({
          federation: one.slice(0, one.lastIndexOf(" ")),
          fingerprint: one.slice(one.lastIndexOf(" ") + 1),
        })),
      key: get("key"),
    },
  };
};

const decimal = /^-?\d+(?:\.\d+)?$/;

/** A row's three numbers as a figure has them: exact decimals, and signs for those that are withheld. */
export const numbersIn = (
  row: Readonly<Record<string, string | null>>,
): Pick<Figure, "value" | "numerator" | "denominator" | "hidden"> => {
  const number = (text: string | null | undefined): string | null =>
    text && decimal.test(text) ? text : null;
  const hidden: Hidden = Object.fromEntries(
    parts.flatMap((part) => {
      const said = row[part];
      return said && !decimal.test(said) ? [[part, said]] : [];
    }),
  );
  return {
    value: number(row.value),
    numerator: number(row.numerator),
    denominator: number(row.denominator),
    ...(Object.keys(hidden).length > 0 && { hidden }),
  };
};
