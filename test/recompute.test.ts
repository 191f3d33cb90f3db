import { describe, expect, it } from "vitest";
import { compare } from "./recompute/disagreement.ts";
import { inventFederation } from "./recompute/invent/index.ts";
import { reduced, told } from "./recompute/reduced.ts";

/** So many federations, from this seed on: RECOMPUTE=300 or RECOMPUTE=300,1000 for a longer run. */
const [runs = 3, first = 1] = (process.env.RECOMPUTE ?? "").split(",").filter(Boolean).map(Number);

describe("figures computed again from the files, without the engine", () => {
  it(`agree on ${runs} invented federations`, async () => {
    const wrong: string[] = [];
    let compared = 0;
    for (let seed = first; seed < first + runs; seed++) {
      const federation = inventFederation(seed);
      const found = await compare(federation);
      compared += found.compared;
      // One that is told with the files it takes is enough to go by.
      wrong.push(...(wrong.length === 0 ? await told(federation, found) : found.differing));
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(runs * 50);
  }, 3_600_000);

  it("are told with the fewest files that show where they differ", async () => {
    const federation = inventFederation(1);
    const shown = Object.keys(federation.files).slice(3, 5);
    const least = await reduced(federation, async ({ files }) => shown.every((name) => name in files));
    expect(Object.keys(least.files)).toEqual(shown);
  });

  it("come from the same federation for the same seed", () => {
    expect(inventFederation(7)).toEqual(inventFederation(7));
    expect(inventFederation(7)).not.toEqual(inventFederation(8));
  });
});
