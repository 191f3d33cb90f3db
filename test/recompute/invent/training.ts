import { before } from "../calendar.ts";
import type { Row, Sheet } from "../writing.ts";
import { sheetsOf, type World } from "./world.ts";

export const inventTraining = (world: World): Sheet[] => {
  const { chance, day, later } = world;
  const classes = chance.times(0, 4, (i): Row => {
    const first = day();
    return {
      id: `K${i + 1}`,
      programme: chance.from(["公益课", "家政培训", "创业培训", "技能提升"]),
      course: "养老护理",
      category: chance.from(["护理", "烹饪"]),
      form: chance.from(["大讲堂", "流动学堂", "微讲堂", "集中培训"]),
      point: "小城学堂",
      union: "小城区总工会",
      first,
      last: later(first),
      planned: chance.between(0, 6),
      capacity: chance.between(0, 30),
    };
  });
  const session = (of: string, number: number, first: string): Row => ({
    class: of,
    number,
    day: chance.yes(0.3) ? first : later(first),
    cancelled: chance.from([null, false, false, true]),
  });
  const sessions = classes.flatMap((c) =>
    chance.times(0, 4, (i) => session(chance.yes(0.04) ? "K99" : String(c.id), i + 1, String(c.first))),
  );
  const firstOf = (id: string): string => String(classes.find((c) => c.id === id)?.first ?? day());
  const enrolment = (of: string, learner: string): Row => {
    const edges = [
      ...sessions.filter((s) => s.class === of).map((s) => String(s.day)),
      ...classes.filter((c) => c.id === of).map((c) => String(c.first)),
    ];
    const edge = (): string =>
      edges.length > 0 && chance.yes(0.7)
        ? chance.from([chance.from(edges), before(chance.from(edges))])
        : day();
    const on = chance.yes(0.6) ? "2018-07-01" : edge();
    const status = chance.from(["录取", "录取", "录取", "候补", "退出"]);
    const out = edge();
    const withdrawn = chance.yes(status === "退出" ? 0.85 : 0.1) ? ([out, on].sort()[1] as string) : null;
    return { class: of, learner, day: on, status, withdrawn };
  };
  const enrolments = classes.flatMap((c) =>
    chance.times(0, 6, () => enrolment(String(c.id), `X${chance.between(1, 9)}`)),
  );
  const mark = (): string => chance.from(["出勤", "出勤", "出勤", "迟到", "早退", "请假", "缺勤"]);
  // A third of the sessions have no sheet; on a sheet one or two are forgotten, and one may not be enrolled at all.
  const marks = chance.some(sessions, 0.67).flatMap((s) => [
    ...chance
      .some(
        enrolments.filter((e) => e.class === s.class),
        0.85,
      )
      .map(
        (e): Row => ({
          class: s.class as string,
          number: s.number as number,
          learner: e.learner as string,
          mark: mark(),
        }),
      ),
    ...(chance.yes(0.1)
      ? [{ class: s.class as string, number: s.number as number, learner: "X99", mark: mark() }]
      : []),
  ]);
  return [
    ...sheetsOf(world, "classes", classes, { spoil: { first: "day", programme: "word", capacity: "count" } }),
    ...sheetsOf(world, "sessions", sessions, {
      again: (row) => session(String(row.class), Number(row.number), firstOf(String(row.class))),
      spoil: { day: "day", number: "count" },
    }),
    ...sheetsOf(world, "enrolments", enrolments, {
      again: (row) => enrolment(String(row.class), String(row.learner)),
      spoil: { day: "day", status: "word" },
    }),
    ...(chance.yes(0.9)
      ? sheetsOf(world, "attendance", marks, {
          again: (row) => ({ ...row, mark: mark() }),
          spoil: { mark: "word", number: "count" },
        })
      : []),
  ];
};
