import path from "node:path";
import { readDay } from "../../day.ts";
import { words } from "../../words.ts";
import { codeInUse } from "../code.ts";
import { Failure } from "../failure.ts";
import { ingest as fill, type Ingested, type Order } from "../ingest.ts";
import { alone } from "../lock.ts";
import { asOf, data, fresh, json, out, strict } from "../options.ts";
import { intakeLines, refusedAny } from "../summary.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";

/** The day that `--as-of` states, if it does. @throws Failure for anything but a day */
const dayStated = (call: Call): { asOf?: string } => {
  const said = call.options["as-of"];
  if (said === undefined) return {};
  const day = readDay(String(said));
  if (typeof day === "string") return { asOf: day };
  throw new Failure(
    `--as-of 应为一个日期，如 2019-03-31，现为“${said}”`,
    `--as-of takes a day, like 2019-03-31, not "${said}"`,
  );
};

/**
 * Builds the warehouse as the call says; the lock is the caller's.
 * @param otherwise what is to be other than the call says
 */
export const fillWarehouse = (
  call: Call,
  otherwise: Partial<Pick<Order, "out" | "forgotten" | "code">> = {},
): Promise<Ingested> =>
  fill({
    data: text(call, "data"),
    out: text(call, "out"),
    organisation: call.organisation,
    rooms: path.join(call.home, "pipelines"),
    progress: call.progress,
    code: codeInUse(call.home, call.loaded),
    fresh: isSet(call, "fresh"),
    comments: call.comments,
    ...dayStated(call),
    ...otherwise,
  });

export const ingest: Verb = {
  name: "ingest",
  words: words("把 data/ 里的台账读入数据仓库", "reads the registers in data/ into the warehouse"),
  options: { data, out, "as-of": asOf, fresh, json, strict },
  run: async (call) => {
    const ingested = await alone(text(call, "out"), () => fillWarehouse(call));
    if (isSet(call, "json")) call.say(JSON.stringify(ingested, null, 2));
    else for (const line of intakeLines(ingested, call.organisation, call.lang)) call.say(line);
    return isSet(call, "strict") && refusedAny(ingested) ? 1 : 0;
  },
};
