import path from "node:path";
import { type Lake, writeLake } from "../export/lake/lake.ts";
import type { Ingested } from "../ingest.ts";
import { assertNoPersonal } from "../leaks.ts";
import { makeAside } from "../made_aside.ts";
import { type Call, text } from "../verb.ts";
import { openWarehouse } from "../warehouse.ts";

/** Says which models are not among what was exported. */
export const tellKeptBack = (call: Call, tables: readonly string[]): void => {
  if (tables.length === 0) return;
  call.remark(
    call.lang === "zh"
      ? `${tables.join("、")} 没有导出：判断不了其中哪些栏目含个人信息`
      : `${tables.join(", ")} not exported: it cannot be told which columns hold personal data`,
  );
};

/** `export --lake`: the registers and models as a lake, from the warehouse that was just filled. */
export const exportLake = async (call: Call, to: string, { asOf, demo }: Ingested): Promise<void> => {
  const { organisation, home } = call;
  const zh = call.lang === "zh";
  let lake: Lake = { tables: 0, keptBack: [] };
  await makeAside(to, 0o700, async (aside) => {
    const folder = path.resolve(aside);
    const warehouse = await openWarehouse(text(call, "out"), folder);
    try {
      const head = { federation: organisation.federation, asOf, demo };
      const rooms = path.join(home, "pipelines");
      lake = await writeLake(warehouse, organisation, head, rooms, folder, (done, of, table) =>
        call.progress(`${zh ? "导出" : "exporting"} ${done + 1}/${of} ${table}`),
      );
      call.progress(zh ? "检查个人信息" : "looking for personal data");
      await assertNoPersonal(warehouse, organisation, home, folder);
    } finally {
      warehouse.close();
    }
  });
  tellKeptBack(call, lake.keptBack);
  call.say(
    zh
      ? `已把 ${lake.tables} 张表（内部资料，请勿外传）按季度分区写成 Parquet，放在 ${to}；各表的栏目、行数和校验值见其中的 _manifest.json，读法见 docs/lake.md`
      : `${lake.tables} tables (internal, not to be passed on) are in ${to} as Parquet, partitioned by quarter; columns, rows and hashes are in its _manifest.json, docs/lake.md says how to read it`,
  );
};
