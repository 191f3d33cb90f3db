import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { organisation } from "../../pipelines/index.ts";
import { decode, isWorkbook } from "../../src/decode.ts";
import { inspect } from "../../src/inspect.ts";
import { registersOf } from "../../src/organisation.ts";
import { canonical } from "../../src/text.ts";
import { openWorkbook } from "../../src/workbook.ts";
import { mutated } from "./mutated.ts";

const registers = registersOf(organisation);
const look = (bytes: Uint8Array) => inspect(bytes, registers, "zh", openWorkbook);

describe("damaged files", () => {
  it("end in sound rows or a sentence, never in a crash or a row that does not add up", () => {
    fc.assert(
      fc.property(mutated, (bytes) => {
        for (const { inspection } of look(bytes)) {
          expect(inspection.read).toBe(inspection.accepted + inspection.refused + inspection.repeated);
          if (inspection.register === null) expect(inspection.problems.length).toBeGreaterThan(0);
          for (const { why, mend } of inspection.problems) expect(why && mend).toBeTruthy();
        }
      }),
      { numRuns: Number(process.env.MUTATIONS ?? 400) },
    );
  }, 600_000);

  it("give no words that are not in the file", () => {
    fc.assert(
      fc.property(mutated, (bytes) => {
        if (isWorkbook(bytes)) return;
        const decoded = decode(bytes);
        const text = "reason" in decoded ? "" : canonical(decoded.text.replaceAll('""', '"'));
        for (const { inspection, understood } of look(bytes)) {
          const register = registers.find((r) => r.id === inspection.register);
          const fields = Object.values(register?.fields ?? {});
          for (const row of understood?.rows ?? [])
            row.forEach((value, i) => {
              if (value !== null && ["text", "code"].includes(fields[i]?.kind ?? ""))
                expect(text).toContain(canonical(value));
            });
        }
      }),
      { numRuns: Number(process.env.MUTATIONS ?? 250) },
    );
  }, 600_000);
});

describe("monstrous files", () => {
  const encoder = new TextEncoder();
  const within = (text: string): ReturnType<typeof look> => {
    // Time of computing: other work on the machine does not count.
    const began = process.cpuUsage();
    const seen = look(encoder.encode(text));
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(10_000);
    return seen;
  };
  const header = "走访日期,统一社会信用代码,干部编号,走访方式,走访内容";
  const row = "2018-10-10,91990101MA0000001Y,G001,实地,";

  it("with a hundred thousand columns are refused with a sentence", () => {
    const [seen] = within(`${Array.from({ length: 100_000 }, (_, i) => `栏${i}`).join(",")}\n`);
    expect(seen?.inspection.problems[0]?.why).toContain("100000");
  });

  it("with one cell of 200 MB lose that row alone", () => {
    const [seen] = within(`${header}\n${row}${"x".repeat(200_000_000)}\n${row}好\n`);
    expect(seen?.inspection).toMatchObject({ read: 2, accepted: 1, refused: 1 });
  });

  it("with a quotation mark that is never closed lose one row, not a hundred thousand", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `${row.replace("G001", `G${i}`)}好`);
    rows[10] = `${row}"好`;
    const [seen] = within(`${header}\n${rows.join("\n")}\n`);
    expect(seen?.inspection).toMatchObject({ read: 100_000, refused: 1 });
  });

  it("of nothing but separators, quotation marks or line ends are refused", () => {
    for (const piece of [",", '"', "\n", ',"', "\t;|,"])
      for (const { inspection } of within(piece.repeat(300_000))) expect(inspection.accepted).toBe(0);
  });
});
