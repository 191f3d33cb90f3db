import path from "node:path";
import type { BundleHead } from "../../bundle.ts";
import type { Figure } from "../../figure.ts";
import { shownOf } from "../../organisation.ts";
import { type Method, type Release, standing } from "../../release.ts";
import { words } from "../../words.ts";
import { codeOf } from "../code.ts";
import { coveredFigures } from "../exposure.ts";
import { Failure } from "../failure.ts";
import { figuresOf } from "../figures.ts";
import { keepingOf } from "../figures_kept_file.ts";
import { foundationsOf } from "../foundation.ts";
import type { Ingested } from "../ingest.ts";
import { methodsOf } from "../methods.ts";
import { objectionsTo } from "../objections.ts";
import { publicFigures } from "../publish.ts";
import type { Call } from "../verb.ts";
import type { Warehouse } from "../warehouse.ts";

/** What is handed up of the own registers: as released, or as measured now. */
export interface Own extends Pick<BundleHead, "asOf" | "edition" | "code"> {
  readonly figures: readonly Figure[];
  readonly methods: readonly Method[];
}

/** @throws Failure where the quarter is not released and could not be */
export const ownOf = async (
  call: Call,
  warehouse: Warehouse,
  ingested: Ingested,
  quarter: string,
  earlier: readonly Release[],
): Promise<Own> => {
  const last = standing(earlier).find((release) => release.quarter === quarter);
  if (last) return last;
  const objections = [...objectionsTo(quarter, ingested, undefined).values()];
  if (objections.length > 0)
    throw new Failure(
      `没有上报：${objections.map(({ zh }) => zh).join("；")}。请改正后再上报`,
      `not handed up: ${objections.map(({ en }) => en).join("; ")}. Mend it and run again`,
    );
  const organisation = shownOf(call.organisation);
  const measured = await figuresOf(warehouse, organisation, undefined, false, keepingOf(call));
  const open = publicFigures(measured, organisation, earlier);
  return {
    asOf: ingested.asOf,
    edition: null,
    code: codeOf(call.home),
    figures: coveredFigures(open, words("没有上报", "not handed up")).filter(
      (figure) => figure.quarter === quarter,
    ),
    methods: methodsOf(organisation, foundationsOf(organisation.rooms, path.join(call.home, "pipelines"))),
  };
};
