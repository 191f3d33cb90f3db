import type { Row, Sheet } from "../writing.ts";
import { sheetsOf, type World } from "./world.ts";

export const inventLegalAid = (world: World): Sheet[] => {
  const { chance, day, later } = world;
  const amount = (): bigint =>
    chance.from([
      0n,
      BigInt(chance.between(1, 999)),
      BigInt(chance.between(1, 9)) * 1_000_000n,
      BigInt(chance.between(1, 3)) * 100_000_000n,
      BigInt(chance.between(100, 900_000_000)),
    ]);
  const oneCase = (id: string): Row => {
    const accepted = day();
    const closed = chance.yes(0.7) ? later(accepted) : null;
    return {
      id,
      batch: `P${chance.between(1, 6)}`,
      accepted,
      level: chance.from(["市级", "区县级", "镇街级"]),
      area: "小城区",
      employer: "小城1号有限公司",
      applicant: "令狐乙",
      applicantKind: chance.from(["农民工", "其他"]),
      people: chance.yes(0.04) ? 0 : chance.between(1, 60),
      cause: chance.from(["劳动报酬", "工伤医疗", "其他"]),
      form: chance.from([
        "法律咨询",
        "代拟法律文书",
        "诉讼代理",
        "诉讼代理",
        "调解与仲裁代理",
        "非诉讼代理",
        "值班律师帮助",
      ]),
      confirmed: chance.yes(0.8) ? (chance.yes(0.03) ? -5000n : amount()) : null,
      avoided: chance.yes(0.2) ? amount() : null,
      // Some say how a case ended and not when: it is open.
      closed: closed,
      closing:
        closed || chance.yes(0.1)
          ? chance.from(["调解", "和解", "仲裁裁决", "判决", "撤回", "转出", "仅咨询", null])
          : null,
      outcome:
        closed || chance.yes(0.1) ? chance.from(["全部支持", "部分支持", "不支持", "撤回", null]) : null,
    };
  };
  const cases = chance.times(0, 20, (i) => oneCase(`A${i + 1}`));
  const receipt = (id: string): Row => ({
    id,
    case: chance.yes(0.06) || cases.length === 0 ? "A99" : String(chance.from(cases).id),
    day: day(),
    amount: chance.yes(0.05) ? -BigInt(chance.between(1, 5000)) : amount(),
  });
  const receipts = chance.times(0, 14, (i) => receipt(`R${i + 1}`));
  const units = chance.times(
    0,
    6,
    (i): Row => ({
      id: `U${i + 1}`,
      name: `小城第${i + 1}单位`,
      kind: chance.from(["市级单位", "镇街"]),
    }),
  );
  const lawyers = chance.times(0, 8, (i): Row => {
    const from = chance.from(["2017-01-01", day()]);
    const unit = units.length === 0 ? "U1" : chance.from(units);
    return {
      licence: `L${chance.between(1, i + 1)}`,
      name: "令狐律",
      unit: typeof unit === "string" ? unit : String(chance.yes(0.2) ? unit.name : unit.id),
      from,
      to: chance.yes(0.6) ? later(from) : null,
    };
  });
  return [
    ...sheetsOf(world, "cases", cases, {
      again: (row) => oneCase(String(row.id)),
      spoil: { accepted: "day", confirmed: "money", people: "count", cause: "word", closed: "day" },
    }),
    ...(chance.yes(0.85)
      ? sheetsOf(world, "receipts", receipts, {
          again: (row) => receipt(String(row.id)),
          spoil: { amount: "money", day: "day" },
        })
      : []),
    ...(chance.yes(0.9) ? sheetsOf(world, "serviceUnits", units, { spoil: { kind: "word" } }) : []),
    ...(chance.yes(0.9)
      ? sheetsOf(world, "lawyers", lawyers, {
          again: (row) => ({ ...row, to: chance.yes(0.5) ? null : later(String(row.from)) }),
          spoil: { from: "day", to: "day" },
        })
      : []),
  ];
};
