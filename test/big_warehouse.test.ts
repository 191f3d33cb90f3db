import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeMoreVisits, writeVisits } from "../bench/visits.ts";
import { left } from "./left.ts";
import { Workbench, withRooms } from "./workbench.ts";

const organisation = withRooms("visits");
const code = { whole: "one", engine: "one" };

/** How the columns of visits are compressed. */
const compressed = (bench: Workbench) =>
  bench.rows(`
    SELECT DISTINCT column_name, compression FROM pragma_storage_info('visits.visits')
    WHERE segment_type = 'VARCHAR' AND compression <> 'Constant' ORDER BY ALL`);

describe("more than a small warehouse holds, read in bulk by several threads", () => {
  const bench = Workbench.modelless(organisation);
  const plain = Workbench.modelless(organisation);

  beforeAll(async () => {
    for (const { data } of [bench, plain]) {
      writeVisits(data, 66_000, 0.05);
      // A thousand of them under numbers that the other file has.
      writeMoreVisits(data, "visits-2.csv", 65_000, 9_000);
    }
    await bench.ingest(organisation, { code });
    await plain.ingest(organisation, { big: Number.POSITIVE_INFINITY });
  });
  afterAll(() => {
    bench.clear();
    plain.clear();
  });

  it("is what the JavaScript reader makes of the same files, row after row", async () => {
    const [row] = await bench.rows("SELECT count(*) AS n, count(DISTINCT _file) AS files FROM visits.visits");
    expect(row).toMatchObject({ files: "2" });
    expect(Number(row?.n)).toBeGreaterThan(70_000);
    expect(await left(bench)).toEqual(await left(plain));
  });

  it("compresses what an earlier run read as that run did", async () => {
    const before = await compressed(bench);
    expect(before).toContainEqual({ column_name: "method", compression: "Dictionary" });
    expect(before).toContainEqual({ column_name: "visit_id", compression: "FSST" });
    bench.put("more.csv", "区划代码,名称,上级代码,层级,生效日期\n990103002,城西街道,,镇街,2010-01-01\n");
    expect(await bench.ingest(organisation, { code })).not.toMatchObject({ unchanged: true });
    expect(await compressed(bench)).toEqual(before);
  });
});
