import type { BundleHead } from "../../bundle.ts";
import { decode } from "../../decode.ts";
import { handedUp } from "../../handed_up.ts";
import { quarter } from "../../quarter.ts";
import { type Fault, fault, shown } from "../../reason.ts";
import { bytesOf } from "../inbox.ts";
import type { Loaded } from "../loaded.ts";
import { literal } from "../sql.ts";
import { staged } from "../stage.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Listed } from "./roster.ts";
import { verified } from "./signature.ts";

/** A bundle that may count. */
export interface Sound {
  readonly file: Loaded;
  readonly head: BundleHead;
  readonly fingerprint: string;
  readonly signature: string;
  /** As the register of federations has it. */
  readonly federation: string;
}

/** What bundles are judged by. */
export interface Grounds {
  readonly listed: readonly Listed[];
  /** The demonstration's rows are what is read. */
  readonly demo: boolean;
  /** First month of the reporting year, 1–12. */
  readonly firstMonth: number;
}

/** The file once more: what was signed are its bytes, not the table that was read from them. */
const verifiedFile = ({ file }: Loaded): ReturnType<typeof verified> => {
  const bytes = bytesOf(file);
  if ("reason" in bytes) return undefined;
  const decoded = decode(bytes);
  return "reason" in decoded ? undefined : verified(decoded.text);
};

/** All rows of whose key it is, by the register: one that changed its key has several. */
const signedBy = (
  { federation }: BundleHead,
  fingerprint: string,
  listed: readonly Listed[],
): readonly Listed[] | Fault => {
  const slots = { federation: shown(federation), fingerprint };
  if (listed.length === 0) return fault("bundle.no_roster", slots);
  const own = listed.filter((one) => one.fingerprint === fingerprint);
  const names = [...new Set(own.map((one) => one.federation))];
  const [name] = names;
  if (name === undefined)
    return fault(
      listed.some((one) => one.federation === federation) ? "bundle.other_key" : "bundle.unknown",
      slots,
    );
  if (names.length > 1) return fault("bundle.two_names", { fingerprint, names: shown(names.join("、")) });
  if (name !== federation) return fault("bundle.other_name", { ...slots, listed: name });
  return listed.filter((one) => one.federation === name);
};

/** Whether the quarter is one that is owed and has ended. */
const untimely = (head: BundleHead, own: readonly Listed[], firstMonth: number): Fault | undefined => {
  const since = own.map((one) => one.since ?? "").sort()[0] ?? "";
  const until =
    own
      .map((one) => one.until ?? "9999Q4")
      .sort()
      .at(-1) ?? "";
  if (head.quarter < since || until < head.quarter)
    return fault("bundle.not_owed", {
      quarter: head.quarter,
      since: since === "" ? "…" : since,
      until: until === "9999Q4" ? "…" : until,
    });
  const last = quarter(head.quarter, firstMonth).lastDay;
  return head.asOf < last
    ? fault("bundle.unfinished", { quarter: head.quarter, last, asOf: head.asOf })
    : undefined;
};

/** Rows that speak of another fingerprint, quarter or day than what was signed above them. */
const inconsistent = async (
  warehouse: Warehouse,
  { file, fingerprint, head }: Sound,
  firstMonth: number,
): Promise<Fault | undefined> => {
  const last = quarter(head.quarter, firstMonth).lastDay;
  const [row] = await warehouse.rows(
    `SELECT count(*) FILTER (fingerprint <> ${literal(fingerprint)} OR quarter <> ${literal(head.quarter)}) AS other,
       count(*) FILTER (last_day <> ${literal(last)}) AS days
     FROM ${staged(handedUp)} WHERE _file = ${file.id}`,
  );
  if (row?.other !== "0") return fault("bundle.inconsistent");
  return row?.days === "0" ? undefined : fault("bundle.last_day", { quarter: head.quarter, last });
};

/** A bundle that may count, or why it may not: it counts whole or not at all. */
export const judged = async (
  warehouse: Warehouse,
  file: Loaded,
  { listed, demo, firstMonth }: Grounds,
): Promise<Sound | Fault> => {
  const found = verifiedFile(file);
  if (found === undefined) return fault("bundle.unsigned");
  const { head, fingerprint } = found;
  const own = signedBy(head, fingerprint, listed);
  if ("reason" in own) return own;
  if (head.demo && !demo) return fault("bundle.demo");
  const { refused } = file.table;
  if (refused > 0) return fault("bundle.unreadable", { rows: String(refused) });
  const sound = { ...found, file, federation: head.federation };
  return (await inconsistent(warehouse, sound, firstMonth)) ?? untimely(head, own, firstMonth) ?? sound;
};
