import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { completenessOf } from "../src/node/completeness.ts";
import type { Ingested } from "../src/node/ingest.ts";
import { qualityOf } from "../src/node/quality.ts";
import { intakeLines, stopOf } from "../src/node/summary.ts";
import type { Audience, Publication } from "../src/publication.ts";
import type { Quality } from "../src/published_quality.ts";
import { quarter } from "../src/quarter.ts";
import { Edition } from "../src/site/edition.ts";
import { quality as qualityPage } from "../src/site/quality.ts";
import type { Lang } from "../src/words.ts";
import { Workbench } from "./workbench.ts";

describe("the rows that offend against a check", () => {
  const bench = new Workbench();
  let ingested: Ingested;
  const check = (id: string, of: Pick<Ingested, "checks"> | Quality = ingested) =>
    of.checks.find((c) => c.id === id);
  const qualityFor = (audience: Audience): Promise<Quality> =>
    bench.ask((warehouse) => qualityOf(warehouse, organisation, ingested, audience));
  const pageFor = async (audience: Audience, lang: Lang): Promise<string> => {
    const publication = {
      rooms: [],
      figures: [],
      revisions: [],
      quarters: [],
      audience,
    } as unknown as Publication;
    const edition = new Edition(publication, await qualityFor(audience));
    return qualityPage({ edition, quarter: quarter("2018Q4"), lang }).text;
  };

  beforeAll(async () => {
    for (const room of ["rosters", "visits"]) bench.putExamples(room);
    const links = Array.from({ length: 203 }, (_, i) => `G001,企业,无此企业${i},2018-01-01,`);
    bench.put("多.csv", ["干部编号,联系类型,对象代码,联系起始,联系终止", ...links, ""].join("\n"));
    bench.put("一.csv", "干部编号,联系类型,对象代码,联系起始,联系终止\nG001,镇街,990199001,2018-01-01,\n");
    const bad = Array.from({ length: 53 }, (_, i) => `G9${i},虚构干部${i},虚构总工会,区,无此日`);
    bench.put("坏.csv", ["干部编号,姓名,所属工会,层级,任职起", ...bad, ""].join("\n"));
    ingested = await bench.ingest();
  });
  afterAll(() => bench.clear());

  it("are counted, and the first two hundred told by file and line", () => {
    const { count, rows } = check("rosters.link_to_unknown_enterprise") ?? { count: 0, rows: [] };
    expect(count).toBe(203);
    expect(rows).toEqual(Array.from({ length: 200 }, (_, i) => ({ file: "多.csv", line: i + 2 })));
    expect(check("rosters.link_outlives_post")).toMatchObject({ count: 0, rows: [] });
  });

  it("are a number in the public edition, places in the internal one", async () => {
    const id = "rosters.link_to_unknown_township";
    expect(Object.keys(check(id, await qualityFor("public")) ?? {})).not.toContain("rows");
    expect(check(id, await qualityFor("internal"))).toMatchObject({
      count: 1,
      rows: [{ file: "一.csv", line: 2 }],
    });
  });

  it("are listed on the internal page, folded, in the language of the page", async () => {
    const zh = await pageFor("internal", "zh");
    expect(zh).toContain("<li><code>一.csv 第 2 行</code></li>");
    expect(zh).toContain("<li><code>多.csv 第 201 行</code></li>");
    expect(zh).not.toContain("多.csv 第 202 行");
    expect(zh).toContain("另有3条未列出。");
    const en = await pageFor("internal", "en");
    expect(en).toContain("<li><code>一.csv, line 2</code></li>");
    expect(en).toContain("3 more not listed.");
    for (const open of [await pageFor("public", "zh"), await pageFor("public", "en")]) {
      expect(open).toContain('<strong class="gap">203</strong>');
      expect(open).not.toMatch(/多\.csv(?: 第|, line)/);
    }
  });

  it("of a file, as the reader found them, are fifty by line, the rest a number", async () => {
    const { files } = await qualityFor("public");
    const { problems, note } = files.find(({ path }) => path === "坏.csv") ?? { problems: [] };
    expect(problems.map(({ line }) => line)).toEqual(Array.from({ length: 50 }, (_, i) => i + 2));
    expect(note?.zh).toBe("另有 3 条未列出");
    expect(files.find(({ path }) => path === "一.csv")).toMatchObject({ problems: [] });
  });

  it("are not counted as handed in: a register without days has its rows in every quarter", async () => {
    const complete = await bench.ask((warehouse) => completenessOf(warehouse, organisation));
    const cadres = complete.filter(({ register }) => register === "cadres");
    const [accepted] = await bench.rows("SELECT count(*) AS n FROM rosters.cadres");
    expect(cadres).not.toEqual([]);
    for (const { rows } of cadres) expect(rows).toBe(Number(accepted?.n));
    const visits = complete.filter(({ register }) => register === "visits");
    expect(visits.map(({ quarter, rows }) => `${quarter} ${rows}`)).toEqual(
      (
        await bench.rows(
          "SELECT q.quarter || ' ' || count(visit_day) AS said FROM calendar.quarters q LEFT JOIN visits.visits ON quarter_of(visit_day) = q.quarter GROUP BY q.quarter ORDER BY 1",
        )
      ).map(({ said }) => said),
    );
  });

  it("stand in the summary with the first place, and stop a strict build", () => {
    expect(intakeLines(ingested, organisation, "zh")).toContain(
      `✗ ${check("rosters.link_to_unknown_township")?.words.zh}（1 条，第一处在 一.csv 第 2 行）`,
    );
    expect(intakeLines(ingested, organisation, "en")).toContain(
      `✗ ${check("rosters.link_to_unknown_township")?.words.en} (1 row, the first at 一.csv, line 2)`,
    );
    const { zh, en } = check("rosters.link_to_unknown_enterprise")?.words ?? { zh: "", en: "" };
    expect(stopOf(ingested)?.zh).toContain(`：${zh}（203 条，第一处在 多.csv 第 2 行）；另有 1 项差错`);
    expect(stopOf(ingested)?.en).toContain(`: ${en} (203 rows, the first at 多.csv, line 2); 1 more`);
  });

  it("stop nothing where they only warn", () => {
    const warned = ingested.checks.filter((c) => c.severity === "warning");
    expect(stopOf({ ...ingested, checks: warned.map((c) => ({ ...c, count: 1 })) })).toBeUndefined();
  });
});
