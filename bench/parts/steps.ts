import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type Words, words } from "../../src/words.ts";
import { type Found, measuredIn, median, type Part } from "../measured.ts";
import { loadOnce } from "../run.ts";
import type { Step, Steps } from "../steps.ts";
import { writeVisits } from "../visits.ts";

const rows = 1_000_000;

const named: Readonly<Record<Step, Words>> = {
  own: words(
    "JavaScript：读字节、算哈希、找行、逐行核对不规范的行",
    "JavaScript: bytes, hash, where records begin, the messy rows one by one",
  ),
  read: words("DuckDB：分栏并逐格核对", "DuckDB: cells, each judged"),
  keys: words("DuckDB：主键是否重复", "DuckDB: whether a key stands twice"),
  table: words("DuckDB：写入台账表并压缩", "DuckDB: the register's table, typed and compressed"),
  comments: words("DuckDB：表和栏目的说明", "DuckDB: comments on tables and columns"),
  others: words("DuckDB：其余语句", "DuckDB: all other statements"),
};

/** What one load takes, step by step: what there is to gain, and where. */
export const stepwise: Part = {
  name: "steps",
  words: words(
    "读入一百万行走访台账，处理器时间用在哪里",
    "A million visits into the warehouse: where the processor time goes",
  ),
  measure: async ({ folder, rounds, tell }) => {
    const found: Found[] = [];
    for (const messy of [0, 0.01]) {
      const [data, out] = [path.join(folder, "stepwise"), path.join(folder, "loaded")];
      rmSync(data, { recursive: true, force: true });
      mkdirSync(data, { recursive: true });
      tell(`writing ${rows} rows, ${messy * 100} % messy`);
      writeVisits(data, rows, messy);
      const all = new Map<string, number[]>();
      const took = (what: string, cpu: number): void => void all.set(what, [...(all.get(what) ?? []), cpu]);
      const load = (what: string): Promise<string> => loadOnce(what, data, out);
      for (let n = 1; n <= rounds; n++) {
        tell(`${messy * 100} % messy, ${n} of ${rounds}`);
        for (const what of ["parse", "naive"])
          took(what, (JSON.parse(await load(what)) as { cpu: number }).cpu);
        for (const [step, cpu] of Object.entries(JSON.parse(await load("steps")) as Steps)) took(step, cpu);
      }
      rmSync(data, { recursive: true, force: true });
      rmSync(out, { recursive: true, force: true });
      const line = (what: string, of: Words): Found => {
        const numbers = all.get(what) ?? [];
        return {
          words: words(`${messy * 100} % 不规范：${of.zh}`, `${messy * 100} % messy: ${of.en}`),
          value: `${(median(numbers) / median(all.get("naive") ?? [])).toFixed(2)} ×`,
          cpu: measuredIn(numbers, 2, "s"),
        };
      };
      found.push(
        line("naive", words("裸读入", "naive load, nothing checked")),
        line("parse", words("裸读入中只分栏、不写入的部分", "of it, cells alone, nothing written")),
        ...Object.entries(named).map(([step, of]) => line(step, of)),
      );
    }
    return found;
  },
};
