import { spawn, spawnSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readRegular } from "../src/node/regular_file.ts";
import { workbookOf } from "./sent_workbook.ts";
import { filesBelow, Workbench } from "./workbench.ts";

const header = ["走访编号", "走访日期", "统一社会信用代码", "干部编号", "走访方式"];
const row = (id: string, day = "2018-10-10"): string[] => [id, day, "91990101MA0000001Y", "G001", "实地"];
const csv = (...rows: string[][]): string => [header, ...rows].map((cells) => cells.join(",")).join("\n");

/** Names that a shell, a glob, a path in SQL or a terminal would take for something else. */
const odd = [
  "v[12].csv",
  "v*.csv",
  "引'号\".csv",
  "');DROP TABLE intake.files;--.csv",
  "换\n行.csv",
  "\u202evsc.写反.csv",
  "零\u200b宽.csv",
  "\u001b[31m红\u001b[0m.csv",
  "$(touch x)`touch y`.csv",
  "镇街=马鞍/v.csv",
  "是文件夹.csv/里面.csv",
  `${"长".repeat(83)}aa.csv`,
  "-rf.csv",
  "%2e%2e%2f.csv",
  "__proto__",
  "constructor.csv",
];

const bench = new Workbench();
const outside = path.join(bench.folder, "outside");
let server: Server;
let files: Map<string, { accepted: string; reason: string | null; slots: string | null }>;

beforeAll(async () => {
  for (const room of ["rosters", "visits"]) bench.putExamples(room);
  for (const [i, name] of odd.entries()) bench.put(name, csv(row(`N${i}`), row(`坏${i}`, "2018-02-30")));
  mkdirSync(outside);
  writeFileSync(path.join(outside, "别处.csv"), csv(row("别处")));
  const at = (name: string): string => path.join(bench.data, name);
  symlinkSync("/etc/passwd", at("链接.csv"));
  symlinkSync("../outside/别处.csv", at("上级.csv"));
  symlinkSync(outside, at("链接目录"));
  symlinkSync("nowhere", at("断链.csv"));
  symlinkSync("/dev/zero", at("设备.csv"));
  spawnSync("mkfifo", [at("管道.csv")]);
  server = createServer().listen(at("套接字.csv"));
  await new Promise((done) => server.once("listening", done));
  const sparse = openSync(at("稀疏.csv"), "w");
  ftruncateSync(sparse, 2 ** 42);
  closeSync(sparse);
  bench.put(`${"深/".repeat(60)}底.csv`, csv(row("底")));
  writeFileSync(
    Buffer.concat([Buffer.from(bench.data), Buffer.from("/\xff\xfe.csv", "latin1")]),
    csv(row("非")),
  );
  const [good, bad] = [row("X1"), row("X2", "2018-02-30")];
  bench.put(
    "表.xlsx",
    workbookOf([
      ["../../../../出逃", [header, good, bad]],
      ["__proto__", [header, row("X3"), row("X4", "2018-02-30")]],
    ]),
  );
  await bench.ingest();
  const rows = await bench.rows(
    "SELECT f.path, f.accepted, any_value(p.reason) FILTER (WHERE p.line IS NULL) AS reason, any_value(p.slots) AS slots FROM intake.files f LEFT JOIN intake.problems p USING (file_id) GROUP BY ALL",
  );
  files = new Map(rows.map((one) => [one.path, one] as never));
}, 60_000);
afterAll(() => {
  server.close();
  bench.clear();
});

it("reads files under any name a system allows, each for itself, and takes the name for no more than a name", () => {
  for (const name of odd) expect(files.get(name)?.accepted, name).toBe("1");
  expect(files.get("visits/visits.csv")?.accepted).toBe("8");
});

it("opens no link, device, pipe or socket, and names each", () => {
  for (const name of ["链接.csv", "上级.csv", "链接目录", "断链.csv", "设备.csv", "管道.csv", "套接字.csv"])
    expect(files.get(name), name).toMatchObject({ accepted: "0", reason: "file.not_regular" });
});

it("reads no file of abnormal size, and none in folders too deep or under a name it cannot open", () => {
  expect(files.get("稀疏.csv")).toMatchObject({ accepted: "0", reason: "file.too_big" });
  const deep = [...files.keys()].find((name) => name.startsWith("深/")) as string;
  expect(files.get(deep)).toMatchObject({ accepted: "0", reason: "folder.deep" });
  expect([...files].find(([name]) => name.includes("\ufffd"))?.[1].reason).toBe("file.unreadable");
});

it("writes receipts inside their folder, whatever a file or a sheet is called, and none over another", () => {
  const receipts = filesBelow(path.join(bench.out, "receipts"));
  expect(receipts).toHaveLength(odd.length + 2);
  expect(filesBelow(bench.folder).filter((file) => file.includes("出逃"))).toEqual([
    "build/receipts/表.xlsx · .._.._.._.._出逃.csv",
  ]);
  for (const file of receipts) expect(Buffer.byteLength(path.basename(file))).toBeLessThan(255);
});

it("does not mix two states of a file that changes while it is read", async () => {
  const file = path.join(bench.folder, "正在写.csv");
  writeFileSync(file, csv(row("W")).repeat(400_000));
  const other = spawn("sh", ["-c", `while :; do echo x >> '${file}'; done`]);
  await new Promise((done) => setTimeout(done, 100));
  const bytes = readRegular(file, false);
  other.kill();
  expect(bytes).toMatchObject({ reason: "file.changed" });
});
