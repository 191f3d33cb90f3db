import { formatQuarter, formatValue } from "../format.ts";
import { whereabouts } from "../offender.ts";
import { type Organisation, tablesOf } from "../organisation.ts";
import { sentence } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { fill, type Lang, type Words, words } from "../words.ts";
import { aligned } from "./columns.ts";
import type { Doubted } from "./doubted.ts";
import type { Ingested } from "./ingest.ts";
import type { Checked } from "./model.ts";

const heads = {
  zh: ["文件", "台账", "读到", "采用", "退回", "重复", "被更新"],
  en: ["file", "register", "read", "accepted", "refused", "repeated", "superseded"],
};

const demoNote = {
  zh: "data/ 里还没有真实台账，以下用的是演示数据；放入第一个真实文件后演示数据即不再计入。",
  en: "data/ holds no real register yet: these are the demonstration rows; the first real file switches them off.",
};

const receiptNote = (files: number, mended: number) => ({
  zh: `退回的行连同原因写在 ${files} 份回执里（receipts 文件夹），改好后放回 data/ 即可${mended > 0 ? `；其中 ${mended} 行已更正补报` : ""}。`,
  en: `The refused rows stand with their reasons in ${files} receipts (folder receipts); mend them there and put them back into data/${mended > 0 ? `; ${mended} of them are mended already` : ""}.`,
});

/** What is wrong, in how many rows, and where the first one stands. */
const offenceOf = ({ words, count, rows }: Checked): Words => {
  const first = rows[0] && whereabouts(rows[0]);
  return {
    zh: `${words.zh}（${count} 条${first ? `，第一处在 ${first.zh}` : ""}）`,
    en: `${words.en} (${count} ${count === 1 ? "row" : "rows"}${first ? `, the first at ${first.en}` : ""})`,
  };
};

const unchangedNote = {
  zh: "台账、设置和程序与上次读入时相同，数据仓库和回执保持原样。",
  en: "Registers, settings and program are those of the last run: warehouse and receipts stay as they are.",
};

/** Doubts about files beyond this many are counted, not listed. */
const listed = 20;
const more = words(
  "另有 {n} 份，原因见网站“数据质量”页",
  "{n} more; the site's page on data quality says why",
);

/** Which file was refused whole or is doubted, and why. */
const doubtOf = ({ path, problem }: Doubted, lang: Lang): string =>
  `${problem.severity === "error" ? "✗" : "!"} ${path}${lang === "zh" ? "：" : ": "}${sentence(problem, lang)}`;

/** Per file: register and what became of its rows; then why files were not read, and the offending checks. */
export const intakeLines = (ingested: Ingested, organisation: Organisation, lang: Lang): string[] => {
  const registers = new Map(tablesOf(organisation).map((r) => [r.id, r.words[lang]]));
  const unknown = lang === "zh" ? "（不是台账）" : "(no register)";
  const rows = ingested.files.map((f) => [
    f.path,
    f.register === null ? unknown : (registers.get(f.register) ?? f.register),
    ...[f.read, f.accepted, f.refused, f.repeated, f.superseded].map(String),
  ]);
  const checks = ingested.checks
    .filter((c) => c.count > 0)
    .map((c) => `${c.severity === "error" ? "✗" : "!"} ${offenceOf(c)[lang]}`);
  const forgotten =
    ingested.forgotten > 0
      ? [
          lang === "zh"
            ? `其中 ${ingested.forgotten} 行已按本人要求去除个人信息，照常计数。`
            : `${ingested.forgotten} of these rows were cleared of personal data on request; they count all the same.`,
        ]
      : [];
  const mended = ingested.files.reduce((n, f) => n + f.mended, 0);
  const receipts = ingested.receipts > 0 ? ["", receiptNote(ingested.receipts, mended)[lang]] : [];
  const refused = [...ingested.unread, ...ingested.bundles].map((one) => doubtOf(one, lang));
  const rest = refused.length - listed;
  const doubts = [...refused.slice(0, listed), ...(rest > 0 ? [fill(more[lang], { n: String(rest) })] : [])];
  return [
    ...(ingested.unchanged ? [unchangedNote[lang], ""] : []),
    ...(ingested.demo ? [demoNote[lang], ""] : []),
    ...aligned([heads[lang], ...rows], [2, 3, 4, 5, 6]),
    ...forgotten,
    ...receipts,
    ...(doubts.length > 0 ? ["", ...doubts] : []),
    ...(checks.length > 0 ? ["", ...checks] : []),
  ];
};

/** The latest quarter's headline figures, in the words of the pages. */
export const headlineLines = (
  publication: Publication,
  headlines: readonly string[],
  lang: Lang,
): string[] => {
  const quarter = publication.quarters.at(-1);
  if (quarter === undefined) return [];
  const rows = headlines.flatMap((name) => {
    const indicator = publication.indicators.find((i) => i.id === name);
    const figure = publication.figures.find(
      (f) =>
        f.indicator === name &&
        f.quarter === quarter.id &&
        f.span === "quarter" &&
        Object.keys(f.by).length === 0,
    );
    if (!indicator || !figure) return [];
    const of = figure.denominator === null ? "" : `${figure.numerator ?? "—"} / ${figure.denominator}`;
    return [[`  ${indicator.words[lang]}`, formatValue(figure.value, indicator.unit, lang), of]];
  });
  return [formatQuarter(quarter.id, lang), ...aligned(rows)];
};

/** Says of which indicators nothing is told for a time, and why; undefined where there are none. */
export const untoldOf = ({
  withheldWhole: names = [],
  indicators,
}: Pick<Publication, "withheldWhole" | "indicators">): Words | undefined => {
  if (names.length === 0) return undefined;
  const said = (lang: Lang) =>
    names.map((name) => indicators.find(({ id }) => id === name)?.words[lang] ?? name);
  return {
    zh: `与以前发布的数字对照，会推算出应当隐去的数字，所以暂不公布有关年度的：${said("zh").join("、")}；数据有较大变化后会自行恢复`,
    en: `beside earlier releases numbers that must be withheld could be worked out, so nothing is told for now, in the years concerned, of: ${said("en").join(", ")}; it comes back by itself once more has changed`,
  };
};

/** True when a row or a whole file was refused. */
export const refusedAny = ({ files }: Ingested): boolean =>
  files.some((f) => f.refused > 0 || f.register === null);

/** The first check of severity error that rows offend against, and how many more there are. Undefined where none do. */
export const firstError = (checks: readonly Checked[]): Words | undefined => {
  const [first, ...rest] = checks.filter((c) => c.severity === "error" && c.count > 0);
  if (first === undefined) return undefined;
  const { zh, en } = offenceOf(first);
  const n = rest.length;
  return { zh: `${zh}${n > 0 ? `；另有 ${n} 项差错` : ""}`, en: `${en}${n > 0 ? `; ${n} more` : ""}` };
};

/** Why a strict build leaves the site as it is: rows offend against checks of severity error. Undefined where none do. */
export const stopOf = ({ checks }: Ingested): Words | undefined => {
  const error = firstError(checks);
  return (
    error && {
      zh: `有差错，网站没有更新（--strict）：${error.zh}`,
      en: `errors, so the site was left as it is (--strict): ${error.en}`,
    }
  );
};
