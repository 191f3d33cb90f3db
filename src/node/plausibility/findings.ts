import type { Figure } from "../../figure.ts";
import { type Acceptance, type Finding, type FindingKind, type Findings, grades } from "../../finding.ts";
import { formatDay } from "../../format.ts";
import { nearest } from "../../nearest.ts";
import { type Organisation, registersOf } from "../../organisation.ts";
import { fill, type Lang } from "../../words.ts";
import { namedIndicators } from "../figures.ts";
import { failing } from "../shortage.ts";
import type { Warehouse } from "../warehouse.ts";
import { layAmounts, outliers, slips } from "./amounts.ts";
import { earlyDays, futureDays, presentDay } from "./days.ts";
import type { Doubt } from "./doubt.ts";
import { roomDoubts } from "./room_doubts.ts";
import { shiftKind, shiftsIn } from "./shifts.ts";
import { silences } from "./silences.ts";
import { totals } from "./totals.ts";
import { repeating, twins } from "./twins.ts";

/** Findings of one kind beyond this many are counted, not listed. Accepted ones are always listed. */
const listed = 200;
/** Rows of one finding beyond this many are counted, not listed. */
const placed = 20;

type Row = Record<string, string | null>;

/** 12345.6 yuan in full, with its thousands apart: next to a slip of 10⁴ nothing may be rounded away. */
const inFull = (yuan: string, lang: Lang): string => {
  const [whole = "", cents = ""] = yuan.split(".");
  const said = `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${/^0*$/.test(cents) ? "" : `.${cents}`}`;
  return lang === "zh" ? `${said} 元` : `¥${said}`;
};

const sayIn = (lang: Lang, slots: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(slots).map(([slot, value]) => {
      const own = lang === "en" ? (slots[`${slot}_en`] ?? value) : value;
      if (slot.endsWith("_yuan")) return [slot, inFull(own, lang)];
      return [slot, /^\d{4}-\d{2}-\d{2}$/.test(own) ? formatDay(own, lang) : own];
    }),
  );

const findingOf = ({ kind, forms }: Doubt, rows: readonly Row[]): Finding => {
  const [first = {}] = rows;
  const slots = Object.fromEntries(
    Object.entries(first).flatMap(([slot, value]) =>
      slot.startsWith("_") || value === null ? [] : [[slot, value] as const],
    ),
  );
  const form = forms[first._form ?? ""];
  const numbers = Object.entries(slots).filter(([slot]) => !slot.endsWith("_en"));
  return {
    id: `${kind.id}/${first._id}`,
    kind: kind.id,
    room: first._room ?? "",
    words: {
      zh: fill(form?.zh ?? "", sayIn("zh", slots)),
      en: fill(form?.en ?? "", sayIn("en", slots)),
    },
    score: Number(first._top ?? 0),
    numbers: Object.fromEntries(numbers.map(([slot, value]) => [slot.replace(/_yuan$/, ""), value])),
    count: Number(first._count),
    rows: rows.flatMap(({ _file, _line }) =>
      _file == null ? [] : [{ file: _file, line: _line == null ? null : Number(_line) }],
    ),
  };
};

/** What one query finds: the strongest, those that were accepted, and how many there are in all. */
const found = async (warehouse: Warehouse, doubt: Doubt): Promise<{ findings: Finding[]; total: number }> => {
  if (doubt.sql === undefined) return { findings: [], total: 0 };
  const prefix = `'${doubt.kind.id}/'`;
  const rows = await warehouse
    .rows(`
    WITH doubted AS MATERIALIZED (${doubt.sql}),
    ids AS (SELECT _id, max(_score) AS _top, count(*) AS _count FROM doubted GROUP BY _id),
    ranked AS (
      SELECT ids.*, finding IS NOT NULL AS kept, count(*) OVER () AS _total,
        row_number() OVER (ORDER BY _top DESC, _id) AS rank
      FROM ids LEFT JOIN (SELECT DISTINCT finding FROM findings.accepted) ON finding = ${prefix} || _id)
    SELECT doubted.*, _top, _count, _total FROM doubted JOIN ranked USING (_id)
    WHERE rank <= ${listed} OR kept
    QUALIFY row_number() OVER (PARTITION BY _id ORDER BY _file NULLS LAST, _line) <= ${placed}
    ORDER BY rank, _file NULLS LAST, _line`)
    .catch(failing(`疑点 ${doubt.kind.id} 查不成`, `finding ${doubt.kind.id}`));
  const byId = new Map<string, Row[]>();
  for (const row of rows) byId.set(row._id ?? "", [...(byId.get(row._id ?? "") ?? []), row]);
  return {
    findings: [...byId.values()].map((own) => findingOf(doubt, own)),
    total: Number(rows[0]?._total ?? 0),
  };
};

const acceptancesIn = async (warehouse: Warehouse): Promise<Acceptance[]> =>
  (
    await warehouse.rows(
      "SELECT finding, who, why, CAST(until AS VARCHAR) AS until, _file, _line FROM findings.accepted ORDER BY _file, _line",
    )
  ).map((row) => ({
    finding: row.finding ?? "",
    who: row.who ?? "",
    why: row.why ?? "",
    until: row.until ?? null,
    place: { file: row._file ?? null, line: Number(row._line) },
  }));

/** Registers of which at least one row was accepted: the others need not be looked through. */
const sentIn = async (warehouse: Warehouse): Promise<ReadonlySet<string>> =>
  new Set(
    (await warehouse.rows("SELECT DISTINCT register FROM intake.files WHERE accepted > 0")).map(
      (row) => row.register ?? "",
    ),
  );

/** Quarters that are over, by the day up to which the registers speak or the latest day on which a file was filed. */
const quartersOver = async (warehouse: Warehouse, present: string): Promise<string[]> =>
  present === ""
    ? []
    : (
        await warehouse.rows(`
    SELECT quarter FROM calendar.quarters
    WHERE last_day <= greatest(DATE '${present}', (SELECT max(filed) FROM intake.files)) ORDER BY first_day`)
      ).map((row) => row.quarter ?? "");

/** Open before accepted, then grave before slight, then in the order in which kinds are looked for, then strong before weak. */
const ranked = (kinds: readonly FindingKind[], findings: readonly Finding[]): Finding[] => {
  const at = new Map(kinds.map(({ id, grade }, i) => [id, grades.indexOf(grade) * kinds.length + i]));
  const place = ({ kind, accepted }: Finding): number => (accepted ? 1e6 : 0) + (at.get(kind) ?? 0);
  return [...findings].sort((a, b) => place(a) - place(b) || b.score - a.score || (a.id < b.id ? -1 : 1));
};

/**
 * Looks for what is not plausible in a finished warehouse, and for what of it was accepted. Nothing is changed by it.
 * @param rooms folder with a folder per room, where findings.sql stands
 * @param figures the measured figures: their totals by quarter are looked at as well
 */
export const findingsOf = async (
  warehouse: Warehouse,
  organisation: Organisation,
  rooms: string,
  figures: readonly Figure[],
): Promise<Findings> => {
  const sent = await sentIn(warehouse);
  const registers = registersOf(organisation).filter(({ id }) => sent.has(id));
  const present = await presentDay(warehouse, registers);
  await layAmounts(warehouse, registers);
  const doubts = [
    totals(registers),
    futureDays(registers, present),
    ...organisation.rooms.flatMap((room) => roomDoubts(room, rooms)),
    slips(registers),
    twins(await repeating(warehouse, registers)),
    earlyDays(organisation.rooms, sent),
    silences(registersOf(organisation), present),
    outliers(registers),
  ];
  const results: { kind: FindingKind; findings: Finding[]; total: number }[] = [];
  for (const doubt of doubts) results.push({ kind: doubt.kind, ...(await found(warehouse, doubt)) });
  const shifts = shiftsIn(namedIndicators(organisation), figures, await quartersOver(warehouse, present));
  results.push({ kind: shiftKind, findings: shifts, total: shifts.length });

  const acceptances = await acceptancesIn(warehouse);
  const byId = new Map(acceptances.map((a) => [a.finding, a]));
  const judged = results.map(({ kind, findings, total }) => {
    const own = findings.map((finding): Finding => {
      const acceptance = byId.get(finding.id);
      if (acceptance === undefined) return finding;
      const holds = acceptance.until === null || acceptance.until >= present;
      return { ...finding, [holds ? "accepted" : "expired"]: acceptance };
    });
    const accepted = own.filter((f) => f.accepted !== undefined).length;
    return { count: { ...kind, open: total - accepted, accepted }, own };
  });
  const findings = judged.flatMap(({ own }) => own);
  const ids = findings.map(({ id }) => id);
  return {
    kinds: judged.map(({ count }) => count),
    findings: ranked(
      results.map(({ kind }) => kind),
      findings,
    ),
    idle: acceptances
      .filter(({ finding }) => !ids.includes(finding))
      .map((acceptance) => {
        // Another number is another case: only a slip in the words is worth a question.
        const digits = (id: string): string => id.replace(/\D/g, "");
        const meant = nearest(
          acceptance.finding,
          ids.filter((id) => digits(id) === digits(acceptance.finding)),
        );
        return { ...acceptance, ...(meant !== undefined && { meant }) };
      }),
  };
};
