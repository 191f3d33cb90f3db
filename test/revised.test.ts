import { expect, it } from "vitest";
import type { Figure } from "../src/figure.ts";
import { movementSaid, revisedSentence } from "../src/revised.ts";
import { revisionsOf } from "../src/revision.ts";
import { figureOf, indicatorOf } from "./editions.ts";

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
