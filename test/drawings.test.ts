import { describe, expect, it } from "vitest";
import { bars } from "../src/site/bars.ts";
import { beside } from "../src/site/beside.ts";
import { chart } from "../src/site/chart.ts";
import { html, type Markup } from "../src/site/markup.ts";
import { months } from "../src/site/months.ts";
import { multiples } from "../src/site/multiples.ts";
import { pair } from "../src/site/pair.ts";
import { shortfalls } from "../src/site/shortfalls.ts";
import { words } from "../src/words.ts";
import { contextOf, figureOf, indicatorOf } from "./editions.ts";

const rate = indicatorOf("覆盖率", {
  unit: "rate",
  parts: { numerator: "enterprise", denominator: "enterprise" },
  target: "0.9",
});
const count = indicatorOf("走访", { unit: "case" });

const covered = (area: string, done: number, due: number, quarter = "2018Q4") =>
  figureOf(rate, quarter, String(done / due), area === "" ? {} : { area }, {
    numerator: String(done),
    denominator: String(due),
  });

const svgs = (html: string): string[] => html.match(/<svg[\s\S]*?<\/svg>/g) ?? [];

describe("the table behind a drawing", () => {
  const rows = ["甲镇", "乙镇", "丙镇"].map((name) => [name, "1"]);
  const drawn = (most: number, svg: Markup | undefined, cells = rows): string =>
    chart(
      {
        indicator: count,
        title: "走访",
        unit: "件",
        remark: "",
        svg,
        table: {
          columns: [{ head: "地区" }, { head: "数值", number: true }],
          rows: cells,
          foot: ["合计", "3"],
        },
      },
      contextOf([count], [figureOf(count, "2018Q4", "3")]),
      most,
    ).text;

  it("is cut at so many rows with a sentence, and is whole without one where it has no more", () => {
    const cut = drawn(2, html`<svg></svg>`);
    expect(cut).toContain("另有1行未列出");
    expect(cut).toContain("乙镇");
    expect(cut).not.toContain("丙镇");
    expect(decodeURIComponent(cut)).not.toContain("丙镇");
    expect(decodeURIComponent(cut)).toContain("合计,3");
    expect(drawn(3, html`<svg></svg>`)).not.toContain("未列出");
    // Nothing is drawn and a number is withheld, beyond the cut.
    expect(drawn(2, undefined, [...rows.slice(0, 2), ["丙镇", "<10"]])).toContain("另有1行未列出");
  });
});

describe("bars", () => {
  const figures = [covered("", 8, 10), covered("甲镇", 3, 4), covered("乙镇", 1, 2), covered("丙镇", 4, 4)];
  const html = bars(rate, "area", contextOf([rate], figures)).text;

  it("are drawn twice, and the wide form says what was divided", () => {
    const [wide, narrow] = svgs(html);
    expect(wide).toMatch(/class="[^"]*wide"[\s\S]*75\.0　3\/4家/);
    expect(narrow).toMatch(/class="[^"]*narrow"/);
    expect(narrow).not.toContain("3/4家");
    expect(narrow).toMatch(/丙镇[\s\S]*甲镇[\s\S]*乙镇/);
  });

  it("say what to see: highest, lowest, how many miss the target", () => {
    expect(html).toContain("丙镇最高，为100.0%；乙镇最低，为50.0%；2个未达目标。");
  });

  it("keep the whole table behind them, for the eye, the clipboard and a file", () => {
    expect(html.match(/<th scope="row">/g)).toHaveLength(4);
    expect(html).toContain('class="copy"');
    expect(decodeURIComponent(/data:text\/csv;charset=utf-8,([^"]*)/.exec(html)?.[1] ?? "")).toContain(
      "甲镇,75.0%,3家,4家",
    );
  });

  it("of two hundred areas are the fifteen at either end; the table has them all", () => {
    const many = Array.from({ length: 200 }, (_, i) => covered(`镇${i}`, i + 1, 200));
    const wide = bars(rate, "area", contextOf([rate], many)).text;
    expect(svgs(wide)[0]?.match(/镇\d+/g)).toHaveLength(30 + 2);
    expect(wide.match(/<th scope="row">/g)).toHaveLength(200);
  });

  it("of more than two hundred list two hundred, on the page and in the file, and say how many there are and where", () => {
    const many = Array.from({ length: 203 }, (_, i) => covered(`镇${i}`, i + 1, 203));
    const text = bars(rate, "area", contextOf([rate], many)).text;
    expect(text.match(/<th scope="row">/g)).toHaveLength(200);
    expect(text).toContain("另有3行未列出，全部数字可在“数据查询”页查到。");
    const file = decodeURIComponent(/data:text\/csv;charset=utf-8,([^"]*)/.exec(text)?.[1] ?? "");
    expect(file.trimEnd().split("\r\n")).toHaveLength(1 + 200);
  });

  it("have one axis in every quarter: a bar's length does not depend on its neighbours of the day", () => {
    const seen = (quarter: string) => {
      const context = contextOf(
        [count],
        [
          figureOf(count, "2018Q3", "100", { area: "甲镇" }),
          figureOf(count, "2018Q4", "50", { area: "甲镇" }),
          figureOf(count, "2018Q4", "100", { area: "乙镇" }),
        ],
      );
      const html = bars(count, "area", { ...context, quarter: context.edition.quarter(quarter) }).text;
      return Math.max(...[...html.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map((m) => Number(m[1])));
    };
    expect(seen("2018Q3")).toBeCloseTo(seen("2018Q4"), -1);
  });

  it("speak only of the numbers published where some are withheld", () => {
    const people = indicatorOf("人数", { unit: "person" });
    const some = [
      figureOf(people, "2018Q4", "20", { area: "甲镇" }),
      figureOf(people, "2018Q4", "30", { area: "乙镇" }),
      figureOf(people, "2018Q4", null, { area: "丙镇" }, { hidden: { value: "<10" } }),
    ];
    const text = bars(people, "area", contextOf([people], some)).text;
    expect(text).toContain("已公布的数中，乙镇最多");
    expect(text).toContain("&lt;10人");
  });
});

describe("twelve months", () => {
  const month = (id: string, value: string) =>
    figureOf(count, `${id.slice(0, 4)}Q${Math.ceil(Number(id.slice(5)) / 3)}`, value, { month: id });
  const year = (y: number, value: (m: number) => number) =>
    Array.from({ length: 12 }, (_, i) =>
      month(`${y}-${String(i + 1).padStart(2, "0")}`, String(value(i + 1))),
    );

  it("stand against the same months of the year before", () => {
    const context = contextOf([count], [...year(2017, () => 10), ...year(2018, (m) => m + 5)]);
    const html = months(count, context).text;
    // 6 to 17 against 10: seven are above.
    expect(html).toContain("可与上年同月相比的12个月中，7个月高于上年。");
    expect(html).toMatch(/2018年1月<\/th><td class="number">6件<\/td><td class="number">10件/);
    expect(html.match(/<th scope="row">/g)).toHaveLength(12);
  });

  it("say so where there is no year before", () => {
    expect(
      months(
        count,
        contextOf(
          [count],
          year(2018, () => 1),
        ),
      ).text,
    ).toContain("上年同月无数据");
  });
});

describe("small multiples", () => {
  it("put the lowest first and count what fell and rose", () => {
    const figures = [
      covered("甲镇", 3, 4, "2018Q3"),
      covered("甲镇", 4, 4),
      covered("乙镇", 3, 4, "2018Q3"),
      covered("乙镇", 1, 4),
    ];
    const html = multiples(rate, "area", contextOf([rate], figures)).text;
    expect(html).toContain("与上季度相比，1个下降、1个上升");
    expect(svgs(html)[0]).toMatch(/乙镇[\s\S]*甲镇/);
  });

  it("of different units cannot share an axis", () => {
    expect(() => beside([rate, count], contextOf([rate, count], []))).toThrow(/units/);
  });
});

describe("what is asked for beside what is offered", () => {
  it("counts where nothing is offered", () => {
    const offered = indicatorOf("开班", { unit: "class" });
    const figures = [
      figureOf(count, "2018Q4", "5", { area: "甲镇" }),
      figureOf(count, "2018Q4", "2", { area: "乙镇" }),
      figureOf(offered, "2018Q4", "1", { area: "乙镇" }),
    ];
    const html = pair(count, offered, "area", contextOf([count, offered], figures)).text;
    expect(html).toContain("1个地区有走访而没有开班");
    expect(html).toMatch(/甲镇<\/th><td class="number">5件<\/td><td class="number">—/);
  });
});

describe("the gaps of a quarter", () => {
  const gap = (id: string, of: string) => ({
    id: `room.${id}`,
    words: words(id, id),
    of,
    page: "page",
    who: words("镇街工会", "township union"),
  });
  const other = indicatorOf("聘任率", { unit: "rate", parts: { numerator: "unit", denominator: "unit" } });
  const lawyers = figureOf(other, "2018Q4", "0.1", {}, { numerator: "1", denominator: "10" });

  it("begin with those behind the headline figures, then the largest share, and say who can close them", () => {
    const gaps = [gap("未聘", other.id), gap("未走访", rate.id)];
    const at = (headlines: string[]): string =>
      shortfalls(contextOf([rate, other], [covered("", 8, 10), lawyers], { gaps, headlines })).text;
    expect(at([])).toMatch(/未聘[\s\S]*9个单位[\s\S]*未走访[\s\S]*2家/);
    expect(at([rate.id])).toMatch(/未走访[\s\S]*未聘/);
    expect(at([])).toContain("应有10家，占20.0%；由镇街工会补上");
    expect(at([])).toContain('href="./page#gap-room.未聘"');
  });

  it("are none where everything is done", () => {
    expect(
      shortfalls(contextOf([rate], [covered("", 10, 10)], { gaps: [gap("未走访", rate.id)] })).text,
    ).toContain("本季度无缺口");
  });
});
