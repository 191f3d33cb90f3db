import type { Row, Sheet } from "../writing.ts";
import { creditCode, type Rosters } from "./rosters.ts";
import { sheetsOf, type World } from "./world.ts";

export const inventVisits = (world: World, { enterprises, cadres }: Rosters): Sheet[] => {
  const { chance, day, later } = world;
  const visit = (id: string | null): Row => {
    const enterprise = chance.yes(0.04)
      ? { id: creditCode(900), name: "无此企业" }
      : chance.from(enterprises);
    const cadre = chance.yes(0.04) ? { id: "G88", name: "无此人" } : chance.from(cadres);
    const byName = chance.yes(0.25);
    const personByName = chance.yes(0.2);
    return {
      id,
      day: day(),
      enterprise: byName ? null : enterprise.id,
      enterpriseName: byName || chance.yes(0.5) ? enterprise.name : null,
      cadre: personByName ? null : cadre.id,
      cadreName: personByName || chance.yes(0.5) ? cadre.name : null,
      proxy: chance.from([null, false, false, true]),
      method: chance.from(["实地", "实地", "实地", "电话", "线上"]),
    };
  };
  const visits = chance.times(0, 30, (i) => visit(chance.yes(0.7) ? `V${i + 1}` : null));
  const problem = (id: string): Row => {
    const raised = day();
    const state = chance.from(["待办", "在办", "办结", "办结", "办结", "转交", "不予受理"]);
    return {
      id,
      raised,
      party: chance.from(["企业", "职工"]),
      kind: "用工",
      deadline: chance.yes(0.6) ? later(raised) : null,
      closed: chance.yes(state === "办结" ? 0.85 : 0.1) ? later(raised) : null,
      state,
    };
  };
  const problems = chance.times(0, 14, (i) => problem(`W${i + 1}`));
  return [
    ...sheetsOf(world, "visits", visits, {
      // Without a number it is a visit of its own.
      again: (row) => visit(row.id as string | null),
      spoil: { day: "day", method: "word" },
      units: ["镜湖区总工会", "城东街道总工会（筹）"],
    }),
    ...(chance.yes(0.85)
      ? sheetsOf(world, "problems", problems, {
          again: (row) => problem(String(row.id)),
          spoil: { raised: "day", state: "word", kind: "text" },
          units: ["镜湖区总工会", "城东街道总工会(筹)"],
        })
      : []),
  ];
};

/** 应报清单 of the two units that hand in visits and problems. */
export const inventReturns = (world: World): Sheet[] => {
  const { chance, quarters, day } = world;
  const due = ["走访台账", "问题台账"].flatMap((register) =>
    ["镜湖区总工会", "城东街道总工会(筹)", "河西镇总工会"].flatMap((unit) =>
      chance.some(quarters, 0.7).map((period): Row => ({ register, unit, period, due: day() })),
    ),
  );
  return sheetsOf(world, "returnsDue", due, {
    again: (row) => ({ ...row, due: day() }),
    spoil: { due: "day", unit: "text" },
  });
};
