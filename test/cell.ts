import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Reading, reasons } from "../src/reason.ts";

/** The text that a cell is read to, or the reason it is refused for. */
export const verdict = (reading: Reading): string => (typeof reading === "string" ? reading : reading.reason);

const scraps = [..."0123456789０９.,，/-() （）年月日元万亿千角分余近约¥￥%EXx*'=\"①²壹贰叁拾佰〇两廿整+:T"];

/** Text such as cells hold: any characters at all, or those that values are written with. */
export const cellText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...scraps), maxLength: 24 }),
);

/** Holds a reader to its promise: it never throws, gives canonical text only, and leaves that as it is. */
export const keepsItsPromise = (read: (text: string) => Reading, canonical: RegExp): void => {
  test("a very long cell is refused, and at once, even if it starts well", () => {
    const started = process.cpuUsage();
    for (const start of ["1", "是", "实地", "2019-03-05", "1.", "1,", "十", "'", "(", "91990101MA0000015C"]) {
      for (const filling of [" ", "1", "*", "一", "1,", "、", "'", "９"]) {
        expect(typeof read(`${start}${filling.repeat(100_000)}x`)).toBe("object");
      }
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });

  test("any text is read to a canonical value, which reads to itself, or refused for a reason with words", () => {
    fc.assert(
      fc.property(cellText, (text) => {
        const reading = read(text);
        if (typeof reading === "string") {
          expect(reading).toMatch(canonical);
          expect(read(reading)).toBe(reading);
        } else {
          expect(reasons).toHaveProperty([reading.reason, "why", "zh"]);
          expect((reading.with?.found ?? "").length).toBeLessThanOrEqual(80);
        }
      }),
      { numRuns: 2000 },
    );
  });
};
