import { formatDay } from "../format.ts";
import type { PublishedRelease } from "../publication.ts";
import { causesSaid, movementSaid, toldValue } from "../revised.ts";
import type { Cause, FileCause, MethodCause, Revision } from "../revision.ts";
import { fill, type Words, words } from "../words.ts";
import { dataTable } from "./chart.ts";
import { type Context, capital, say } from "./context.ts";
import { labelOf } from "./label.ts";
import { html, type Markup } from "./markup.ts";

const heads = {
  figure: words("指标", "Figure"),
  released: words("原发布", "Released"),
  now: words("现为", "Now"),
  difference: words("相差与原因", "Difference and why"),
};
const said = {
  open: words(
    "本季度尚未定稿发布，数字随台账补报、更正而变动。",
    "This quarter has not been released yet: its figures follow the registers.",
  ),
  released: words(
    "本季度已定稿发布：第{edition}版，数据截至{day}。",
    "This quarter is released: edition {edition}, data as of {day}.",
  ),
  why: words("重新发布的原因：{why}。", "Why it was released again: {why}."),
  earlier: words("第{edition}版数据截至{day}。", "Edition {edition}: data as of {day}."),
  none: words("发布以来没有修订。", "Nothing has been revised since."),
  some: words(
    "发布以来修订{totals}项合计数、{parts}项分组数。",
    "Since then {totals} totals and {parts} parts of breakdowns have been revised.",
  ),
  parts: words("分组数的修订（{n}项）", "Revised parts of breakdowns ({n})"),
  year: words("（本年累计）", " (year to date)"),
  files: words("引起修订的台账", "Files behind the revisions"),
  methods: words("口径变更", "Changed methods"),
  was: words("原口径", "Before"),
  is: words("现口径", "Now"),
};
const fileKinds: Readonly<Record<FileCause["kind"], ReturnType<typeof words>>> = {
  late: words("补报", "Late"),
  corrected: words("更正", "Corrected"),
  withdrawn: words("撤回", "Withdrawn"),
};

/** The words of a figure's indicator, also where it is no longer measured. */
const wordsOf = ({ indicator, causes }: Revision, { edition }: Context): Words =>
  causes.find((cause) => cause.kind === "retired")?.words ?? edition.indicator(indicator).words;

const nameOf = (revision: Revision, context: Context): string => {
  const name = capital(say(wordsOf(revision, context), context));
  const part =
    Object.keys(revision.by).length > 0
      ? `：${labelOf({ ...revision, value: null, numerator: null, denominator: null, unit: "item" }, context)}`
      : "";
  return `${name}${revision.span === "year" ? say(said.year, context) : ""}${context.lang === "zh" ? part : part.replace("：", ": ")}`;
};

const tableOf = (revisions: readonly Revision[], context: Context): Markup =>
  dataTable(
    [
      { head: say(heads.figure, context) },
      { head: say(heads.released, context), number: true },
      { head: say(heads.now, context), number: true },
      { head: say(heads.difference, context), wordy: true },
    ],
    revisions.map((revision) => {
      const { unit, released, now, causes } = revision;
      const movement = movementSaid(revision, unit, context);
      return [
        nameOf(revision, context),
        toldValue(released, unit, context),
        toldValue(now, unit, context),
        html`${movement !== null && html`${movement}<br>`}<span class="base">${causesSaid(causes, context)}</span>`,
      ];
    }),
  );

/** Files by what became of them. */
const filesOf = (revisions: readonly Revision[], context: Context): Markup => {
  const found = new Map<string, FileCause["kind"]>();
  const isOfFiles = (cause: Cause): cause is FileCause => "files" in cause;
  for (const cause of revisions.flatMap(({ causes }) => causes.filter(isOfFiles)))
    for (const file of cause.files) found.set(file, cause.kind);
  return html`${
    found.size > 0 &&
    html`<h2 id="files">${say(said.files, context)}</h2><ul>${[...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, kind]) => html`<li>${say(fileKinds[kind], context)}　<code>${file}</code></li>`)}</ul>`
  }`;
};

const methodsOf = (revisions: readonly Revision[], context: Context): Markup => {
  const changed = new Map<string, MethodCause>();
  for (const { indicator, causes } of revisions)
    for (const cause of causes) if (cause.kind === "method") changed.set(indicator, cause);
  const entry = ([id, was]: [string, MethodCause]): Markup => {
    const is = context.edition.indicator(id);
    const told = ({ formula, reading }: Pick<MethodCause, "formula" | "reading">): string =>
      [say(formula, context), say(reading, context)].join(context.lang === "zh" ? "；" : "; ");
    return html`<h3>${capital(say(is.words, context))}</h3><dl><dt>${say(said.was, context)}</dt><dd>${told(was)}</dd><dt>${say(said.is, context)}</dt><dd>${told(is)}</dd></dl>`;
  };
  return html`${changed.size > 0 && html`<h2 id="methods">${say(said.methods, context)}</h2>${[...changed].map(entry)}`}`;
};

const releaseSaid = (release: PublishedRelease, context: Context): string => {
  const told = ({ edition, asOf }: Pick<PublishedRelease, "edition" | "asOf">) => ({
    edition: String(edition),
    day: formatDay(asOf, context.lang),
  });
  return [
    fill(say(said.released, context), told(release)),
    release.why !== null && fill(say(said.why, context), { why: release.why }),
    ...release.earlier.map((one) => fill(say(said.earlier, context), told(one))),
  ]
    .filter(Boolean)
    .join(context.lang === "zh" ? "" : " ");
};

/** What was released of the quarter, what of it has been revised since, by how much, and why. */
export const revisions = (context: Context): Markup => {
  const { publication } = context.edition;
  const release = publication.releases.find(({ quarter }) => quarter === context.quarter.id);
  if (!release) return html`<p>${say(said.open, context)}</p>`;
  const own = publication.revisions.filter(({ quarter }) => quarter === context.quarter.id);
  const totals = own.filter(({ by }) => Object.keys(by).length === 0);
  const parts = own.filter(({ by }) => Object.keys(by).length > 0);
  const summary =
    own.length === 0
      ? say(said.none, context)
      : fill(say(said.some, context), { totals: String(totals.length), parts: String(parts.length) });
  return html`<p>${releaseSaid(release, context)}${context.lang === "en" && " "}${summary}</p>
${totals.length > 0 && tableOf(totals, context)}
${parts.length > 0 && html`<details class="table"><summary>${fill(say(said.parts, context), { n: String(parts.length) })}</summary>${tableOf(parts, context)}</details>`}
${filesOf(own, context)}
${methodsOf(own, context)}`;
};
