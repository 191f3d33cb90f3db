import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { codeInUse } from "../src/node/code.ts";
import { putFederation } from "../test/federation.ts";
import { home, Workbench, withRooms } from "../test/workbench.ts";
import { asked } from "./asked.ts";
import { circumstances, record, tableOf } from "./report.ts";

const values = asked(
  "一份一份放入文件，看时间、内存和大小是否增长 · drops files one by one, and looks whether time, memory or size grow",
  {
    drops: { default: "10000", says: "放入多少份 · how many files" },
    batch: { default: "100", says: "同时留下几份 · how many of them stay" },
    minutes: { default: "60", says: "最多几分钟 · for so many minutes at most" },
    "no-record": { default: false, says: "只显示，不写入 RELIABILITY.md · only shows what was found" },
  },
);
const [drops, batch, minutes] = [values.drops, values.batch, values.minutes].map(Number) as [
  number,
  number,
  number,
];

const bench = new Workbench(withRooms("legal_aid"));
const code = codeInUse(home, performance.timeOrigin);
if (code === undefined) throw new Error("the sources changed since this began; begin again");
const warehouse = path.join(bench.out, "warehouse.duckdb");

const dropped = (slot: number): string => `案件-${slot}.csv`;

/** A file that comes: two cases of its own, one row to be refused. Of so many the oldest make room for the first of the next. */
const drop = (n: number): void => {
  const slot = n % batch;
  if (slot === 0) for (let i = 0; i < batch; i++) rmSync(path.join(bench.data, dropped(i)), { force: true });
  const month = String((slot % 12) + 1).padStart(2, "0");
  const row = (id: string, day: string): string =>
    `${id},P${n},2018-${month}-${day},市级,小城区,小城1号有限公司,令狐丙,农民工,20,劳动报酬,诉讼代理,${1000 + (n % 977)},2018-${month}-28,判决,全部支持`;
  bench.put(
    dropped(slot),
    `案件编号,批次号,受理日期,受理级次,所属区市,用人单位,申请人姓名,申请人类别,涉及人数,案由,援助形式,确认金额,结案日期,结案方式,结果\n${row(`D${n}`, "05")}\n${row(`E${n}`, "06")}\n${row(`坏${n}`, "31-")}\n`,
  );
};

interface Point {
  readonly drops: number;
  readonly cpu: number;
  readonly seconds: number;
  readonly rss: number;
  readonly size: number;
  readonly open: number;
  readonly files: number;
}

const openFiles = (): number => {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return 0;
  }
};

/** How often a warehouse was grown, made anew, and left as it was. */
const ways = { grown: 0, anew: 0, unchanged: 0 };

/** Ingests as the program does, but that a warehouse is grown however small it is. */
const ingest = async (): Promise<void> => {
  const read: string[] = [];
  const progress = (words: string): void => void (/^\d+\/\d+ /.test(words) && read.push(words));
  const { unchanged, files } = await bench.ingest(undefined, { comments: true, code, grows: 0, progress });
  ways[unchanged ? "unchanged" : read.length < files.length ? "grown" : "anew"] += 1;
};

/** Reads what lies there now, and tells what it took. */
const ingested = async (done: number): Promise<Point> => {
  const [cpu, from] = [process.cpuUsage(), performance.now()];
  await ingest();
  const { user, system } = process.cpuUsage(cpu);
  return {
    drops: done,
    cpu: (user + system) / 1e6,
    seconds: (performance.now() - from) / 1000,
    rss: process.memoryUsage.rss() / 1e6,
    size: statSync(warehouse).size / 1e6,
    open: openFiles(),
    files: readdirSync(bench.out, { recursive: true }).length,
  };
};

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const most = (numbers: readonly number[]): number => Math.max(...numbers);

const points: Point[] = [];
const from = performance.now();
putFederation(bench, 3);
rmSync(path.join(bench.data, "走访.csv"));
// The first reading loads what later ones find loaded.
await ingested(0);
let done = 0;
while (done < drops && performance.now() - from < minutes * 60_000) {
  drop(done++);
  points.push(await ingested(done));
  if (done % batch !== 0) continue;
  // Nobody dropped anything.
  await ingest();
  const { cpu, rss, size } = points.at(-1) as Point;
  console.log(
    `${done}/${drops}  ${cpu.toFixed(2)} s of a core, ${rss.toFixed(0)} MB, ${size.toFixed(1)} MB on disk`,
  );
}

const tenths = Array.from({ length: 10 }, (_, i) =>
  points.slice(Math.floor((i * points.length) / 10), Math.floor(((i + 1) * points.length) / 10)),
).filter((some) => some.length > 0);
const early = tenths[1] ?? [];
const late = tenths.at(-1) ?? [];

/** What must not have grown from the second tenth to the last, and how much it may: memory and time breathe. */
const growths = [
  ["time", middle(late.map((p) => p.cpu)) / middle(early.map((p) => p.cpu)), 1.3],
  ["memory", middle(late.map((p) => p.rss)) / middle(early.map((p) => p.rss)), 1.3],
  ["warehouse", middle(late.map((p) => p.size)) / middle(early.map((p) => p.size)), 1.05],
  ["open files", most(late.map((p) => p.open)) / most(early.map((p) => p.open)), 1.1],
  ["files", most(late.map((p) => p.files)) / most(early.map((p) => p.files)), 1],
] as const;
const grown = growths.filter(([, growth, allowed]) => !(growth <= allowed));

// From data/ alone: nothing that years of drops left in build/ may count.
const before = JSON.stringify(await bench.figures());
rmSync(bench.out, { recursive: true });
const { quarters } = await bench.ingest();
const same = JSON.stringify(await bench.figures()) === before;

const text = `${await circumstances()}

\`npm run longlife -- --drops ${drops} --batch ${batch}\`: ${done} drops in a row${done < drops ? " (then the time was up)" : ""}, a file each, into one federation, each followed by an ingest: ${ways.grown} grew the
warehouse, ${ways.anew} made it anew (the first, and wherever ${batch} files had come and made room), ${ways.unchanged} after no drop left it as it was; all in one
process that went on for ${Math.round((performance.now() - from) / 60_000)} minutes. Afterwards \`build/\` was deleted and made again from \`data/\` alone: ${quarters.length} quarters (${quarters[0]?.id}–${quarters.at(-1)?.id}), figures
${same ? "the same to the byte" : "NOT the same"}. Grown: ${grown.length === 0 ? "nothing" : grown.map(([what, growth]) => `${what} ×${growth.toFixed(2)}`).join(", ")}.

${tableOf(
  [
    "drops",
    "seconds of a core per ingest (median)",
    "memory of the process, MB (median)",
    "warehouse, MB",
    "open files (most)",
    "files in `build/`",
  ],
  tenths.map((some) => [
    some.at(-1)?.drops ?? 0,
    middle(some.map((p) => p.cpu)).toFixed(2),
    middle(some.map((p) => p.rss)).toFixed(0),
    middle(some.map((p) => p.size)).toFixed(2),
    most(some.map((p) => p.open)),
    most(some.map((p) => p.files)),
  ]),
)}`;
console.log(`\n${text}`);
bench.clear();
const failed = grown.length > 0 || !same;
if (!values["no-record"] && !failed) record("longlife", text);
process.exitCode = failed ? 1 : 0;
