import { units } from "../../../unit.ts";
import { words } from "../../../words.ts";
import { type Column, type Kind, text } from "../table.ts";

export const required = { required: true } as const;

/** A column of text, unless `kind` says otherwise. */
export const column = (
  name: string,
  zh: string,
  en: string,
  kind: Kind = text,
  more: Partial<Column> = {},
): Column => ({ name, words: words(zh, en), kind, ...more });

/** A column that holds the id of a unit. */
export const unitColumn = (name: string, zh: string, en: string, more: Partial<Column> = {}): Column =>
  column(name, zh, en, text, { among: Object.keys(units), ...more });

export const indicatorColumn = column(
  "indicator",
  "指标，写作“业务.指标”",
  "the indicator, written room.indicator",
  text,
  required,
);

export const quarterColumn = column(
  "quarter",
  "季度，写作 2018Q4",
  "quarter of the reporting year, written 2018Q4",
  text,
  required,
);

export const roomColumn = column("room", "业务代号", "id of the programme", text, required);

export const spans = ["quarter", "year"] as const;

/** How Excel shows a number of a unit. */
export const shown = (unit: string | null | undefined): string =>
  unit === "rate" ? "0.0%" : unit === "yuan" || unit === "yuan_per_person" ? "#,##0.00" : "#,##0.######";
