import type { Inspection, InspectionProblem } from "../../inspection.ts";
import { tells } from "../../problem.ts";
import { fill, type Lang, type Words, words } from "../../words.ts";
import { dataTable } from "../chart.ts";
import { html, type Markup } from "../markup.ts";
import type { DroppedFile } from "./file_drop.ts";

type Inspect = (bytes: Uint8Array, name: string, lang: Lang) => Promise<readonly Inspection[]>;

/** More problems than these are counted, not listed. */
const listed = 200;

const said = {
  unreadable: words("这个文件读不了：{why}", "This file cannot be read: {why}"),
  unknown: words(
    "未识别为任何一种台账，请核对表头是否与模板一致。",
    "This is none of the registers; compare its header with the template.",
  ),
  register: words("识别为：{register}。", "Read as: {register}."),
  counts: words(
    "共{read}行，可入账{accepted}行，须修改{refused}行，重复{repeated}行。",
    "{read} rows: {accepted} accepted, {refused} to be mended, {repeated} repeated.",
  ),
  clean: words("没有发现问题，可以报送。", "No problems found; it can be handed in."),
  mend: words("须修改之处", "To be mended"),
  more: words(
    "另有{n}处未列出，改好以上各处后再查一遍。",
    "{n} more are not listed; mend these and check again.",
  ),
  columns: words("各列如何识别", "How the columns were read"),
  header: words("文件表头", "Header in the file"),
  field: words("识别为", "Read as"),
  ignored: words("未使用", "not used"),
  file: words(
    "编码{encoding}（{ground}），表头在第{line}行",
    "Encoding {encoding} ({ground}), header on line {line}",
  ),
  sheet: words("工作表“{sheet}”", "Sheet “{sheet}”"),
  place: words("位置", "Where"),
  why: words("问题", "Problem"),
  how: words("改法", "How to mend"),
  line: words("第{n}行", "line {n}"),
  warning: words("提醒", "warning"),
} satisfies Record<string, Words>;

const table = (problems: readonly InspectionProblem[], lang: Lang): Markup =>
  dataTable(
    [said.place, said.why, said.how].map((head) => ({ head: head[lang] })),
    problems
      .slice(0, listed)
      .map((p) => [
        html`${p.line === null ? "" : fill(said.line[lang], { n: String(p.line) })}${p.header && html`<br>${p.header}`}`,
        html`${tells(p.found, p.why) && html`<code>${p.found}</code> `}${p.why}${p.severity === "warning" && html` <span class="small">（${said.warning[lang]}）</span>`}`,
        p.mend,
      ]),
  );

const told = (seen: Inspection, lang: Lang): Markup => {
  const rest = seen.problems.length - listed;
  const counts = { read: seen.read, accepted: seen.accepted, refused: seen.refused, repeated: seen.repeated };
  const slots = Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, String(n)]));
  return html`${seen.sheet !== null && html`<p><strong>${fill(said.sheet[lang], { sheet: seen.sheet })}</strong></p>`}
<p>${seen.register === null ? said.unknown[lang] : fill(said.register[lang], { register: seen.registerWords })}${lang === "zh" ? "" : " "}${seen.register !== null && fill(said.counts[lang], slots)}</p>
${
  seen.problems.length > 0
    ? html`<h2>${said.mend[lang]}</h2>${table(seen.problems, lang)}${rest > 0 && html`<p class="small">${fill(said.more[lang], { n: String(rest) })}</p>`}`
    : seen.register !== null && html`<p class="none">${said.clean[lang]}</p>`
}
${
  seen.columns.length > 0 &&
  html`<details class="table"><summary>${said.columns[lang]}</summary><p class="small">${fill(said.file[lang], { encoding: seen.encoding, ground: seen.ground, line: String(seen.headerLine ?? "—") })}</p>${dataTable(
    [{ head: said.header[lang] }, { head: said.field[lang] }],
    seen.columns.map((c) => [c.header, c.field === null ? said.ignored[lang] : c.words]),
  )}</details>`
}`;
};

/** What staff must mend in a file, as an element; a file that cannot be read gives the reason in its place. */
export const findings = async (
  file: DroppedFile | null,
  inspect: Inspect,
  lang: Lang,
): Promise<HTMLElement> => {
  const element = document.createElement("div");
  element.className = "findings";
  element.setAttribute("aria-live", "polite");
  if (file === null) return element;
  try {
    const tables = await inspect(file.bytes, file.name, lang);
    element.innerHTML =
      html`<p><strong>${file.name}</strong></p>${tables.map((seen) => told(seen, lang))}`.text;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    element.innerHTML = html`<p class="none">${fill(said.unreadable[lang], { why })}</p>`.text;
  }
  return element;
};
