import path from "node:path";
import { type Finding, type Findings, gradeWords } from "../../finding.ts";
import { whereabouts } from "../../offender.ts";
import { acceptedBy, expiredSince, idleSince } from "../../standing.ts";
import { type Lang, words } from "../../words.ts";
import { quartersOf } from "../figures.ts";
import { alone } from "../lock.ts";
import { measure } from "../measure.ts";
import { data, json, out } from "../options.ts";
import { findingsOf } from "../plausibility/findings.ts";
import { totalsOf } from "../plausibility/shifts.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";
import { openWarehouse } from "../warehouse.ts";
import { fillWarehouse } from "./ingest.ts";

/** Places that one line of a terminal still holds. */
const told = 5;

const linesOf = ({ kinds }: Findings, finding: Finding, lang: Lang): string[] => {
  const grade = kinds.find(({ id }) => id === finding.kind)?.grade ?? "unusual";
  const places = finding.rows.slice(0, told).flatMap((row) => whereabouts(row)?.[lang] ?? []);
  const rest = finding.count - places.length;
  const more = lang === "zh" ? `，另有 ${rest} 处` : `, and ${rest} more`;
  return [
    lang === "zh"
      ? `【${gradeWords[grade].zh}】${finding.words.zh}`
      : `[${gradeWords[grade].en}] ${finding.words.en}`,
    ...(places.length > 0 ? [`  ${places.join(lang === "zh" ? "、" : "; ")}${rest > 0 ? more : ""}`] : []),
    `  ${finding.id}`,
    ...(finding.accepted ? [`  ${acceptedBy(finding.accepted)[lang]}`] : []),
    ...(finding.expired ? [`  ${expiredSince(finding.expired)[lang]}`] : []),
  ];
};

/** The findings as a terminal shows them: open ones, accepted ones, acceptances of what is not there. */
export const findingLines = (all: Findings, lang: Lang): string[] => {
  const zh = lang === "zh";
  const open = all.findings.filter((f) => f.accepted === undefined);
  const accepted = all.findings.filter((f) => f.accepted !== undefined);
  const count = all.kinds.reduce((n, kind) => n + kind.open, 0);
  return [
    count === 0
      ? zh
        ? "没有待核实的疑点。"
        : "No finding is open."
      : zh
        ? `待核实的疑点 ${count} 条${count > open.length ? `（列出 ${open.length} 条）` : ""}；核实无误的，把编号写入 data/accepted.csv 即可不再计入。`
        : `${count} ${count === 1 ? "finding is" : "findings are"} open${count > open.length ? ` (${open.length} are listed)` : ""}; where all is well, put the id into data/accepted.csv.`,
    ...open.flatMap((finding) => ["", ...linesOf(all, finding, lang)]),
    ...(accepted.length > 0
      ? ["", zh ? `已认可 ${accepted.length} 条：` : `${accepted.length} accepted:`]
      : []),
    ...accepted.flatMap((finding) => ["", ...linesOf(all, finding, lang)]),
    ...(all.idle.length > 0 ? [""] : []),
    ...all.idle.map((acceptance) => idleSince(acceptance)[lang]),
  ];
};

const findingsIn = async (call: Call): Promise<Findings> => {
  await alone(text(call, "out"), () => fillWarehouse(call));
  const warehouse = await openWarehouse(text(call, "out"));
  try {
    const measured = await measure(warehouse, totalsOf(call.organisation), [], await quartersOf(warehouse));
    return await findingsOf(warehouse, call.organisation, path.join(call.home, "pipelines"), measured);
  } finally {
    warehouse.close();
  }
};

/** Looks for what is not plausible, in the files as they lie there now. */
export const findings: Verb = {
  name: "findings",
  words: words(
    "列出疑点：对不上、差一万倍、反常、重复、忽然不报的数据",
    "lists what is not plausible: contradictions, slips of ten thousand, outliers, duplicates, silences",
  ),
  options: { json, data, out },
  run: async (call) => {
    const all = await findingsIn(call);
    if (isSet(call, "json")) call.say(JSON.stringify(all, null, 1));
    else for (const line of findingLines(all, call.lang)) call.say(line);
    return 0;
  },
};
