import { expect, it } from "vitest";
import type { Figure } from "../src/figure.ts";
import { movementSaid, revisedSentence } from "../src/revised.ts";
import { revisionsOf } from "../src/revision.ts";
import { card } from "../src/site/card.ts";
import { contextOf, figureOf, indicatorOf } from "./editions.ts";

const rate = indicatorOf("logged", { unit: "rate" });
const shared = (numerator: string, denominator: string): Figure =>
  figureOf(rate, "2018Q4", "1", {}, { numerator, denominator });

it("a rate that came out the same says what it is divided from, not that it moved by nothing", () => {
  const [revision] = revisionsOf([shared("4", "4")], [shared("5", "5")], () => [
    { kind: "late", files: ["走访-补报.csv"] },
  ]);
  if (!revision) throw new Error("5/5 is not 4/4");
  expect(movementSaid(revision, "rate", { lang: "zh" })).toBe("由4/4变为5/5");
  expect(movementSaid(revision, "rate", { lang: "en" })).toBe("5/5, was 4/4");
  expect(revisedSentence(revision, "rate", { lang: "zh" })).toBe("修订：原发布100.0%；补报。");
});

it("a card marks the year so far that was revised, though the quarter itself was not", () => {
  const cases = indicatorOf("cases", { unit: "case" });
  const quarter = figureOf(cases, "2018Q4", "3");
  const year = (value: string): Figure => ({ ...figureOf(cases, "2018Q4", value), span: "year" });
  const context = contextOf([cases], [quarter, year("12")], {
    revisions: revisionsOf([quarter, year("11")], [quarter, year("12")], () => [
      { kind: "corrected", files: ["案件-更正.csv"] },
    ]),
  });
  const words = card(cases, context).text.replace(/<[^>]+>/g, "");
  expect(words).toContain("本年累计12件 （修订，原发布11件；更正）");
  expect(words.match(/修订/g)).toHaveLength(1);
});
