import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nobody, shapesIn } from "../src/personal.ts";
import { checkResidentId } from "../src/resident_id.ts";

const seen = (text: string): string[] =>
  shapesIn(text).map(({ shape, at, length }) => `${shape} ${text.slice(at, at + length)}`);

describe("numbers of a person's shape", () => {
  it.each([
    ["身份证990101199008210021。", "residentId 990101199008210021"],
    ["<td>99010119900821011x</td>", "residentId 99010119900821011x"],
    ["990101 19900821 0021", "residentId 990101 19900821 0021"],
    ["电话13912345678", "mobile 13912345678"],
    ["（+86 139-1234-5678）", "mobile +86 139-1234-5678"],
    ['{"label":"139 1234 5678"}', "mobile 139 1234 5678"],
    ["1391234 5678", "mobile 1391234 5678"],
    ["139.1234.5678。", "mobile 139.1234.5678"],
    ["139_1234_5678", "mobile 139_1234_5678"],
    ["卡号6222020200112233446", "bankCard 6222020200112233446"],
    ["6222 0202 0011 2233 446", "bankCard 6222 0202 0011 2233 446"],
    ["4111111111111111", "bankCard 4111111111111111"],
    ["13912345678.csv", "mobile 13912345678"],
    ["走访/990101199008210021.xlsx · 一", "residentId 990101199008210021"],
    ["走访_13912345678_2018.csv", "mobile 13912345678"],
    ["请打13912345678.Thanks", "mobile 13912345678"],
  ])("%s holds one", (text, found) => {
    expect(seen(text)).toEqual([found]);
  });

  it.each([
    ["a wrong check digit", "990101199008210022"],
    ["a day that is none", "990101199002300021"],
    ["a province that is none", "190101199008210021"],
    ["a longer number", "9901011990082100210"],
    ["decimals", "0.13912345678 1.990101199008210021 139.12345678"],
    ["a sum of money", "13912345678.00"],
    ["a prefix nobody has", "12912345678 10012345678"],
    ["a time stamp", "1546300799000 20181231235959 2018-12-31T23:59:59.000Z"],
    ["a card that fails Luhn", "4111111111111112 6222020200112233441"],
    ["a credit code", "91990101MA0000001Y 91990101MA00000035"],
    ["an identifier", "app.13912345678.js case-13912345678 x13912345678 13912345678px a_13912345678"],
    ["a version, an address, a file", "139.1234.5678.1 10.139.1234.5678 139_1234_5678.js 139.1234_5678"],
    ["numbers beside each other", "1391234 56789 21391234 5678 1391234  5678 1391234 5678.5"],
    ["masked digits", "139****5678 990101********0021"],
    ["coordinates of a drawing", "M139.1234,567.8L139 123.4 5678"],
    ["what templates show", Object.values(nobody).join(" ")],
  ])("%s holds none", (_, text) => {
    expect(seen(text)).toEqual([]);
  });

  it("finds every identity number that passes, between whatever is no letter or digit", () => {
    const digits = fc
      .tuple(
        fc.constantFrom("110101", "330603", "650102", "990101"),
        fc.date({ min: new Date("1930-01-01"), max: new Date("2020-12-31"), noInvalidDate: true }),
        fc.integer({ min: 0, max: 999 }),
      )
      .map(([place, born, n]) => {
        const first = `${place}${born.toISOString().slice(0, 10).replaceAll("-", "")}${String(n).padStart(3, "0")}`;
        return first + checkResidentId(first);
      });
    fc.assert(
      fc.property(digits, fc.constantFrom("", "证", "<b>", '"', "：", "\n"), (id, beside) => {
        expect(seen(beside + id + beside).map((s) => s.split(" ")[0])).toContain("residentId");
      }),
    );
  });

  it("takes no hash, in hexadecimal or base64, for a person", () => {
    for (let i = 0; i < 2000; i++) {
      const hash = createHash("sha256").update(String(i));
      const text = i % 2 ? hash.digest("hex") : hash.digest("base64url");
      expect(seen(`name.${text}.js ${text}`), text).toEqual([]);
    }
  });
});
