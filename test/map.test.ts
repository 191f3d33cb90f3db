import { describe, expect, it } from "vitest";
import type { Figure } from "../src/figure.ts";
import type { Place, Publication, PublishedIndicator } from "../src/publication.ts";
import { quarter } from "../src/quarter.ts";
import type { Context } from "../src/site/context.ts";
import { Edition } from "../src/site/edition.ts";
import { map } from "../src/site/map.ts";
import type { Mark } from "../src/site/marks.ts";
import { namePlaces } from "../src/site/name_places.ts";
import { tilesOf } from "../src/site/tile_map.ts";
import { words } from "../src/words.ts";

const indicator = {
  id: "room.used",
  words: words("投用率", "in use"),
  unit: "rate",
  by: ["area", "spot"],
  better: "more",
  formula: words("", ""),
  reading: words("", ""),
  source: { quote: "", from: words("", "") },
} as unknown as PublishedIndicator;

/** What 2018Q4 shows where each value of a dimension has this rate, and lies here. */
const context = (
  rates: Readonly<Record<string, string | null>>,
  places: Readonly<Record<string, Place>>,
  dimension = "area",
): Context => {
  const figures = Object.entries(rates).map(
    ([value, rate]): Figure => ({
      indicator: indicator.id,
      quarter: "2018Q4",
      span: "quarter",
      by: { [dimension]: value },
      value: rate,
      numerator: null,
      denominator: null,
      unit: "rate",
    }),
  );
  const publication = {
    figures,
    indicators: [indicator],
    quarters: [],
    revisions: [],
    dimensions: [{ id: dimension, words: words("地区", "area"), places }],
  } as unknown as Publication;
  return {
    edition: new Edition(publication, { files: [], checks: [] }),
    quarter: quarter("2018Q4"),
    lang: "zh",
  };
};

const at = (x: number, y: number): Place => ({ x: String(x), y: String(y) });

describe("a map", () => {
  const rates = { 北: "1.000000", 东: "0.250000", 西: "0.500000", 南: "0.000000" };
  const places = { 北: at(107.1, 34.9), 东: at(107.9, 34.5), 西: at(106.9, 34.6), 南: at(107.2, 34.1) };

  it("of a few places is a tile for each, north before south and west before east", () => {
    const drawn = map(indicator, "area", undefined, context(rates, places)).text;
    const order = [...drawn.matchAll(/<text[^>]*>([北东西南])</g)].map((match) => match[1]);
    // Twice: once for a desk, once for a phone.
    expect(order).toEqual(["西", "北", "南", "东", "西", "北", "南", "东"]);
    expect(drawn).toContain('aria-label="投用率，按地区: 北 100.0%; 西 50.0%; 东 25.0%; 南 0.0%"');
    expect(drawn).toMatch(/<details class="table">[\s\S]*南[\s\S]*0\.0%/);
  });

  it("of many places is a dot for each, and says how many have which value", () => {
    const many = Array.from({ length: 30 }, (_, i) => `S${i}`);
    const seen = context(
      Object.fromEntries(many.map((name, i) => [name, i < 26 ? "1.000000" : "0.000000"])),
      Object.fromEntries(many.map((name, i) => [name, at(107 + i / 100, 34 + (i % 7) / 50)])),
      "spot",
    );
    const drawn = map(indicator, "spot", undefined, seen).text;
    expect(drawn.match(/<circle/g)).toHaveLength(2 * (30 + 2));
    expect(drawn).toContain('aria-label="投用率，按地区: 26处为100.0%; 4处为0.0%"');
  });

  it("names what has no coordinates", () => {
    const { 南: _, ...known } = places;
    expect(map(indicator, "area", undefined, context(rates, known)).text).toContain("没有坐标、图上未标：南");
  });

  it("without any coordinates says so and draws bars", () => {
    const drawn = map(indicator, "area", undefined, context(rates, {})).text;
    expect(drawn).toContain("各项都没有坐标，改用条形图。");
    expect(drawn).toContain("<rect");
  });

  it("draws a place whose value is withheld without a bar", () => {
    const drawn = map(indicator, "area", undefined, context({ ...rates, 南: null }, places)).text;
    expect(drawn.match(/height="6"/g)).toHaveLength(2 * 3 * 2);
  });
});

it("tiles fill rows as even as can be", () => {
  const marks = Array.from({ length: 8 }, (_, i) => ({ x: -i, y: -i }) as unknown as Mark);
  expect(tilesOf(marks, 3).map((row) => row.length)).toEqual([3, 3, 2]);
  expect(tilesOf(marks, 3)[0]?.map((mark) => mark.x)).toEqual([-2, -1, -0]);
});

it("names stand clear of the discs and of each other, inside the frame", () => {
  const frame = { width: 400, height: 200 };
  const discs = [[100, 100] as const];
  const [first, second] = namePlaces(
    [
      { name: "望川区", at: [100, 100] },
      { name: "鹿鸣区", at: [100, 100] },
    ],
    discs,
    8,
    frame,
  );
  expect(first).not.toEqual([100, 100]);
  expect(second).not.toEqual(first);
  expect(namePlaces([{ name: "望川区", at: [5, 5] }], [], 8, frame)[0]?.[0]).toBeGreaterThan(20);
});
