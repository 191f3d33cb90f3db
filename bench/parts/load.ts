import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { words } from "../../src/words.ts";
import { atMost, type Found, median, type Part, type Scene, times } from "../measured.ts";
import { loadOnce, type Took } from "../run.ts";
import { writeVisits } from "../visits.ts";

/** What is to be reached: times as long as the naive load, and the most memory in MB. */
const targets = new Map([
  [0, 1.3],
  [0.01, 1.7],
  [0.2, 3],
]);
const large = { ratio: 2, peak: 3000 };
const peak = 700;

/** One load in a process of its own, without the start of the program. */
const load = async (what: string, data: string, out: string): Promise<Took> =>
  JSON.parse(await loadOnce(what, data, out)) as Took;

/** One set of files through both, by turns, so that whatever else the machine does falls on both. */
const compare = async ({ folder, isLarge, rounds, tell }: Scene, messy: number): Promise<Found[]> => {
  const rows = isLarge ? 10_000_000 : 1_000_000;
  const data = path.join(folder, "visits");
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  tell(`writing ${rows} rows, ${messy * 100} % messy`);
  writeVisits(data, rows, messy);
  const all = { naive: [] as Took[], ingest: [] as Took[] };
  for (let n = 1; n <= rounds; n++)
    for (const what of ["naive", "ingest"] as const) {
      tell(`${what}, ${messy * 100} % messy, ${n} of ${rounds}`);
      all[what].push(await load(what, data, path.join(folder, "loaded")));
    }
  const ratio = (of: (one: Took) => number): number => median(all.ingest.map(of)) / median(all.naive.map(of));
  const [cpu, wall] = [ratio((one) => one.cpu), ratio(({ seconds }) => seconds)];
  const most = isLarge ? large.ratio : (targets.get(messy) as number);
  const held = Math.max(...all.ingest.map((one) => one.peak));
  const mostHeld = isLarge ? large.peak : peak;
  const share = `${messy * 100} %`;
  rmSync(data, { recursive: true, force: true });
  rmSync(path.join(folder, "loaded"), { recursive: true, force: true });
  return [
    times(words(`${share} 不规范：裸读入`, `${share} messy: naive load, nothing checked`), all.naive),
    times(
      words(`${share} 不规范：读入数据仓库`, `${share} messy: CSV to warehouse, every row checked`),
      all.ingest,
      atMost(held, mostHeld, `${mostHeld} MB`),
    ),
    {
      words: words(`${share} 不规范：倍数`, `${share} messy: ratio`),
      value: `${wall.toFixed(2)} ×`,
      cpu: `${cpu.toFixed(2)} ×`,
      ...atMost(cpu, most, `${most} × (processor time)`),
    },
  ];
};

export const loading: Part = {
  name: "load",
  words: words(
    "读入一百万行走访台账（--large 为一千万行）",
    "A million visits into the warehouse (ten with --large)",
  ),
  measure: async (scene) => {
    const found: Found[] = [];
    for (const messy of targets.keys()) found.push(...(await compare(scene, messy)));
    return found;
  },
};
