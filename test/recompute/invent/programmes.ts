import { quarter } from "../calendar.ts";
import type { Row, Sheet } from "../writing.ts";
import { sheetsOf, type World } from "./world.ts";

const canteens = (world: World): Sheet[] => {
  const { chance, day, edge, quarters, firstMonth } = world;
  const yearFirst = quarter(`${quarters[0]?.slice(0, 4)}Q1`, firstMonth).first;
  const rows = chance.times(
    0,
    8,
    (i): Row => ({
      id: `S${i + 1}`,
      unit: `小城${i + 1}号食堂`,
      kind: chance.from(["机关", "事业", "企业"]),
      area: "小城区",
      diners: chance.between(0, 400),
      closed: chance.yes(0.3) ? chance.from([yearFirst, edge()]) : null,
    }),
  );
  const grade = (): string => chance.from(["优秀", "良好", "一般", "一般", "不评级"]);
  const grades = rows.flatMap((c) =>
    chance.times(
      0,
      4,
      (): Row => ({
        canteen: chance.yes(0.03) ? "S99" : String(c.id),
        kind: chance.yes(0.85) ? "动态" : "年度",
        day: chance.from(["2017-06-30", "2017-12-31", yearFirst, day(), day()]),
        grade: grade(),
      }),
    ),
  );
  return [
    ...sheetsOf(world, "canteens", rows, {
      again: (row) => ({ ...row, closed: chance.yes(0.5) ? day() : null }),
      spoil: { kind: "word", closed: "day" },
    }),
    ...sheetsOf(world, "grades", grades, {
      again: (row) => ({ ...row, grade: grade() }),
      spoil: { day: "day", grade: "word" },
    }),
  ];
};

const stations = (world: World): Sheet[] => {
  const { chance, day, later } = world;
  const station = (id: string): Row => {
    const built = chance.yes(0.6) ? day() : null;
    const opened = chance.yes(0.85) ? (built === null ? day() : later(built)) : null;
    const state = chance.from(["在建", "投用", "投用", "停用"]);
    return {
      id,
      name: `${id}号驿站`,
      area: "小城区",
      address: '中山路1号,"临街"',
      manager: chance.yes(0.5) ? "令狐丙" : null,
      built,
      opened,
      state,
      closed: chance.yes(state === "停用" ? 0.85 : 0.1) ? later(opened ?? built ?? "2000-01-01") : null,
    };
  };
  return sheetsOf(
    world,
    "stations",
    chance.times(0, 10, (i) => station(`Z${i + 1}`)),
    {
      again: (row) => station(String(row.id)),
      spoil: { state: "word", opened: "day" },
    },
  );
};

const startUps = (world: World): Sheet[] => {
  const { chance, day, quarters } = world;
  const lines = chance.times(
    0,
    5,
    (i): Row => ({
      id: `B${i + 1}`,
      year: chance.from(quarters).slice(0, 4) + chance.from(["", "年"]),
      level: chance.from(["省", "市"]),
      name: `项目${i + 1}`,
      kind: chance.from(["创业园", "农民工之星", "培训基地"]),
      planned: chance.between(0, 50),
      price: BigInt(chance.between(0, 10)) * 1_000_000n,
      budget: BigInt(chance.between(0, 40)) * 1_000_000n,
    }),
  );
  const payment = (id: string): Row => ({
    id,
    line: chance.yes(0.05) || lines.length === 0 ? "B99" : String(chance.from(lines).id),
    day: day(),
    amount: BigInt(chance.between(1, 8_000_000)),
  });
  return [
    ...sheetsOf(world, "budgetLines", lines, {
      again: (row) => ({ ...row, budget: BigInt(chance.between(0, 40)) * 1_000_000n }),
      spoil: { budget: "money", planned: "count" },
    }),
    ...(chance.yes(0.9)
      ? sheetsOf(
          world,
          "payments",
          chance.times(0, 12, (i) => payment(`F${i + 1}`)),
          {
            again: (row) => payment(String(row.id)),
            spoil: { amount: "money", day: "day" },
          },
        )
      : []),
  ];
};

export const inventProgrammes = (world: World): Sheet[] => [
  ...canteens(world),
  ...stations(world),
  ...startUps(world),
];
