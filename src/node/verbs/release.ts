import { formatQuarter } from "../../format.ts";
import { type Objection, standing } from "../../release.ts";
import { type Words, words } from "../../words.ts";
import { Failure } from "../failure.ts";
import { freeze } from "../freeze.ts";
import { alone } from "../lock.ts";
import { objectionsTo } from "../objections.ts";
import { asOf, data, out, releases } from "../options.ts";
import { quarterSaid } from "../quarter_said.ts";
import { releasesIn } from "../releases.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";
import { openWarehouse } from "../warehouse.ts";
import { fillWarehouse } from "./ingest.ts";

const quarterIn = ({ files }: Call): string => quarterSaid(files.join(" "), "npm run release -- 2018Q4");

/** The reason for releasing in spite of what stands against it. @throws Failure where only half of it was given */
const reasonIn = (call: Call): string | null => {
  const why = call.options.why === undefined ? null : String(call.options.why).trim();
  if (isSet(call, "supersede") === (why !== null && why !== "")) return why;
  throw new Failure(
    "--supersede 和 --why “原因” 要一起写，原因会记入发布文件",
    'write --supersede and --why "reason" together; the reason is recorded in the release',
  );
};

const refused = (objections: ReadonlyMap<Objection, Words>): Failure => {
  const all = [...objections.values()];
  return new Failure(
    `没有发布：${all.map(({ zh }) => zh).join("；")}。确需发布的，加 --supersede --why “原因”，原因会记录在案`,
    `not released: ${all.map(({ en }) => en).join("; ")}. To release all the same, add --supersede --why "reason": it is recorded`,
  );
};

/** Freezes what is published of one quarter. */
export const release: Verb = {
  name: "release",
  words: words(
    "发布定稿：把一个季度公布的数字存档，日后的变动标为修订",
    "releases a quarter: freezes what is published of it, so that later changes show as revisions",
  ),
  takes: "2018Q4",
  options: {
    supersede: {
      type: "boolean",
      words: words(
        "已发布过、季度未完或有差错时仍然发布",
        "release although it was released, has not ended or has errors",
      ),
    },
    why: {
      type: "string",
      value: "原因",
      words: words("与 --supersede 合用，记录原因", "with --supersede: the reason, recorded"),
    },
    releases,
    "as-of": asOf,
    data,
    out,
  },
  // Two at once, each with its own warehouse, would write one edition.
  run: (call) =>
    alone(text(call, "releases"), () =>
      alone(text(call, "out"), async () => {
        const quarter = quarterIn(call);
        const why = reasonIn(call);
        const ingested = await fillWarehouse(call);
        const folder = text(call, "releases");
        const earlier = releasesIn(folder, ingested.demo);
        const last = standing(earlier).find((one) => one.quarter === quarter);
        const objections = objectionsTo(quarter, ingested, last);
        if (objections.size > 0 && why === null) throw refused(objections);
        call.progress(call.lang === "zh" ? "计算指标" : "measuring");
        const warehouse = await openWarehouse(text(call, "out"));
        try {
          const own = { quarter, overridden: [...objections.keys()], why };
          const frozen = await freeze(call, warehouse, ingested, folder, earlier, own);
          const { figures } = frozen.release;
          const hidden = figures.filter((figure) => figure.hidden).length;
          call.say(
            call.lang === "zh"
              ? `${formatQuarter(quarter, "zh")}已发布，存入 ${frozen.folder}：${figures.length} 个数字，其中 ${hidden} 个按规定隐去。请把这个文件夹提交到版本库。`
              : `${formatQuarter(quarter, "en")} is released in ${frozen.folder}: ${figures.length} figures, ${hidden} of them withheld. Commit the folder.`,
          );
          return 0;
        } finally {
          warehouse.close();
        }
      }),
    ),
};
