import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { dialectOf } from "./dialect.ts";
import { home } from "./workbench.ts";

const file = path.join(home, "docs", "lake.md");
const head = "| model | not shared |\n|---|---|\n";

it("docs/lake.md says of every model what Spark and Trino do not read as DuckDB does", async () => {
  const text = readFileSync(file, "utf8");
  const shared = /^Shared: (.+)$/m.exec(text)?.[1]?.match(/[^` ]+/g) ?? [];
  expect(shared.length).toBeGreaterThan(10);
  const models = await dialectOf(new Set(shared));
  expect(models.size).toBeGreaterThan(120);
  const rows = [...models].flatMap(([model, odd]) =>
    odd.length > 0 ? `| \`${model}\` | ${odd.map((one) => `\`${one}\``).join(", ")} |\n` : [],
  );
  const [before = "", rest = ""] = text.split(head);
  const after = rest.slice(rest.search(/^(?!\|)/m));
  const due = `${before}${head}${rows.join("")}${after}`;
  if (process.env.UPDATE) writeFileSync(file, due);
  else expect(text).toBe(due);
  // What all three can say is said so: these have no place in a model any more.
  for (const [model, odd] of models)
    expect(odd, model).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(?:QUALIFY|GROUP BY ALL|\* EXCLUDE|::|strftime|left|right)$/),
      ]),
    );
});
