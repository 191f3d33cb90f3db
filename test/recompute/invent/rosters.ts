import { after, before } from "../calendar.ts";
import type { Row, Sheet } from "../writing.ts";
import { sheetsOf, type World } from "./world.ts";

export interface Rosters {
  readonly sheets: readonly Sheet[];
  readonly enterprises: readonly { readonly id: string; readonly name: string }[];
  readonly cadres: readonly { readonly id: string; readonly name: string }[];
}

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** An invented 统一社会信用代码 with its check digit (GB 32100). */
export const creditCode = (n: number): string => {
  const body = `91990101MA${String(n).padStart(7, "0")}`;
  let sum = 0;
  for (const [i, c] of [...body].entries()) sum += alphabet.indexOf(c) * (3 ** i % 31);
  return body + alphabet[(31 - (sum % 31)) % 31];
};

interface Township {
  /** Codes and names that the township goes by, or went by. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

const townshipsOf = ({ chance, day }: World): { rows: Row[]; townships: Township[] } => {
  const rows: Row[] = [
    {
      id: "990100",
      name: "小城市",
      parent: null,
      level: "市",
      former: null,
      from: "2001-01-01",
      to: null,
      successor: null,
    },
    {
      id: "990101",
      name: "小城区",
      parent: "990100",
      level: "区县",
      former: null,
      from: "2001-01-01",
      to: null,
      successor: null,
    },
  ];
  const townships = chance.times(1, 4, (i): Township => {
    const renamed = chance.yes(0.4) ? chance.between(1, 2) : 0;
    const stages = Array.from({ length: renamed + 1 }, (_, n) => ({
      id: `9901010${i + 1}${n}`,
      name: `${"东西南北"[i]}山${["乡", "镇", "街道"][n]}`,
    }));
    let from = "2001-01-01";
    for (const [n, stage] of stages.entries()) {
      const next = stages[n + 1];
      const to = next ? (from === "2001-01-01" ? day() : after(after(from))) : null;
      rows.push({
        ...stage,
        parent: "990101",
        level: "镇街",
        former: n > 0 && chance.yes(0.6) ? (stages[n - 1]?.name ?? null) : null,
        from,
        to,
        successor: next?.id ?? null,
      });
      if (to) from = after(to);
    }
    return { codes: stages.map(({ id }) => id), names: stages.map(({ name }) => name) };
  });
  return { rows, townships };
};

/** Areas, enterprises that become and cease to be above scale, cadres, and who answers for whom. */
export const inventRosters = (world: World): Rosters => {
  const { chance, day, edge, later } = world;
  const { rows: areas, townships } = townshipsOf(world);
  const aboveScale = (): Row => {
    const above = chance.yes(0.75);
    const from = chance.from([null, "2016-05-01", edge(), edge()]);
    const ended = chance.yes(above ? 0.1 : 0.4);
    const to = ended ? later(from ?? "2000-01-01") : null;
    return above || ended
      ? {
          above,
          from,
          to: ended ? chance.from([to, to && before(to) > (from ?? "") ? before(to) : to]) : null,
        }
      : { above, from: null, to: null };
  };
  const enterprise = (id: string, name: string, former: string | null): Row => {
    const { codes, names } = chance.from(townships);
    return {
      id,
      name,
      former,
      area: chance.yes(0.04) ? "无名镇" : chance.from([...codes, ...names]),
      ownership: chance.from(["国有", "民营", "外资", "其他"]),
      key: chance.yes(0.7),
      workers: chance.between(0, 300),
      ...aboveScale(),
    };
  };
  const enterprises = chance.times(2, 10, (i) =>
    enterprise(creditCode(i + 1), `小城${i + 1}号有限公司`, chance.yes(0.2) ? `小城老${i + 1}厂` : null),
  );
  const cadres = chance.times(1, 5, (i): Row => {
    const from = chance.from(["2016-01-01", day()]);
    return {
      id: `G${i + 1}`,
      name: chance.yes(0.15) ? "沈同名" : `沈${"甲乙丙丁戊"[i]}`,
      union: "小城区总工会",
      level: chance.from(["区", "镇街"]),
      from,
      to: chance.yes(0.2) ? later(from) : null,
    };
  });
  const link = (cadre: string, target: string, type = "企业"): Row => {
    const from = chance.from(["2016-01-01", "2016-01-01", edge(), day()]);
    return { cadre, type, target, from, to: chance.yes(0.35) ? later(from) : null };
  };
  const links = enterprises.flatMap((e) =>
    Array.from({ length: chance.from([0, 1, 1, 1, 2]) }, () =>
      link(chance.yes(0.04) ? "G99" : String(chance.from(cadres).id), String(e.id)),
    ),
  );
  if (chance.yes(0.5))
    links.push(link(String(chance.from(cadres).id), chance.from(chance.from(townships).codes), "镇街"));
  const known = (rows: readonly Row[]) =>
    rows.map((r) => ({ id: String(r.id), name: String(r.name), former: r.former }));
  return {
    sheets: [
      ...sheetsOf(world, "areas", areas),
      ...sheetsOf(world, "enterprises", enterprises, {
        again: (row) => ({ ...enterprise(String(row.id), String(row.name), null) }),
        spoil: { ownership: "word", workers: "count", name: "text", from: "day" },
      }),
      ...sheetsOf(world, "cadres", cadres, { spoil: { from: "day", level: "word" } }),
      ...sheetsOf(world, "links", links, {
        again: (row) => ({ ...row, to: chance.yes(0.5) ? null : later(String(row.from)) }),
        spoil: { type: "word", from: "day", to: "day" },
      }),
    ],
    enterprises: known(enterprises),
    cadres: known(cadres),
  };
};
