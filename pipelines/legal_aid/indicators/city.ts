import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { batches, cases, consultations, people } from "./intake.ts";
import { recovered, recoveredPeople } from "./money.ts";

/** The municipal part of an indicator: the source counts what 市总 did itself (市总直接). */
const city = (whole: Indicator): Indicator => ({
  ...whole,
  id: `city_${whole.id}`,
  words: words(`市级${whole.words.zh}`, `${whole.words.en}, municipal`),
  where: "level = '市级'",
  by: Object.fromEntries(Object.entries(whole.by ?? {}).filter(([dimension]) => dimension !== "level")),
  reading: words(
    `报道说的是“市总直接”，只计受理级次为市级的，区县和镇街不并入。${whole.reading.zh}`,
    `The source counts what the municipal federation did itself: level 市级 only. ${whole.reading.en}`,
  ),
});

export const headline: Indicator[] = [batches, cases, people, consultations, recovered, recoveredPeople].map(
  city,
);
