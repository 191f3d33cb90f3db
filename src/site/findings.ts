import { type Finding, type Grade, gradeWords } from "../finding.ts";
import { whereabouts } from "../offender.ts";
import { acceptedBy, expiredSince, idleSince } from "../standing.ts";
import { fill, words } from "../words.ts";
import { dataTable } from "./chart.ts";
import { type Context, capital, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

const said = {
  title: words("疑点", "Findings"),
  lead: words(
    "疑点是看起来不合情理、需要核实的数据，不影响发布。核实后确有其事的，可以认可，不再计入待核实。",
    "Findings are data that do not look right and ought to be looked into; they hold nothing back. One that proves true can be accepted and is then no longer open.",
  ),
  inPublic: words(
    "疑点涉及的单位和位置只在内部版列出。",
    "Units and places are listed in the internal edition only.",
  ),
  kind: words("疑点种类", "Kind"),
  open: words("待核实", "Open"),
  accepted: words("已认可", "Accepted"),
  rules: words("各类疑点怎样判定", "By which rules they are found"),
  none: words("没有待核实的疑点。", "No finding is open."),
  how: words(
    "认可的办法：把下面的编号填入 data/accepted.csv 的“发现”栏，并填认可人、原因；有效期至留空即长期有效。",
    "To accept one, put its id into the column 发现 (finding) of data/accepted.csv, with 认可人 (who) and 原因 (why); 有效期至 (until) may stay empty.",
  ),
  places: words("位置和编号", "Places and id"),
  rest: words("另有{n}处未列出。", "{n} more not listed."),
  unlisted: words("另有{n}条未列出。", "{n} more findings not listed."),
  idle: words("认可了而现在没有的疑点", "Accepted, but not found now"),
};

/** Text in which names of files and ids are set as code. */
const coded = (text: string, names: readonly (string | null | undefined)[]): Markup => {
  const [name, ...rest] = names.filter((one): one is string => Boolean(one) && text.includes(one as string));
  if (name === undefined) return html`${text}`;
  const [before = "", ...after] = text.split(name);
  return html`${coded(before, rest)}<code>${name}</code>${coded(after.join(name), rest)}`;
};

const namesIn = ({ numbers: { file, other_file: other, key, keys } }: Finding): (string | undefined)[] => [
  file,
  other,
  key,
  ...(keys?.split("、") ?? []),
];

const entry = (finding: Finding, grade: Grade, context: Context): Markup => {
  const { accepted, expired } = finding;
  const places = finding.rows.map(whereabouts).filter((place) => place !== undefined);
  const rest = finding.count - places.length;
  return html`<li><strong class="${accepted ? "word" : "gap word"}">${capital(say(gradeWords[grade], context))}</strong>${context.lang === "zh" ? "　" : " "}${coded(say(finding.words, context), namesIn(finding))}${context.lang === "zh" ? "。" : "."}${
    (accepted || expired) &&
    html`<br><span class="small">${accepted ? capital(say(acceptedBy(accepted), context)) : expired ? capital(say(expiredSince(expired), context)) : ""}</span>`
  }<details><summary>${say(said.places, context)}</summary><p><code>${finding.id}</code></p>${
    places.length > 0 &&
    html`<ul class="places">${places.map((place) => html`<li><code>${say(place, context)}</code></li>`)}</ul>`
  }${places.length > 0 && rest > 0 && html`<p class="small">${fill(say(said.rest, context), { n: String(rest) })}</p>`}</details></li>`;
};

/** What was found implausible: how much of each kind and by which rule, and in the internal edition each finding. */
export const findings = (context: Context): Markup | string => {
  const all = context.edition.quality.findings;
  if (all === undefined) return "";
  const { kinds, findings: found, idle = [] } = all;
  const grades = new Map(kinds.map(({ id, grade }) => [id, grade]));
  const counts = dataTable(
    [
      { head: say(said.kind, context) },
      { head: say(said.open, context), number: true },
      { head: say(said.accepted, context), number: true },
    ],
    kinds.map((kind) => [
      html`${say(kind.words, context)} <span class="small word">${capital(say(gradeWords[kind.grade], context))}</span>`,
      kind.open > 0 ? html`<strong class="gap">${kind.open}</strong>` : "0",
      String(kind.accepted),
    ]),
  );
  const head = html`<h2 id="findings">${say(said.title, context)}</h2><p>${say(said.lead, context)}${found === undefined && html` ${say(said.inPublic, context)}`}</p>${counts}
<details><summary>${say(said.rules, context)}</summary><dl>${kinds.map(
    (kind) => html`<dt>${say(kind.words, context)}</dt><dd>${say(kind.reading, context)}</dd>`,
  )}</dl></details>`;
  if (found === undefined) return head;
  const list = (some: readonly Finding[]): Markup =>
    html`<ol class="findings">${some.map((one) => entry(one, grades.get(one.kind) ?? "unusual", context))}</ol>`;
  const open = found.filter(({ accepted }) => accepted === undefined);
  const accepted = found.filter((one) => one.accepted !== undefined);
  const unlisted = kinds.reduce((n, kind) => n + kind.open, 0) - open.length;
  return html`${head}
<h3 id="findings-open">${say(said.open, context)}</h3>${
    open.length > 0
      ? html`<p class="small">${coded(say(said.how, context), ["data/accepted.csv"])}</p>${list(open)}`
      : html`<p class="none">${say(said.none, context)}</p>`
  }${unlisted > 0 && html`<p class="small">${fill(say(said.unlisted, context), { n: String(unlisted) })}</p>`}${
    accepted.length > 0 &&
    html`<h3 id="findings-accepted">${say(said.accepted, context)}</h3>${list(accepted)}`
  }${
    idle.length > 0 &&
    html`<h3 id="findings-idle">${say(said.idle, context)}</h3><ul>${idle.map((one) => html`<li>${coded(say(idleSince(one), context), [one.place.file, one.finding, one.meant])}${context.lang === "zh" ? "。" : "."}</li>`)}</ul>`
  }`;
};
