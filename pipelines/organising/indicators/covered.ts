import type { Indicator } from "../../../src/indicator.ts";
import { type Words, words } from "../../../src/words.ts";
import { contractLaw } from "./source.ts";

const scoped = (column: string, filter: string): string =>
  `coalesce(sum(${column}) FILTER (WHERE ${filter}), 0)`;

/** The largest of three numbers that may overlap each other wholly. */
const atLeast = (column: string): string =>
  `greatest(${scoped(column, "agreement_scope = '企业' AND has_code")}, ${scoped(column, "agreement_scope = '区域性'")}, ${scoped(column, "agreement_scope = '行业性'")})`;

const lowerBound: Words = words(
  "下限：台账只给区域性、行业性合同覆盖的企业数，没有名单，看不出与企业自签合同重叠多少，所以按完全重叠处理，取“企业自签”“区域性”“行业性”三者中最大的一个，不相加。一家企业有综合、工资专项、女职工专项几份合同只计一家；同一签约方（按信用代码）的几份区域性或行业性合同取最大的一份；不同区域之间、不同行业之间视为互不重叠。没有信用代码的企业合同认不出是哪家，不计入。",
  "A lower bound: for regional and industry contracts the register gives a number and no names, so their overlap with the enterprises' own contracts is unknown. It is taken as complete: the largest of the three (own, regional, industry) is reported, not the sum. An enterprise with several contracts (general, wages, women workers) counts once; of several regional or industry contracts of one party (by credit code) the largest counts; different regions, and different trades, are taken not to overlap. An own contract without a code cannot be told apart and is left out.",
);

const noOverlap: Words = words(
  "上限：把“企业自签”“区域性”“行业性”三项相加，区域、行业合同内又自签的企业会计两次；实际数在下限与此数之间。同一企业、同一签约方的几份合同仍只计一次。",
  "An upper bound: own, regional and industry added up, so an enterprise with its own contract inside a region counts twice. The truth lies between the lower bound and this. Several contracts of one party still count once.",
);

const enterprises: Indicator = {
  id: "enterprises_covered",
  words: words("集体合同覆盖企业（不少于）", "enterprises covered, at least"),
  unit: "enterprise",
  from: "organising.parties_covered",
  numerator: atLeast("enterprises"),
  span: "stock",
  formula: words(
    "季末有效合同覆盖的企业：企业自签（去重）、区域性、行业性三者中的最大数",
    "enterprises under contracts in force on the last day: the largest of own (each once), regional and industry",
  ),
  reading: lowerBound,
  source: contractLaw,
  better: "more",
};

const listed: Indicator = {
  ...enterprises,
  id: "enterprises_listed",
  words: words("集体合同覆盖企业（不剔除重叠）", "enterprises covered, overlap not taken out"),
  numerator: "coalesce(sum(enterprises), 0)",
  by: { agreement_scope: "agreement_scope" },
  formula: words(
    "季末有效合同覆盖的企业：企业自签（去重）＋区域性＋行业性",
    "enterprises under contracts in force on the last day: own (each once) + regional + industry",
  ),
  reading: noOverlap,
  better: "neither",
};

const sameWorkers = words(
  "同一企业的几份合同覆盖的职工互相包含，取人数最多的一份。",
  "The contracts of one enterprise cover the same workers: the one with the most counts.",
);
const also = (reading: Words): Words =>
  words(`${sameWorkers.zh}${reading.zh}`, `${sameWorkers.en} ${reading.en}`);

const workers: Indicator = {
  ...enterprises,
  id: "workers_covered",
  words: words("集体合同覆盖职工（不少于）", "workers covered, at least"),
  unit: "person",
  numerator: atLeast("workers"),
  formula: words(
    "季末有效合同覆盖的职工：企业自签（去重）、区域性、行业性三者中的最大数",
    "workers under contracts in force on the last day: the largest of own (each once), regional and industry",
  ),
  reading: also(lowerBound),
};

const workersListed: Indicator = {
  ...listed,
  id: "workers_listed",
  words: words("集体合同覆盖职工（不剔除重叠）", "workers covered, overlap not taken out"),
  unit: "person",
  numerator: "coalesce(sum(workers), 0)",
  formula: words(
    "季末有效合同覆盖的职工：企业自签（去重）＋区域性＋行业性",
    "workers under contracts in force on the last day: own (each once) + regional + industry",
  ),
  reading: also(noOverlap),
};

/** Whom the contracts in force cover: a bound from below and one from above. */
export const covered: Indicator[] = [enterprises, listed, workers, workersListed];
