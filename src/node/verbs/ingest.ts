import path from "node:path";
import { words } from "../../words.ts";
import { ingest as fill, type Ingested } from "../ingest.ts";
import { alone } from "../lock.ts";
import { data, json, out, strict } from "../options.ts";
import { intakeLines, refusedAny } from "../summary.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";

/** Builds the warehouse as the call says; the lock is the caller's. */
export const fillWarehouse = (call: Call): Promise<Ingested> =>
  fill({
    data: text(call, "data"),
    out: text(call, "out"),
    organisation: call.organisation,
    rooms: path.join(call.home, "pipelines"),
    progress: call.progress,
  });

export const ingest: Verb = {
  name: "ingest",
  words: words("把 data/ 里的台账读入数据仓库", "reads the registers in data/ into the warehouse"),
  options: { data, out, json, strict },
  run: async (call) => {
    const ingested = await alone(text(call, "out"), () => fillWarehouse(call));
    if (isSet(call, "json")) call.say(JSON.stringify(ingested, null, 2));
    else for (const line of intakeLines(ingested, call.organisation, call.lang)) call.say(line);
    return isSet(call, "strict") && refusedAny(ingested) ? 1 : 0;
  },
};
