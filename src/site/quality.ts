import type { QualityFile } from "../published_quality.ts";
import { type Words, words } from "../words.ts";
import { dataTable } from "./chart.ts";
import { type Context, say } from "./context.ts";
import { findings } from "./findings.ts";
import { html, type Markup } from "./markup.ts";
import { offenders } from "./offenders.ts";

const heads = {
  file: words("文件与台账", "File and register"),
  read: words("读取行数", "Rows read"),
  accepted: words("入账", "Accepted"),
  others: words("退回/重复/替代", "Refused / repeated / superseded"),
  total: words("合计", "Total"),
  line: words("行号", "Line"),
  field: words("栏目", "Field"),
  why: words("问题", "Problem"),
  severity: words("处理", "Outcome"),
  check: words("核对规则", "Check"),
  kind: words("性质", "Kind"),
  offenders: words("不符条数", "Rows"),
  unknown: words("未识别为台账", "not a register"),
};
const severities = { error: words("退回", "refused"), warning: words("提醒", "warned") };
const checkSeverities = { error: words("差错", "error"), warning: words("提醒", "warning") };

/** More problems of one file than these are counted, not listed. */
const listed = 50;

/** A word that stays on one line, however narrow its column. */
const word = (one: Words, context: Context): Markup => html`<span class="word">${say(one, context)}</span>`;

const encodingOf = ({ encoding }: QualityFile, { lang }: Context): Markup | "" => {
  if (encoding === "") return "";
  const code = html`<code>${encoding}</code>`;
  return lang === "zh" ? html`（${code}）` : html` (${code})`;
};

const identity = (file: QualityFile, context: Context): Markup =>
  html`<code>${file.path}${file.sheet ? ` · ${file.sheet}` : ""}</code><br><span class="small">${
    file.registerWords ? say(file.registerWords, context) : say(heads.unknown, context)
  }${encodingOf(file, context)}${file.note ? html`<br>${say(file.note, context)}` : ""}</span>`;

const others = (f: Pick<QualityFile, "refused" | "repeated" | "superseded">): string =>
  `${f.refused}/${f.repeated}/${f.superseded}`;

/** 42816 as 42,816. */
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

const add = (
  files: readonly QualityFile[],
  key: "read" | "accepted" | "refused" | "repeated" | "superseded",
): number => files.reduce((total, f) => total + f[key], 0);

const problems = (file: QualityFile, context: Context): Markup => {
  const rest = file.problems.length - listed;
  const count =
    context.lang === "zh"
      ? `：${file.problems.length}处问题`
      : `: ${file.problems.length} ${file.problems.length === 1 ? "problem" : "problems"}`;
  return html`<details class="table"><summary><code>${file.path}</code>${count}</summary>${dataTable(
    [heads.line, heads.field, heads.why, heads.severity].map((head) => ({ head: say(head, context) })),
    file.problems
      .slice(0, listed)
      .map((p) => [
        p.line === null ? "—" : String(p.line),
        p.field ? say(p.field, context) : "—",
        say(p.why, context),
        word(severities[p.severity], context),
      ]),
  )}${rest > 0 && html`<p class="small">${context.lang === "zh" ? `另有${rest}处未列出。` : `${rest} more not listed.`}</p>`}</details>`;
};

/** Every file handed in with its counts, the problems found in it, and the standing checks. */
export const quality = (context: Context): Markup => {
  const { files, checks } = context.edition.quality;
  const rooms = new Map(context.edition.publication.rooms.map((r) => [r.id, r.words]));
  const counts = dataTable(
    [
      { head: say(heads.file, context) },
      { head: say(heads.read, context), number: true },
      { head: say(heads.accepted, context), number: true },
      { head: say(heads.others, context), number: true },
    ],
    files.map((f) => [identity(f, context), grouped(f.read), grouped(f.accepted), others(f)]),
    [
      say(heads.total, context),
      grouped(add(files, "read")),
      grouped(add(files, "accepted")),
      others({
        refused: add(files, "refused"),
        repeated: add(files, "repeated"),
        superseded: add(files, "superseded"),
      }),
    ],
  );
  const faulty = files.filter((f) => f.problems.length > 0);
  const checked = dataTable(
    [
      { head: say(heads.check, context) },
      { head: say(heads.kind, context) },
      { head: say(heads.offenders, context), number: true },
    ],
    checks.map((c) => {
      const room = rooms.get(c.room);
      return [
        html`${say(c.words, context)}${room && html` <span class="small word">${say(room, context)}</span>`}${offenders(c, context)}`,
        word(checkSeverities[c.severity], context),
        c.count > 0 ? html`<strong class="gap">${c.count}</strong>` : "0",
      ];
    }),
  );
  const zh = context.lang === "zh";
  return html`<h2 id="files">${zh ? "文件" : "Files"}</h2>${counts}
<h2 id="problems">${zh ? "问题" : "Problems"}</h2>${
    faulty.length
      ? faulty.map((f) => problems(f, context))
      : html`<p class="none">${zh ? "未发现问题。" : "None found."}</p>`
  }
<h2 id="checks">${zh ? "核对" : "Checks"}</h2>${checked}
${findings(context)}`;
};
