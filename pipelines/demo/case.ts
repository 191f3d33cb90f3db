import { type DemoQuarter, isoDay, lastDay, quarters, spread } from "./calendar.ts";
import { type Ending, endingOf, type Form, isRecovered } from "./case_ending.ts";
import type { Federation } from "./federation.ts";
import { creditCode, identityNumber, maskedPhone } from "./issued.ts";
import { employerName, personName } from "./names.ts";
import { districts } from "./places.ts";
import { draws, type Random } from "./random.ts";

/** Levels, with the batches that each accepts in the five quarters at scale 1. */
export const levels = [
  { name: "市级", prefix: "FY", batches: [138, 150, 156, 171, 147] },
  { name: "区县级", prefix: "QX", batches: [74, 80, 84, 90, 78] },
  { name: "镇街级", prefix: "ZJ", batches: [38, 42, 44, 47, 40] },
] as const;

export interface Case {
  readonly id: string;
  readonly batch: string;
  readonly level: string;
  readonly accepted: number;
  readonly district: string;
  readonly employer: string;
  readonly employerCode: string;
  readonly applicant: string;
  readonly identity: string;
  readonly phone: string;
  readonly applicantKind: string;
  readonly people: number;
  readonly cause: string;
  readonly form: Form;
  readonly lawyer: string;
  readonly source: string;
  readonly ending: Ending;
  /** Closed by the last day of the demonstration. */
  readonly closed: boolean;
  readonly recovered: boolean;
  /** Yuan cents before they are fitted to the year's total. */
  readonly claimed: number;
  readonly confirmed: number;
  readonly avoided: number;
  /** A number of its own for further draws. */
  readonly place: readonly [number, number, number, number];
}

const causes = [
  ["劳动报酬", 44],
  ["工伤医疗", 14],
  ["经济补偿赔偿", 16],
  ["确认劳动关系", 7],
  ["合同订立履行解除", 6],
  ["除名辞退离职", 5],
  ["工时休假社保福利", 6],
  ["其他", 2],
] as const;

const forms = [
  ["调解与仲裁代理", 46],
  ["诉讼代理", 20],
  ["非诉讼代理", 14],
  ["代拟法律文书", 12],
  ["法律咨询", 4],
  ["值班律师帮助", 4],
] as const;

const applicantKinds = [
  ["农民工", 63],
  ["困难职工", 12],
  ["新就业形态", 9],
  ["其他", 16],
] as const;

export const channels = [
  ["来访", 52],
  ["12351", 27],
  ["网络", 12],
  ["走访", 9],
] as const;

const peopleOf = (r: Random): number =>
  r.chance(0.82) ? 1 : r.chance(0.7) ? r.between(2, 5) : r.between(6, 30);

/** Most claims are small and a few large; whole hundreds of yuan but for one in five. */
const claimOf = (r: Random, people: number): number => {
  const bell = r.unit() + r.unit() + r.unit() + r.unit() - 2;
  return 1_900_000 * Math.exp(bell * 1.3) * people ** 0.75;
};

const caseOf = (
  f: Federation,
  level: number,
  q: number,
  batch: number,
  nth: number,
  accepted: number,
): Case => {
  const { name, prefix, batches } = levels[level] as (typeof levels)[number];
  const quarter = quarters[q] as DemoQuarter;
  const year = quarter.year;
  const before = batches.filter((_, i) => i < q && quarters[i]?.year === year).reduce((a, b) => a + b, 0);
  const serial = String(before * f.scale + batch + 1).padStart(4, "0");
  const r = draws(f.seed, "case")(level, q, batch, nth);
  const people = peopleOf(r);
  const form = r.weigh(forms);
  const ending = endingOf(r, form);
  const claimed = claimOf(r, people);
  const recovered = isRecovered(form, ending);
  const employer = r.below(2100);
  const birthday = isoDay(r.between(-1800, 10_500));
  return {
    id: `${prefix}${year}-${serial}${nth ? `-${nth + 1}` : ""}`,
    batch: `P${prefix}${year}-${serial}`,
    level: name,
    accepted,
    district: r.pick(districts).name,
    employer: employerName(employer),
    // Employers outside the roster: numbers that no enterprise of it reaches.
    employerCode: r.chance(0.3) ? creditCode(7_000_000 + employer) : "",
    applicant: personName("applicant", r.below(19_000)),
    identity: r.chance(0.6) ? identityNumber(birthday, r.below(999)) : "",
    phone: maskedPhone(r.below(70_000)),
    applicantKind: r.weigh(applicantKinds),
    people,
    cause: r.weigh(causes),
    form,
    lawyer: form === "法律咨询" ? "" : personName("lawyer", r.below(202)),
    source: r.weigh(channels),
    ending,
    closed: accepted + ending.after <= lastDay,
    recovered,
    claimed,
    confirmed: ending.confirmed ? claimed * (0.55 + 0.4 * r.unit()) : 0,
    avoided: r.chance(0.12) ? claimed * r.unit() : 0,
    place: [level, q, batch, nth],
  };
};

/** The cases that a level accepts in a quarter, in order of acceptance. A batch holds one to three at 市级. */
export function* casesOf(f: Federation, level: number, q: number): Iterable<Case> {
  const count = (levels[level]?.batches[q] ?? 0) * f.scale;
  for (let batch = 0; batch < count; batch++) {
    const accepted = spread(quarters[q] as DemoQuarter, batch, count);
    const size =
      level === 0
        ? draws(f.seed, "batch")(q, batch).weigh([
            [1, 76],
            [2, 15],
            [3, 9],
          ] as const)
        : 1;
    for (let nth = 0; nth < size; nth++) yield caseOf(f, level, q, batch, nth, accepted);
  }
}
