import { inert } from "../formula.ts";
import type { PublishedIndicator } from "../publication.ts";
import { fill } from "../words.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup, type Printable } from "./markup.ts";
import { note } from "./note.ts";
import { wording } from "./wording.ts";

export interface Column {
  readonly head: string;
  readonly number?: boolean;
  /** Holds words and not a number or a name alone. */
  readonly wordy?: boolean;
}

/** A table whose first column names the row. Rows of more than four columns, or of words, stack on a phone. */
export const dataTable = (
  columns: readonly Column[],
  rows: readonly (readonly Printable[])[],
  foot?: readonly Printable[],
): Markup => {
  const stacks = columns.length > 4 || columns.some(({ wordy }) => wordy);
  const line = (cells: readonly Printable[]): Markup =>
    html`<tr>${cells.map((cell, i) =>
      i === 0
        ? html`<th scope="row">${cell}</th>`
        : html`<td${columns[i]?.number ? html` class="number"` : ""}${stacks ? html` data-label="${columns[i]?.head}"` : ""}>${cell}</td>`,
    )}</tr>`;
  return html`<table${stacks ? html` class="stack"` : ""}><thead><tr>${columns.map(
    (c) => html`<th scope="col"${c.number ? html` class="number"` : ""}>${c.head}</th>`,
  )}</tr></thead><tbody>${rows.map(line)}</tbody>${foot ? html`<tfoot>${line(foot)}</tfoot>` : ""}</table>`;
};

/** What stands behind a drawing, as texts. */
export interface Tabular {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly foot?: readonly string[] | undefined;
}

/**
 * Below a table: the table as a file, held in the link itself, so that it works without scripts and from a disk (UTF-8
 * with BOM, for Excel); and a button that copies it, shown where scripts run.
 */
const handles = ({ columns, rows, foot }: Tabular, title: string, context: Context): Markup => {
  const lines = [columns.map(({ head }) => head), ...rows, ...(foot ? [foot] : [])];
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const csv = lines.map((line) => line.map((text) => cell(inert(text))).join(",")).join("\r\n");
  const name = `${title} ${context.quarter.id}.csv`;
  return html`<p class="small"><a href="data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${csv}\r\n`)}" download="${name}">${say(wording.download, context)}</a> <button type="button" class="copy" data-done="${say(wording.copied, context)}" hidden>${say(wording.copy, context)}</button></p>`;
};

/** A drawing and what is printed around it. */
export interface Pictured {
  readonly indicator: PublishedIndicator;
  readonly title: string;
  /** Counting word of the axis. */
  readonly unit: string;
  /** What to see in it, in one sentence without a full stop; empty where there is nothing to say. */
  readonly remark: string;
  /** Undefined where there is nothing to draw. */
  readonly svg: Markup | undefined;
  /** What is drawn, as texts. */
  readonly table: Tabular;
}

/** Rows of the table behind a drawing: a page does not grow with classes, teaching points or whatever staff may write. */
const listed = 200;

/** The table, and below it how many rows it leaves out and where they stand. */
const listing = (table: Tabular, left: number, context: Context): Markup =>
  html`${dataTable(table.columns, table.rows, table.foot)}${left > 0 && html`<p class="small">${fill(say(wording.others, context), { n: String(left) })}</p>`}`;

/**
 * A drawing with its title and unit, what to see in it, the table behind it and its small print.
 * @param most rows of the table that are listed
 */
export const chart = (
  { indicator, title, unit, remark, svg, table: whole }: Pictured,
  context: Context,
  most = listed,
): Markup => {
  const table = { ...whole, rows: whole.rows.slice(0, most) };
  const tabled = listing(table, whole.rows.length - table.rows.length, context);
  const figure = context.edition.total(indicator, context.quarter.id);
  const bracketed = unit && (context.lang === "zh" ? `（${unit}）` : ` (${unit})`);
  return html`<figure class="chart" data-indicator="${indicator.id}">
<figcaption>${title}${bracketed && html`<span class="unit">${bracketed}</span>`}${svg && remark && html`<span class="remark">${remark}${context.lang === "zh" ? "。" : "."}</span>`}</figcaption>
${
  svg
    ? html`${svg}
<details class="table"><summary>${say(wording.table, context)}</summary>${tabled}${handles(table, title, context)}</details>
${note(indicator, figure, context)}`
    : whole.rows.some((row) => row.some((cell) => /[<※]/.test(cell)))
      ? html`<p class="none">${say(wording.withheld, context)}</p>${tabled}${note(indicator, figure, context)}`
      : html`<p class="none">${say(wording.noData, context)}</p>`
}
</figure>`;
};
