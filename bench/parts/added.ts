import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { settles } from "../../src/node/seen.ts";
import { words } from "../../src/words.ts";
import { atMost, type Found, median, type Part, times } from "../measured.ts";
import { type Took, verb } from "../run.ts";
import { writeMoreVisits, writeVisits } from "../visits.ts";

/** Rows of the file that comes later. */
const more = 1000;
const share = 0.05;

export const added: Part = {
  name: "added",
  words: words("再来一个一千行的文件", "One more file of a thousand rows"),
  measure: async ({ folder, isLarge, rounds, tell }) => {
    const rows = isLarge ? 10_000_000 : 1_000_000;
    const [data, out] = [path.join(folder, "growing"), path.join(folder, "grown")];
    mkdirSync(data, { recursive: true });
    tell(`writing ${rows} rows`);
    writeVisits(data, rows, 0);
    // A register lies longer than that before the next comes; one that was written just now is read again every time.
    tell(`until the files have lain for ${settles / 1000} seconds`);
    await setTimeout(settles);
    const full: Took[] = [];
    const again: Took[] = [];
    const one: Took[] = [];
    for (let n = 1; n <= rounds; n++) {
      rmSync(out, { recursive: true, force: true });
      tell(`from nothing, ${n} of ${rounds}`);
      full.push(await verb("ingest", { data, out }));
    }
    for (let n = 1; n <= rounds; n++) {
      tell(`nothing changed, ${n} of ${rounds}`);
      again.push(await verb("ingest", { data, out }));
      writeMoreVisits(data, `later-${n}.csv`, rows + n * more, more);
      tell(`one more file, ${n} of ${rounds}`);
      one.push(await verb("ingest", { data, out }));
    }
    rmSync(data, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
    const part = median(one.map(({ cpu }) => cpu)) / median(full.map(({ cpu }) => cpu));
    const ratio: Found = {
      words: words("多一个文件占全部重建的比例", "one more file, as a share of all anew"),
      value: `${((100 * median(one.map(({ seconds }) => seconds))) / median(full.map(({ seconds }) => seconds))).toFixed(1)} %`,
      cpu: `${(100 * part).toFixed(1)} %`,
      // The target is of ten million rows: with fewer the start of the program alone is more.
      ...(isLarge && atMost(part, share, "5 % (processor time)")),
    };
    return [
      times(words("ingest，从头", "ingest, from nothing"), full),
      times(words("ingest，没有变化", "ingest, nothing changed"), again),
      times(words(`ingest，多一个 ${more} 行的文件`, `ingest, one more file of ${more} rows`), one),
      ratio,
    ];
  },
};
