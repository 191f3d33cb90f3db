import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { organisation } from "../../pipelines/index.ts";
import { inspect } from "../../src/inspect.ts";
import { registersOf } from "../../src/organisation.ts";

const folder = path.join(import.meta.dirname, "fixtures");
const registers = registersOf(organisation);

/** What a fixture's .json holds. A new case is a new .csv; UPDATE=1 writes its .json, which a person then reads. */
const seen = (file: string) => {
  const { inspection } = inspect(readFileSync(path.join(folder, file)), registers, "zh");
  const { encoding, separator, headerLine, register, read, accepted, refused, repeated, problems } =
    inspection;
  const told = problems.map(({ line, field, found, why, mend, severity }) => ({
    line,
    field,
    found,
    why,
    mend,
    severity,
  }));
  return { encoding, separator, headerLine, register, read, accepted, refused, repeated, problems: told };
};

describe("reading", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));

  it.each(files)("%s", (file) => {
    const wanted = path.join(folder, file.replace(/\.csv$/, ".json"));
    const now = seen(file);
    if (process.env.UPDATE && !existsSync(wanted)) writeFileSync(wanted, `${JSON.stringify(now, null, 2)}\n`);
    expect(now).toEqual(JSON.parse(readFileSync(wanted, "utf8")));
    expect(now.read).toBe(now.accepted + now.refused + now.repeated);
    for (const { why, mend } of now.problems) expect(`${why}${mend}`).not.toMatch(/[{}]|undefined|null/);
  });
});
