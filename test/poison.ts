import type { Page } from "playwright-core";
import { putFederation } from "./federation.ts";
import { workbookOf } from "./sent_workbook.ts";
import type { Workbench } from "./workbench.ts";

/**
 * What somebody might write into a cell, a header, a file's name or the settings so that it runs on a page: each would
 * set `poisoned`. All of them can be part of a file's name.
 */
export const poison = [
  "<img src=x onerror=poisoned=1>",
  '"><svg onload=poisoned=2>',
  "'onmouseover='poisoned=3",
  "[看](javascript:poisoned=4)",
  "$" + "{poisoned=5}",
  "{{visits.visits}}",
  "<!--",
  "`x`**y**",
  "&lt;b&gt;",
  "\u202egnp",
].join("");

/** With what no file's name may hold: slashes. */
export const slashed = `</title></script><script>poisoned=6</script>${poison}https://poison.invalid/`;

/** A federation of one township whose names, files, sheets and headers are poisoned. */
export const putPoisoned = (bench: Workbench): void => {
  putFederation(bench, 1, slashed);
  const rows = [
    ["走访编号", "走访日期", "统一社会信用代码", "干部编号", "走访方式", slashed],
    ["V9", "2018-08-30", "91990101MA0000001Y", "G001", slashed, slashed],
    ["V8", "2018-08-30", slashed, "G001", "实地", slashed],
  ];
  bench.put(
    `${poison}.csv`,
    rows.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(",")).join("\n"),
  );
  bench.put(
    "表.xlsx",
    workbookOf([
      [slashed, rows.slice(0, 2)],
      [`${poison}2`, rows],
    ]),
  );
  bench.put(`${poison}/不是台账.csv`, slashed);
};

const quoted = JSON.stringify(slashed);

export const poisonedSettings = `federation: {zh: ${quoted}, en: ${quoted}}\nnumbers: {visit_tasks: [${quoted}]}\n`;

/** What poison did to a page: nothing ran, no element and no link was made of it. */
export const poisonedOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    if ("poisoned" in window) faults.push(`poison ran: ${(window as { poisoned?: unknown }).poisoned}`);
    for (const made of document.querySelectorAll(
      "img[src=x], svg[onload], [onmouseover], [onerror], a[href^='javascript:'], a[href^='http'], main script",
    ))
      faults.push(`poison became ${made.outerHTML.slice(0, 80)}`);
    if (
      !document
        .querySelector(".masthead .federation")
        ?.textContent?.includes("<img src=x onerror=poisoned=1>")
    )
      faults.push("poison is not shown as it was written");
    if (/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent ?? ""))
      faults.push("a character that turns the direction of writing");
    return faults;
  });
