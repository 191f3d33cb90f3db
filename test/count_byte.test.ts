import fc from "fast-check";
import { expect, it } from "vitest";
import { countByte, wordsOf } from "../src/node/count_byte.ts";

const plainly = (bytes: Uint8Array, byte: number, from: number, to: number): number =>
  bytes.subarray(from, to).reduce((count, one) => count + (one === byte ? 1 : 0), 0);

it("counts a byte between any two offsets, wherever the bytes lie, as counting one by one does", () => {
  // Neighbours of the byte, and bytes with the highest bit set, are what a carry between bytes would miscount.
  const near = fc.constantFrom(0, 1, 0x2b, 0x2c, 0x2d, 0x7f, 0x80, 0xac, 0xff);
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.array(near, { maxLength: 60 }),
      near,
      fc.nat(7),
      fc.nat(130),
      fc.nat(130),
      (some, more, byte, offset, one, other) => {
        const whole = Uint8Array.from([...Array.from({ length: offset }, () => byte), ...some, ...more]);
        const bytes = whole.subarray(offset);
        const from = Math.min(one, other, bytes.length);
        const to = Math.min(Math.max(one, other), bytes.length);
        expect(countByte(bytes, wordsOf(bytes), byte, from, to)).toBe(plainly(bytes, byte, from, to));
      },
    ),
    { numRuns: 2000 },
  );
});
