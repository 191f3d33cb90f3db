import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkResidentId, readResidentId } from "../src/resident_id.ts";
import { keepsItsPromise, verdict } from "./cell.ts";

describe("a resident identity number", () => {
  test("with its check digit it is read; with one digit changed it is refused", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(digits, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (rest, at, step) => {
        const first = `99${rest}`;
        const id = `${first}${checkResidentId(first)}`;
        expect(readResidentId(id)).toBe(id);
        const wrong = id.slice(0, at) + ((Number(id[at]) + step) % 10) + id.slice(at + 1);
        expect(verdict(readResidentId(wrong))).toMatch(/^(?:resident_id\.check|code\.damaged)$/);
      }),
    );
  });

  test.each([
    ["990101198503120010", "990101198503120010"],
    ["'990101198503120010", "990101198503120010"],
    ["990101 19850312 0010", "990101198503120010"],
    ["990101********0010", "990101********0010"],
    ["９９０１０１＊＊＊＊＊＊＊＊００１０", "990101********0010"],
    ["990101********001x", "990101********001X"],
    ["990101198503120011", "resident_id.check"],
    ["990101850312001", "resident_id.old"],
    ["9.90101E+17", "code.scientific"],
    ["990101198503120000", "code.damaged"],
    ["9901011985031200", "resident_id.shape"],
    ["无身份证", "resident_id.shape"],
  ])("%s → %s", (text, expected) => {
    expect(verdict(readResidentId(text))).toBe(expected);
  });

  keepsItsPromise(readResidentId, /^[\d*]{17}[\dX*]$/);
});
