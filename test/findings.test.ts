import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation as whole } from "../pipelines/index.ts";
import type { Figure } from "../src/figure.ts";
import type { Finding, Findings } from "../src/finding.ts";
import { lookInto } from "../src/node/inbox.ts";
import type { Ingested } from "../src/node/ingest.ts";
import type { Named } from "../src/node/measure.ts";
import { disclosedFindings } from "../src/node/plausibility/disclosed.ts";
import { findingsOf } from "../src/node/plausibility/findings.ts";
import { roomDoubts } from "../src/node/plausibility/room_doubts.ts";
import { shiftsIn } from "../src/node/plausibility/shifts.ts";
import { findingLines } from "../src/node/verbs/findings.ts";
import { registersOf } from "../src/organisation.ts";
import { quartersBetween } from "../src/quarter.ts";
import type { Room } from "../src/register.ts";
import { median, modifiedZ } from "../src/robust.ts";
import { Edition } from "../src/site/edition.ts";
import { findings as findingsSection } from "../src/site/findings.ts";
import { words } from "../src/words.ts";
import { contextOf } from "./editions.ts";
import { rooms, Workbench } from "./workbench.ts";

const organisation = {
  ...whole,
  rooms: whole.rooms.map((room) => (room.id === "measures" ? { ...room, since: "2018-01-01" } : room)),
};

const csv = (header: string, rows: readonly (readonly (string | number)[])[], above: string[] = []): string =>
  [...above, header, ...rows.map((row) => row.join(","))].join("\n");

const subsidy = "发放编号,补助类型,统一社会信用代码,发放日期,金额";
const legalCase =
  "案件编号,批次号,受理日期,受理级次,所属区市,用人单位,申请人姓名,申请人类别,涉及人数,案由,援助形式,请求金额,结案日期,结案方式,结果";
const enterprise = "91990101MA0000001Y";

/** What differs between the data at fault and its neighbour that is not. */
interface Fault {
  /** A sum of 12 million where 1,000 to 1,400 are paid; or of 1.2 million, a thousand times as much. */
  readonly slip: string;
  /** A sum far from eleven before it, or just not far enough. */
  readonly outlier: string;
  /** The second of two cases that agree in all but their cause, or also in the persons concerned. */
  readonly twin: readonly [cause: string, people: number];
  readonly paidAfterFiling: string;
  readonly first: string;
  readonly silent: boolean;
  readonly total: string;
  readonly point: string;
  readonly closing: string;
}

const faulty: Fault = {
  slip: "12000000",
  outlier: "40000",
  twin: ["工伤医疗", 3],
  paidAfterFiling: "2018-12-08",
  first: "2017-12-31",
  silent: true,
  total: "5400",
  point: "河塘职工之家",
  closing: "调解",
};
const sound: Fault = {
  slip: "1200000",
  outlier: "36000",
  twin: ["工伤医疗", 4],
  paidAfterFiling: "2018-10-08",
  first: "2018-01-01",
  silent: false,
  total: "5500",
  point: "锦川职工之家",
  closing: "",
};

const days = [...Array.from({ length: 12 }, (_, i) => `2018-01-${i + 10}`), "2018-07-09"];
/** Thirteen times the same sum, numbered under a letter. */
const unchanging = (letter: string): string =>
  csv(
    subsidy,
    days.map((day, i) => [`${letter}${i + 10}`, "主席岗位补助", enterprise, day, 5000]),
    ["填报单位：丁区总工会"],
  );

const put = (bench: Workbench, fault: Fault): void => {
  const unit = ["填报单位：甲区总工会"];
  // With D1's 900 below, the median of the seven is 1,200: a ten-thousandth of 12 million, a thousandth of 1.2 million.
  bench.put(
    "岗位补助.csv",
    csv(
      subsidy,
      [
        ["A1", 1000],
        ["A2", 1100],
        ["A3", 1200],
        ["A4", 1300],
        ["A5", 1400],
        ["A6", fault.slip],
      ].map(([id, amount], i) => [id, "主席岗位补助", enterprise, `2018-02-0${i + 1}`, amount] as string[]),
      unit,
    ),
  );
  // Logarithms about that of 1,000: −0.30103 three times, 0 five times, 0.30103 three times. The median is 0, the median
  // of the eleven deviations 0.30103. For 40,000: 0.6745 · 1.60206 ÷ 0.30103 = 3.59; for 36,000: 0.6745 · 1.5563 ÷ 0.30103 = 3.49.
  const before = [500, 500, 500, 1000, 1000, 1000, 1000, 1000, 2000, 2000, 2000];
  bench.put(
    "互助保险.csv",
    csv(
      subsidy,
      [
        ...before.map((amount, i) => [`B${i + 10}`, "互助保险", enterprise, `2018-04-${i + 10}`, amount]),
        ["B30", "互助保险", enterprise, "2018-07-02", fault.outlier],
      ],
      unit,
    ),
  );
  bench.put(
    "补发.csv",
    csv(
      subsidy,
      [
        ["C1", "互助保险", enterprise, fault.paidAfterFiling, 1000],
        ["C2", "互助保险", enterprise, "2018-09-03", 2000],
        ["C3", "互助保险", enterprise, "2018-09-04", 2500],
        ["合计", "", "", "", fault.total],
      ],
      ["填报单位：丙区总工会,填报日期：2018-10-08"],
    ),
  );
  // A sum that never changes.
  bench.put("不变.csv", unchanging("H"));
  bench.put("元旦.csv", csv(subsidy, [["D1", "主席岗位补助", enterprise, fault.first, 900]], unit));
  bench.put("四季度.csv", csv(subsidy, [["D2", "互助保险", enterprise, "2018-10-09", 1000]], unit));
  for (const quarter of ["2018Q1", "2018Q2", "2018Q3", ...(fault.silent ? [] : ["2018Q4"])])
    bench.put(
      `问题-${quarter}.csv`,
      csv("问题编号,提出日期,诉求主体,问题类别,办理状态", [], [`填报单位：乙区总工会,期别：${quarter}`]),
    );
  const applicant = ["市级", "甲区", "锦川纺织有限公司", "令狐甲", "农民工"];
  bench.put(
    "案件.csv",
    csv(
      legalCase,
      [
        ["E1", "P1", "2018-11-05", ...applicant, 3, "劳动报酬", "诉讼代理", 30000, "", "", ""],
        ["E2", "P2", "2018-11-05", ...applicant, fault.twin[1], fault.twin[0], "诉讼代理", 30000, "", "", ""],
        [
          ...["E3", "P3", "2018-12-20", "市级", "甲区", "河塘有限公司", "令狐乙", "农民工", 1, "劳动报酬"],
          ...["诉讼代理", 20000, "", fault.closing, ""],
        ],
      ],
      ["填报单位：甲区总工会,填报日期：2019-01-08"],
    ),
  );
  const course = ["公益课", "书法", "书法", "大讲堂"];
  bench.put(
    "班次.csv",
    csv("班次编号,项目,课程名称,类别,教学形式,教学点,主办工会,开班日期,结束日期,计划课次,容量", [
      ["K1", ...course, "锦川职工之家", "市总", "2018-05-03", "2018-05-03", 1, 30],
      ["K2", ...course, fault.point, "市总", "2018-05-03", "2018-05-03", 1, 30],
    ]),
  );
  bench.put(
    "课次.csv",
    csv(
      "班次编号,课次,上课日期",
      ["K1", "K2"].map((id) => [id, 1, "2018-05-03"]),
    ),
  );
  const both = ["K1", "K2"].flatMap((id) => ["X1", "X2"].map((learner) => [id, learner] as const));
  bench.put(
    "报名.csv",
    csv(
      "班次编号,学籍号,报名日期,报名状态",
      both.map(([id, learner]) => [id, learner, "2018-05-01", "录取"]),
    ),
  );
  bench.put(
    "考勤.csv",
    csv(
      "班次编号,课次,学籍号,考勤状态",
      both.map(([id, learner]) => [id, 1, learner, id === "K2" && learner === "X2" ? "缺勤" : "出勤"]),
    ),
  );
};

/** What is looked for in registers and files; figures are looked at apart, below. */
const look = async (bench: Workbench): Promise<{ ingested: Ingested; all: Findings }> => {
  const ingested = await bench.ingest(organisation);
  return { ingested, all: await bench.ask((w) => findingsOf(w, organisation, rooms, [])) };
};

const places = ({ rows }: Finding): string[] => rows.map(({ file, line }) => `${file}:${line ?? ""}`);

/** Kind, id without the kind, and places of what is expected, in the order in which it ranks. */
const expected: readonly (readonly [kind: string, id: string, places: readonly string[], said: string])[] = [
  ["total_differs", "补发.csv/6/amount", ["补发.csv:6"], "合计为 5400.00 元，上面各行相加为 5500.00 元"],
  [
    "future_day",
    "measures.subsidies.paid_day/C1",
    ["补发.csv:3"],
    "2018年12月8日，晚于本文件的填报日期 2018年10月8日",
  ],
  [
    "legal_aid.flow",
    "2018Q4/市级",
    ["案件.csv:5"],
    "季初未结 0 + 受理 3，不等于结案 0 + 季末未结 2，相差 1 件",
  ],
  ["training.two_points", "K1+K2/2018-05-03", ["考勤.csv:2", "考勤.csv:4"], "2018年5月3日 有 1 名学员"],
  [
    "amount_slip",
    "measures.subsidies.amount/A6",
    ["岗位补助.csv:8"],
    "12,000,000 元，约为本单位中位数 1,200 元（7 笔）的 10000 倍",
  ],
  ["entered_twice", "legal_aid.cases/E1+E2", ["案件.csv:3", "案件.csv:4"], "只有案由不同"],
  ["early_day", "measures.subsidies.paid_day/D1", ["元旦.csv:3"], "早于这项工作开始的 2018年1月1日"],
  ["silence", "visits.problems/乙区总工会/2018Q4", ["问题-2018Q3.csv:"], "2018Q4 却没有报"],
  [
    "amount_outlier",
    "measures.subsidies/B30",
    ["互助保险.csv:14"],
    "40,000 元，明显高于本单位此前的金额（11 笔，中位数 1,000 元；修正 z 值 3.6）",
  ],
];

describe("findings", () => {
  const bench = new Workbench();
  const clean = new Workbench();
  let all: Findings;
  beforeAll(async () => {
    put(bench, faulty);
    put(clean, sound);
    ({ all } = await look(bench));
  });
  afterAll(() => {
    bench.clear();
    clean.clear();
  });

  it("are one of each kind, in their order, with a sentence and the rows", () => {
    expect(all.findings.map(({ id }) => id)).toEqual(expected.map(([kind, id]) => `${kind}/${id}`));
    for (const [i, [kind, , where, said]] of expected.entries()) {
      const one = all.findings[i] as Finding;
      expect(places(one), kind).toEqual(where);
      expect(one.words.zh, kind).toContain(said);
      expect(one.words.zh + one.words.en, kind).not.toMatch(/[{}]|undefined|null/);
      expect(one.words.en, kind).not.toMatch(/《/);
      expect(
        all.kinds.find(({ id }) => id === kind),
        kind,
      ).toMatchObject({ open: 1, accepted: 0 });
    }
  });

  it("rest on the same z-score, whether SQL or TypeScript has worked it out", () => {
    const before = [500, 500, 500, 1000, 1000, 1000, 1000, 1000, 2000, 2000, 2000].map(Math.log10);
    const { numbers } = all.findings.find(({ kind }) => kind === "amount_outlier") as Finding;
    expect(numbers).toMatchObject({ n: "11", amount: "40000.00", usual: "1000.00" });
    expect(numbers.z).toBe(modifiedZ(Math.log10(40000), before)?.toFixed(1));
  });

  it("are told in a terminal with their places and their ids, in either language", () => {
    const zh = findingLines(all, "zh").join("\n");
    expect(zh).toContain("待核实的疑点 9 条；");
    expect(zh).toContain("  案件.csv 第 3 行、案件.csv 第 4 行\n  entered_twice/legal_aid.cases/E1+E2");
    const en = findingLines(all, "en").join("\n");
    expect(en).toMatch(/^9 findings are open/);
    expect(en).toContain("[contradiction] Register “Subsidies”, file 补发.csv, line 6: the row “合计” says");
    expect(findingLines({ kinds: [], findings: [], idle: [] }, "zh")).toEqual(["没有待核实的疑点。"]);
  });

  it("are none in a neighbour that stays within every rule", async () => {
    const { all: none, ingested } = await look(clean);
    expect(ingested.files.filter((f) => f.refused > 0)).toEqual([]);
    expect(none.findings.map(({ words }) => words.zh)).toEqual([]);
    expect(none.kinds.filter(({ open }) => open > 0)).toEqual([]);
  });

  it("tell nothing about anyone in public, and nothing personal at all", () => {
    expect(disclosedFindings(all, organisation, "public")).toEqual({ kinds: all.kinds });
    expect(JSON.stringify(disclosedFindings(all, organisation, "internal"))).not.toMatch(/令狐|X1/);
    const unshown = { ...organisation, unshown: ["measures"] };
    const shown = disclosedFindings(all, unshown, "internal").findings ?? [];
    expect(shown.map(({ room }) => room)).not.toContain("measures");
  });

  it("are a table of kinds on the public page; on the internal one each has its sentence, places and id", () => {
    const page = (audience: "public" | "internal", lang: "zh" | "en"): string => {
      const { edition, quarter } = contextOf([], []);
      const quality = { files: [], checks: [], findings: disclosedFindings(all, organisation, audience) };
      return String(findingsSection({ edition: new Edition(edition.publication, quality), quarter, lang }));
    };
    expect(page("internal", "zh")).toContain("<p><code>entered_twice/legal_aid.cases/E1+E2</code></p>");
    expect(page("internal", "zh")).toContain("<li><code>案件.csv 第 3 行</code></li>");
    expect(page("internal", "zh")).toContain("文件 <code>补发.csv</code> 第 6 行");
    expect(page("internal", "en")).toContain("<li><code>案件.csv, line 3</code></li>");
    for (const open of [page("public", "zh"), page("public", "en")]) {
      expect(open.match(/<strong class="gap">1<\/strong>/g)).toHaveLength(9);
      expect(open).not.toMatch(/E1|A6|乙区|补发\.csv|40,000/);
    }
  });

  it("are accepted by their id, until the acceptance runs out; what is not there is told", async () => {
    bench.put(
      "accepted.csv",
      csv("finding,who,why,until", [
        ["amount_slip/measures.subsidies.amount/A6", "司马一", "一次性补发十年", "长期"],
        ["entered_twice/legal_aid.cases/E1+E2", "司马一", "确为两件", "2018-12-31"],
        ["amount_outlier/measures.subsidies/B30", "司马一", "确为四万", "2018-12-19"],
        ["amount_outler/measures.subsidies/B30", "司马一", "写错编号", ""],
        ["early_day/measures.subsidies.paid_day/D1", "司马一", "", ""],
      ]),
    );
    // Files that have nothing to do with them: one whose every amount is off, one with a mistyped year, one that was
    // there before under other numbers, one with a sum that was always the same.
    bench.put(
      "整份.csv",
      csv(
        subsidy,
        [1, 2, 3].map((i) => [`F${i}`, "主席岗位补助", enterprise, `2018-03-0${i}`, "1200万"]),
        ["填报单位：甲区总工会"],
      ),
    );
    bench.put("错年.csv", csv(subsidy, [["G1", "互助保险", enterprise, "2020-06-01", 1000]]));
    bench.put("再报.csv", unchanging("J"));
    bench.put(
      "变了.csv",
      csv(subsidy, [["H90", "主席岗位补助", enterprise, "2018-07-10", 12000]], ["填报单位：丁区总工会"]),
    );
    const { ingested, all: now } = await look(bench);
    const ids = new Set(all.findings.map(({ id }) => id));
    const still = now.findings.map(({ id }) => id);
    expect([...ids].filter((id) => !still.includes(id))).toEqual([]);
    const fresh = now.findings.filter(({ id }) => !ids.has(id));
    expect(fresh.map(({ id, count }) => [id, count])).toEqual([
      ["future_day/measures.subsidies.paid_day/G1", 1],
      ["amount_slip/measures.subsidies.amount/整份.csv", 3],
      ["entered_twice/measures.subsidies/不变.csv+再报.csv", 26],
      ["amount_outlier/measures.subsidies/H90", 1],
    ]);
    expect(fresh.map(({ words }) => words.zh)).toEqual([
      "《补助发放》G1 的发放日期为 2020年6月1日，晚于全部台账所到的最后一天 2018年12月20日",
      expect.stringContaining("文件 整份.csv 有 3 笔金额约为本单位中位数"),
      expect.stringContaining("文件 不变.csv 与 再报.csv 有 13 条编号不同，内容相同"),
      "《补助发放》H90 的金额为 12,000 元，而本单位此前 24 笔都是 5,000 元",
    ]);
    const list = ingested.files.find(({ path }) => path === "accepted.csv");
    expect(list).toMatchObject({ register: "accepted", read: 5, accepted: 4, refused: 1 });
    const known = (kind: string): Finding | undefined =>
      now.findings.find((f) => f.kind === kind && ids.has(f.id));
    expect(now.findings.at(-2)?.accepted).toMatchObject({ why: "一次性补发十年", until: null });
    expect(now.kinds.find(({ id }) => id === "amount_slip")).toMatchObject({ open: 1, accepted: 1 });
    // The registers speak up to 2018-12-20; the mistyped year is not the present.
    expect(known("entered_twice")?.accepted).toBeDefined();
    expect(known("amount_outlier")).toMatchObject({ expired: { until: "2018-12-19" } });
    expect(known("amount_outlier")).not.toHaveProperty("accepted");
    expect(known("early_day")).not.toHaveProperty("accepted");
    expect(now.idle).toMatchObject([
      {
        finding: "amount_outler/measures.subsidies/B30",
        place: { file: "accepted.csv", line: 5 },
        meant: "amount_outlier/measures.subsidies/B30",
      },
    ]);
    expect(now.findings.map((f) => f.accepted !== undefined).lastIndexOf(false)).toBe(
      now.findings.length - 3,
    );
    const told = JSON.stringify(disclosedFindings(now, organisation, "public"));
    expect(told).not.toMatch(/司马|十年|A6|甲区/);
  });
});

describe("a quarter that falls or jumps", () => {
  const visits = {
    name: "room.visits",
    id: "visits",
    span: "flow",
    unit: "case",
    words: words("案件", "cases"),
  };
  const shifts = (values: readonly (number | string)[]): string[] => {
    const quarters = quartersBetween("2015Q1", "2020Q4").slice(0, values.length);
    const figures = values.map(
      (value, i): Figure => ({
        indicator: "room.visits",
        quarter: quarters[i]?.id ?? "",
        span: "quarter",
        by: {},
        value: String(value),
        numerator: String(value),
        denominator: null,
        unit: "case",
      }),
    );
    return shiftsIn(
      [visits as unknown as Named],
      figures,
      quarters.map(({ id }) => id),
    ).map(({ id }) => id);
  };
  // Changes by the factors 2, ½, 2, ½, 2, ½, 1: logarithms ±0.30103 and 0; median 0, MAD 0.30103.
  const history = [100, 200, 100, 200, 100, 200, 100, 100];

  it("is told where the change is beyond those before it", () => {
    // 0.6745 · log₁₀(40) ÷ 0.30103 = 3.59; for the factor 36 it is 3.49.
    expect(shifts([...history, 4000])).toEqual(["quarter_shift/room.visits/2017Q1"]);
    expect(shifts([...history, 3600])).toEqual([]);
    expect(shifts([...history, 2.5])).toEqual(["quarter_shift/room.visits/2017Q1"]);
  });

  it("is told where there was always something and now is nothing, and not with too short a history", () => {
    expect(shifts([5, 6, 5, 7, 0])).toEqual(["quarter_shift/room.visits/2016Q1"]);
    expect(shifts([5, 6, 5, 0])).toEqual([]);
    expect(shifts([100, 200, 100, 200, 100, 4000])).toEqual([]);
  });
});

describe("the modified z-score", () => {
  it("is that of Iglewicz and Hoaglin, with the mean deviation where the median one is zero", () => {
    expect(median([1, 3, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    // Median 3, deviations 2 1 0 1 2, MAD 1: 0.6745 · 7.
    expect(modifiedZ(10, [1, 2, 3, 4, 5])).toBeCloseTo(4.7215, 10);
    // Median 5, MAD 0, mean deviation 5/5 = 1: 2 ÷ 1.253314.
    expect(modifiedZ(7, [5, 5, 5, 5, 10])).toBeCloseTo(2 / 1.253314, 10);
  });

  it("finds nothing in what never changes, and does not depend on scale", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 40 }), (value, n) => {
        expect(modifiedZ(value, Array(n).fill(value))).toBeNull();
      }),
    );
    const sample = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(sample, fc.integer({ min: -1000, max: 1000 }), (xs, x) => {
        const [z, doubled] = [
          modifiedZ(x, xs),
          modifiedZ(
            2 * x,
            xs.map((y) => 2 * y),
          ),
        ];
        if (z === null || doubled === null) expect(doubled).toBe(z);
        else expect(doubled).toBeCloseTo(z, 6);
      }),
    );
  });
});

describe("findings of registers without amounts and counts", () => {
  it("are looked for all the same", async () => {
    const bench = new Workbench(whole);
    bench.put("学籍.csv", "学籍号,姓名,建档日期\nXJ1,张样甲,2018-01-01\n");
    await bench.ingest();
    const { findings } = await bench.ask((warehouse) => findingsOf(warehouse, whole, rooms, []));
    expect(findings).toEqual([]);
    bench.clear();
  });
});

describe("a list of accepted findings", () => {
  it("switches no demonstration off, and is no register by itself", () => {
    const bench = new Workbench();
    bench.put("accepted.csv", "finding,who,why\n");
    expect(() => lookInto(bench.data)).toThrow(/还没有台账/);
    bench.put("demo/a.csv", "x");
    expect(lookInto(bench.data)).toMatchObject({
      demo: true,
      files: [{ path: "accepted.csv" }, { path: "demo/a.csv" }],
    });
    bench.put("b.csv", "x");
    expect(lookInto(bench.data)).toMatchObject({
      demo: false,
      files: [{ path: "accepted.csv" }, { path: "b.csv" }],
    });
    bench.clear();
  });
});

describe("what rooms say of their rows", () => {
  it("names fields that there are, none of them personal where one may differ", () => {
    for (const { id, fields, plausible = {} } of registersOf(whole)) {
      const { unit, alike = [], done = [], twice } = plausible;
      const named = [
        ...(unit ? [unit] : []),
        ...alike,
        ...done,
        ...(twice?.agree ?? []),
        ...(twice?.differ ?? []),
      ];
      expect(
        named.filter((field) => !(field in fields)),
        id,
      ).toEqual([]);
      expect(
        done.filter((field) => fields[field]?.kind !== "day"),
        id,
      ).toEqual([]);
      expect(
        (twice?.differ ?? []).filter((field) => fields[field]?.personal),
        id,
      ).toEqual([]);
    }
  });

  it("is refused with a sentence where a query lacks its lines", () => {
    const bench = new Workbench();
    bench.put("room/findings.sql", "-- finding: some | likely | 某种 | some\nSELECT 1 AS _key;");
    expect(() => roomDoubts({ ...(whole.rooms[0] as Room), id: "room" }, bench.data)).toThrow(
      /room\/findings\.sql 第 1 条语句上面要有三行/,
    );
    bench.clear();
  });
});
