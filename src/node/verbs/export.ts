import path from "node:path";
import type { Audience } from "../../publication.ts";
import { words } from "../../words.ts";
import { type Format, formats } from "../export/edition.ts";
import { exportTo, holdingsOf } from "../export/export.ts";
import { expectFree } from "../export/free.ts";
import { lakeMark } from "../export/lake/manifest.ts";
import { keepingOf } from "../figures_kept_file.ts";
import { assertNoPersonal } from "../leaks.ts";
import { alone } from "../lock.ts";
import { asOf, audience, data, out, releases } from "../options.ts";
import { releasesIn } from "../releases.ts";
import { text, type Verb } from "../verb.ts";
import { openWarehouse } from "../warehouse.ts";
import { fillWarehouse } from "./ingest.ts";
import { exportLake, tellKeptBack } from "./lake.ts";

/** Hands figures and de-identified models on to other tools, from the files as they lie there now. */
export const exportVerb: Verb = {
  name: "export",
  words: words(
    "导出指标和数据字典，供其他工具分析；内部版另有去除个人信息的台账和模型",
    "exports the figures with their dictionary for other tools; the internal edition has registers and models without personal data as well",
  ),
  options: {
    format: {
      type: "string",
      value: formats.join("|"),
      default: "csv",
      among: formats,
      words: words("文件格式", "format of the files"),
    },
    audience,
    to: {
      type: "string",
      value: "FOLDER",
      words: words(
        "导出到哪个文件夹，默认为 --out 下的 export；已有的导出会被替换",
        "folder to write, by default export under --out; an earlier export is replaced",
      ),
    },
    lake: {
      type: "string",
      value: "FOLDER",
      words: words(
        "改为把去除个人信息的台账和模型写成按季度分区的 Parquet，供 DuckDB、Spark、Trino 读取（内部资料；此时不看 --format、--audience、--to）",
        "instead writes registers and models without personal data as Parquet partitioned by quarter, for DuckDB, Spark and Trino (internal; --format, --audience and --to do not count then)",
      ),
    },
    releases,
    "as-of": asOf,
    data,
    out,
  },
  run: (call) => {
    const to = String(call.options.to ?? path.join(text(call, "out"), "export"));
    const lake = call.options.lake === undefined ? undefined : String(call.options.lake);
    const expectPlace = (): void =>
      lake === undefined
        ? expectFree(to, text(call, "data"))
        : expectFree(lake, text(call, "data"), "--lake", lakeMark);
    expectPlace();
    return alone(text(call, "out"), async () => {
      const ingested = await fillWarehouse(call);
      // The warehouse itself may stand there by now.
      expectPlace();
      if (lake !== undefined) {
        await exportLake(call, lake, ingested);
        return 0;
      }
      const zh = call.lang === "zh";
      call.progress(zh ? "计算指标" : "measuring");
      const warehouse = await openWarehouse(text(call, "out"));
      try {
        const edition = text(call, "audience") as Audience;
        const format = text(call, "format") as Format;
        const holdings = await holdingsOf({
          warehouse,
          organisation: call.organisation,
          ingested,
          audience: edition,
          rooms: path.join(call.home, "pipelines"),
          releases: releasesIn(text(call, "releases"), ingested.demo),
          keeping: keepingOf(call),
        });
        const { tables, keptBack } = holdings;
        await exportTo(
          holdings,
          format,
          to,
          (done, table) =>
            call.progress(`${zh ? "导出" : "exporting"} ${done + 1}/${tables.length} ${table}`),
          (folder) => assertNoPersonal(warehouse, call.organisation, call.home, folder),
        );
        if (holdings.untold) call.remark(holdings.untold[call.lang]);
        tellKeptBack(call, keptBack);
        call.say(
          zh
            ? `已导出 ${tables.length} 张表（${edition === "public" ? "公开版" : "内部版，请勿外传"}，${format}）到 ${to}；每份文件是什么，见其中的 README.md`
            : `${tables.length} tables (${edition} edition, ${format}) are in ${to}; its README.md says what each file is`,
        );
        return 0;
      } finally {
        warehouse.close();
      }
    });
  },
};
