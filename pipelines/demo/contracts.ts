import { reach, type Script, scripts } from "./contract_scripts.ts";
import { type Enterprise, enterprise } from "./enterprise.ts";
import { type Federation, perScale } from "./federation.ts";
import { creditCode } from "./issued.ts";
import { draws, type Random } from "./random.ts";
import type { Row } from "./sheet.ts";

const perParty = 60;

/** The enterprise of a party: the first above scale at or after its place on the roster. */
const partyOf = (f: Federation, round: number, party: string): Enterprise => {
  let index = round * perScale.cadres * perScale.linksPerCadre + Number(party.slice(1)) * perParty;
  while (!enterprise(f, index).aboveScale) index++;
  return enterprise(f, index);
};

/** Credit codes of regional unions and trade associations begin here, beyond the roster's. */
const firstAssociation = 950_001;

const codeOf = (f: Federation, round: number, party: string): string | undefined => {
  if (party.startsWith("E")) return partyOf(f, round, party).code;
  const place = Object.keys(reach).indexOf(party);
  return party === "T1" ? undefined : creditCode(firstAssociation + round * 10 + place);
};

const numberOf = (round: number, place: number): string =>
  `HT${(scripts[place] as Script)[4].slice(0, 4)}-${String(round * 100 + place + 1).padStart(3, "0")}`;

/** The contract that an amendment changes; that of E11 was never handed in. */
const mainOf = (round: number, party: string): string => {
  const place = scripts.findIndex(([whose, kind]) => whose === party && kind === "综合");
  return place < 0 ? "HT2014-007" : numberOf(round, place);
};

const congresses = ["一届三次", "二届一次", "二届四次", "三届二次", "四届一次"] as const;

const stated = (r: Random, amendment: boolean): Row =>
  amendment
    ? {}
    : {
        职代会届次: r.pick(congresses),
        是否含企业年金: r.chance(0.8) ? "否" : "",
        职工方代表产生方式: r.weigh([
          ["选举", 6],
          ["推荐", 3],
          ["", 1],
        ]),
      };

const workersOf = (f: Federation, round: number, party: string, kind: string): number => {
  const { workers } = partyOf(f, round, party);
  return kind === "女职工专项" ? Math.round(workers * 0.4) : workers;
};

/** Rows of 集体合同台账 signed between two days, both inclusive. */
export function* contractRows(f: Federation, first: string, last: string): Iterable<Row> {
  for (let round = 0; round < f.scale; round++)
    for (const [place, [party, kind, from, to, signed, annuity]] of scripts.entries()) {
      if (signed < first || signed > last) continue;
      const amendment = kind === "补充协议";
      const [enterprises, workers] = reach[party] ?? [1, workersOf(f, round, party, kind)];
      yield {
        合同编号: numberOf(round, place),
        统一社会信用代码: codeOf(f, round, party),
        合同类型: kind,
        主合同编号: amendment ? mainOf(round, party) : "",
        ...stated(draws(f.seed, "contract")(round, place), amendment),
        签订日期: signed,
        生效日期: from,
        到期日期: to,
        覆盖企业数: String(enterprises),
        覆盖职工数: String(workers),
        ...(annuity ? { 是否含企业年金: annuity } : {}),
      };
    }
}
