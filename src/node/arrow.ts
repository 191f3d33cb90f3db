import { Dictionary, Float64, Int32, Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import type { Figure } from "../figure.ts";

const words = (values: readonly (string | null)[]) =>
  vectorFromArray(values, new Dictionary(new Utf8(), new Int32()));

/** An indicator has at most one axis at a time. */
const dimension = ({ by }: Figure): [string, string] => Object.entries(by)[0] ?? ["", ""];

/**
 * Figures as an Arrow IPC stream for the browser, one row per figure. The three numbers are decimal strings as
 * published; `drawn` is the value as a float, for the height of a bar and nothing else.
 */
export const arrowOf = (figures: readonly Figure[]): Uint8Array => {
  const column = (pick: (figure: Figure) => string | null) => words(figures.map(pick));
  const table = new Table({
    indicator: column((f) => f.indicator),
    quarter: column((f) => f.quarter),
    span: column((f) => f.span),
    dimension: column((f) => dimension(f)[0]),
    value_code: column((f) => dimension(f)[1]),
    label_zh: column((f) => f.label?.zh ?? dimension(f)[1]),
    label_en: column((f) => f.label?.en ?? dimension(f)[1]),
    value: column((f) => f.value),
    numerator: column((f) => f.numerator),
    denominator: column((f) => f.denominator),
    unit: column((f) => f.unit),
    mark: column((f) => f.hidden?.value ?? ""),
    drawn: vectorFromArray(
      figures.map((f) => (f.value === null ? null : Number(f.value))),
      new Float64(),
    ),
  });
  return tableToIPC(table, "stream");
};
