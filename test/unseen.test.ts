import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aligned } from "../src/node/columns.ts";
import { progressOn } from "../src/node/progress.ts";
import { html } from "../src/site/markup.ts";
import { readText } from "../src/text.ts";
import { escapedJson, onOneLine, seenThrough } from "../src/unseen.ts";

const steering = /[^\P{Cc}\t\n\v\f\r]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
const nasty = fc.string({
  unit: fc.constantFrom(
    ..."镇甲a<&\"'\n\t",
    "\u001b[31m",
    "\u009b2J",
    "\u0007",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u{e0041}",
    "\ufeff",
  ),
  maxLength: 20,
});

describe("characters that are not seen", () => {
  it("are written out on pages and terminals, so that names that look alike are told apart", () => {
    expect(seenThrough("甲\u202e乙\u001b[2J")).toBe("甲[U+202E]乙[U+001B][2J");
    expect(seenThrough("一\t二\n")).toBe("一\t二\n");
    expect(html`<b title="${"\u202e"}">${"甲\u200b"}</b>`.text).toBe('<b title="[U+202E]">甲[U+200B]</b>');
  });

  it("make no second line of a name", () => {
    expect(onOneLine("甲.csv\n✓ 全部采用")).toBe("甲.csv[U+000A]✓ 全部采用");
    expect(aligned([["a\nb", "c"]])).toEqual(["a[U+000A]b  c"]);
  });

  it("never get through, whatever the text", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(html`${text}`.text).not.toMatch(steering);
        expect(aligned([[text]]).join()).not.toMatch(steering);
        expect(readText(text)).not.toMatch(steering);
        const json = escapedJson(JSON.stringify([text]));
        expect(json).not.toMatch(steering);
        expect(JSON.parse(json)).toEqual([text]);
        let written = "";
        const stream = {
          isTTY: true,
          write: (some: string) => (written += some),
        } as unknown as NodeJS.WriteStream;
        progressOn(stream).tell(text);
        expect(written.replace("\r\u001b[K", "")).not.toMatch(/[\n\r]/);
        expect(written.replace("\r\u001b[K", "")).not.toMatch(steering);
      }),
    );
  });
});
