import { organisation } from "../../pipelines/index.ts";
import type { Figure } from "../../src/figure.ts";
import { figuresOf } from "../../src/node/figures.ts";
import { Workbench } from "../workbench.ts";
import { recomputed } from "./figures/index.ts";
import type { Recomputed } from "./figures/recomputed.ts";
import { takeIn } from "./intake.ts";
import type { Federation } from "./invent/index.ts";

/** Numerator and denominator as the engine writes them: money in yuan with two decimals. */
const written = (n: bigint | null, money: boolean): string | null => {
  if (n === null || !money) return n === null ? null : String(n);
  const digits = String(n < 0n ? -n : n).padStart(3, "0");
  return `${n < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** The quotient with six decimals, rounded half up; the numerator alone where nothing is divided. */
const quotientOf = ({ numerator, denominator, money }: Recomputed): string | null => {
  if (numerator === null || denominator === 0n) return null;
  if (denominator === null) return written(numerator, money === true);
  const scaled = (numerator < 0n ? -numerator : numerator) * 1_000_000n;
  const rounded = (2n * scaled + denominator) / (2n * denominator);
  const digits = String(rounded).padStart(7, "0");
  const sign = numerator < 0n && rounded !== 0n ? "-" : "";
  return `${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`;
};

type Place = Pick<Figure, "indicator" | "quarter" | "span" | "by">;
const at = ({ indicator, quarter, span, by }: Place): string =>
  [indicator, quarter, span, ...Object.entries(by).flat()].join(" ");

const same = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Number(a) === 0 && Number(b) === 0);

export const recomputedNames = [
  "legal_aid.recovered",
  "visits.above_scale_coverage",
  "legal_aid.lawyer_coverage",
  "training.attendance_rate",
  "legal_aid.wages_recovered",
  "legal_aid.received",
  "legal_aid.batches",
  "visits.visits",
  "visits.monthly_duty_rate",
  "visits.problems_resolved_rate",
  "training.learners",
  "canteens.fair_eliminated",
  "stations.plan_in_use_rate",
  "entrepreneurship.paid_rate",
  "returns.reporting_rate",
];

/** Puts a federation's files where the engine finds them. */
export const workbenchOf = async ({ files, firstMonth }: Federation): Promise<Workbench> => {
  const bench = new Workbench();
  for (const [name, bytes] of Object.entries(files)) bench.put(name, bytes);
  await bench.ingest({ ...organisation, firstMonth });
  return bench;
};

export interface Comparison {
  readonly compared: number;
  readonly differing: readonly string[];
}

/** Has the figures made by the engine and without it. */
export const compare = async (federation: Federation): Promise<Comparison> => {
  const bench = await workbenchOf(federation);
  try {
    const engine = await bench.ask((w) =>
      figuresOf(w, { ...organisation, firstMonth: federation.firstMonth }, ({ name }) =>
        recomputedNames.includes(name),
      ),
    );
    const mine = recomputed(takeIn(federation.files, federation.firstMonth));
    const axes = new Set(mine.map(({ indicator, by }) => `${indicator} ${Object.keys(by)}`));
    const theirs = new Map(
      engine
        .filter(
          ({ indicator, by }) => axes.has(`${indicator} ${Object.keys(by)}`) || Object.keys(by).length === 0,
        )
        .map((figure) => [at(figure), figure]),
    );
    const differing: string[] = [];
    for (const figure of mine) {
      const there = theirs.get(at(figure));
      theirs.delete(at(figure));
      const money = figure.money ?? false;
      const [n, d, v] = [
        written(figure.numerator, money),
        written(figure.denominator, money),
        quotientOf(figure),
      ];
      // Where nothing can be divided, there is no figure, be it for want of data or of a denominator.
      if (there && v === null && there.value === null) continue;
      if (there && same(n, there.numerator) && same(d, there.denominator) && same(v, there.value)) continue;
      const said = there ? `${there.value} = ${there.numerator} / ${there.denominator}` : "nothing";
      differing.push(`${at(figure)}: ${v} = ${n} / ${d}, the engine has ${said}`);
    }
    for (const [place, { value }] of theirs)
      differing.push(`${place}: not recomputed, the engine has ${value}`);
    return { compared: mine.length, differing };
  } finally {
    bench.clear();
  }
};
