import { isWorkbook } from "../src/decode.ts";
import { handedUp } from "../src/handed_up.ts";
import { inspect as look, withVerdict } from "../src/inspect.ts";
import type { Inspection } from "../src/inspection.ts";
import { tablesOf } from "../src/organisation.ts";
import { fault } from "../src/reason.ts";
import { remark } from "../src/remark.ts";
import type { Lang } from "../src/words.ts";
import type { OpenWorkbook } from "../src/workbook.ts";
import { organisation } from "./index.ts";

const registers = tablesOf(organisation);
const none: OpenWorkbook = () => fault("workbook.damaged");

/** Not every browser can verify an Ed25519 signature. */
const unjudged = remark(fault("bundle.unjudged"), "warning");

/** What the browser may have: the very reader that Node uses. Workbooks are fetched for only when one is dropped. */
export const inspect = async (bytes: Uint8Array, _name: string, lang: Lang): Promise<Inspection[]> => {
  const open = isWorkbook(bytes) ? (await import("../src/workbook.ts")).openWorkbook : none;
  return look(bytes, registers, lang, open).map(({ inspection }) =>
    inspection.register === handedUp.id ? withVerdict(inspection, unjudged, lang) : inspection,
  );
};
