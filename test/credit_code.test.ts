import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCreditCode, readCreditCode } from "../src/credit_code.ts";
import { keepsItsPromise, verdict } from "./cell.ts";

const { read, doubt } = readCreditCode;
const seventeen = fc.string({
  unit: fc.constantFrom(..."0123456789ABCDEFGHJKLMNPQRTUWXY"),
  minLength: 17,
  maxLength: 17,
});

describe("a unified social credit code", () => {
  test.each(["91990101MA0000015C", "91990101MA00000237"])("%s is read without a doubt", (code) => {
    expect(read(code)).toBe(code);
    expect(doubt(code)).toBeUndefined();
  });

  test("with its check character it is read without a doubt, with any other it is doubted", () => {
    fc.assert(
      fc.property(seventeen, fc.constantFrom(..."0123456789ABCDEFGHJKLMNPQRTUWXY"), (first, last) => {
        const good = `${first}${checkCreditCode(first)}`;
        expect(read(good)).toBe(good);
        expect(doubt(good)).toBeUndefined();
        expect(doubt(`${first}${last}`) === undefined).toBe(last === checkCreditCode(first));
      }),
    );
  });

  test("one wrong character is always noticed", () => {
    fc.assert(
      fc.property(
        seventeen,
        fc.nat({ max: 16 }),
        fc.constantFrom(..."0123456789ABCDEFGHJKLMNPQRTUWXY"),
        (first, at, c) => {
          const changed = first.slice(0, at) + c + first.slice(at + 1);
          expect(checkCreditCode(changed) === checkCreditCode(first)).toBe(changed === first);
        },
      ),
    );
  });

  test.each([
    ["91990101ma0000015c", "91990101MA0000015C"],
    ["９１９９０１０１ＭＡ００００００１５Ｃ", "credit_code.length"],
    ["９１９９０１０１ＭＡ０００００１５Ｃ", "91990101MA0000015C"],
    [" 91990101 MA000001 5C ", "91990101MA0000015C"],
    ["91990101MA000001", "credit_code.length"],
    ["91990101MAOOOOO15C", "credit_code.letters"],
    ["91990101MA00000-5C", "credit_code.characters"],
    ["9.1990101E+17", "code.scientific"],
    ["919901010000012000", "code.damaged"],
  ])("%j → %s", (text, expected) => {
    expect(verdict(read(text))).toBe(expected);
  });

  test("a refusal names the length or the letters; a doubt names the character that would fit", () => {
    expect(read("91990101")).toMatchObject({ with: { length: "8" } });
    expect(read("91990101MAI0000O5C")).toMatchObject({ with: { letters: "I、O" } });
    expect(doubt("91990101MA00000150")).toMatchObject({
      reason: "credit_code.check",
      with: { expected: "C" },
    });
  });

  keepsItsPromise(read, /^[0-9A-HJ-NPQRTUWXY]{18}$/);
});
