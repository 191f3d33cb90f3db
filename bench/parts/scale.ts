import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { words } from "../../src/words.ts";
import { writeAttendance } from "../attendance.ts";
import { type Part, times } from "../measured.ts";
import { verb } from "../run.ts";

/** What the warehouse may take of the memory; what is more it lays on the disk. */
const memory = "1GB";

export const scale: Part = {
  name: "scale",
  words: words(
    "考勤一百万行（--large 为一千万行）：从文件到指标，计算限用 1 GB 内存",
    "A million attendance rows (ten with --large) to figures, computing held to 1 GB",
  ),
  measure: async ({ folder, isLarge, tell }) => {
    const rows = isLarge ? 10_000_000 : 1_000_000;
    const [data, out] = [path.join(folder, "attendance"), path.join(folder, "attended")];
    mkdirSync(data, { recursive: true });
    tell(`writing ${rows} rows`);
    writeAttendance(data, rows);
    tell(`ingest, models and checks of ${rows} rows`);
    const ingest = await verb("ingest", { data, out, memory });
    rmSync(out, { recursive: true, force: true });
    tell(`findings of ${rows} rows`);
    const findings = await verb("findings", { data, out, memory });
    rmSync(data, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
    return [
      times(words("ingest：读入、建模、校验", "ingest: reading, models, checks"), [ingest]),
      times(words("findings：同上，再查疑点", "findings: the same, and what is not plausible"), [findings]),
    ];
  },
};
