import { describe, expect, it } from "vitest";
import { compare } from "./recompute/disagreement.ts";
import { inventFederation } from "./recompute/invent/index.ts";

/** So many federations, from this seed on: RECOMPUTE=300 or RECOMPUTE=300,1000 for a longer run. */
const [runs = 25, first = 1] = (process.env.RECOMPUTE ?? "").split(",").filter(Boolean).map(Number);

describe("figures computed again from the files, without the engine", () => {
  it(`agree on ${runs} invented federations`, async () => {
    const differing: string[] = [];
    let compared = 0;
    for (let seed = first; seed < first + runs; seed++) {
      const found = await compare(inventFederation(seed));
      compared += found.compared;
      differing.push(...found.differing.map((line) => `federation ${seed}: ${line}`));
    }
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(runs * 50);
  }, 3_600_000);
});
