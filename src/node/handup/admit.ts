import type { BundleHead } from "../../bundle.ts";
import { decode } from "../../decode.ts";
import { federationsBelow, handedUp } from "../../handed_up.ts";
import { byName } from "../../order.ts";
import type { Problem } from "../../problem.ts";
import { type Fault, fault, shown } from "../../reason.ts";
import { remark } from "../../remark.ts";
import { bytesOf } from "../inbox.ts";
import { enter, enterProblems } from "../ledger.ts";
import type { Loaded } from "../load.ts";
import { literal } from "../sql.ts";
import { staged } from "../stage.ts";
import type { Warehouse } from "../warehouse.ts";
import { verified } from "./signature.ts";

/** A bundle that may count. */
interface Sound {
  readonly file: Loaded;
  readonly head: BundleHead;
  readonly fingerprint: string;
  readonly signature: string;
  /** As the register of federations has it. */
  readonly federation: string;
}

/** A file that was refused whole or is doubted, and why. */
export interface Doubted {
  readonly path: string;
  readonly problem: Problem;
}

interface Listed {
  readonly federation: string;
  readonly fingerprint: string;
}

const listedIn = async (warehouse: Warehouse): Promise<Listed[]> =>
  (
    await warehouse.rows(
      `SELECT DISTINCT federation, fingerprint FROM ${staged(federationsBelow)} ORDER BY ALL`,
    )
  ).map(({ federation, fingerprint }) => ({ federation: federation ?? "", fingerprint: fingerprint ?? "" }));

/** The file once more: what was signed are its bytes, not the table that was read from them. */
const verifiedFile = ({ file }: Loaded): ReturnType<typeof verified> => {
  const bytes = bytesOf(file);
  if ("reason" in bytes) return undefined;
  const decoded = decode(bytes);
  return "reason" in decoded ? undefined : verified(decoded.text);
};

const judged = (file: Loaded, listed: readonly Listed[], demo: boolean): Sound | Fault => {
  const found = verifiedFile(file);
  if (found === undefined) return fault("bundle.unsigned");
  const { head, fingerprint } = found;
  const slots = { federation: shown(head.federation), fingerprint };
  if (listed.length === 0) return fault("bundle.no_roster", slots);
  const own = listed.filter((one) => one.fingerprint === fingerprint);
  const [first] = own;
  if (first === undefined)
    return fault(
      listed.some(({ federation }) => federation === head.federation) ? "bundle.other_key" : "bundle.unknown",
      slots,
    );
  if (!own.some(({ federation }) => federation === head.federation))
    return fault("bundle.other_name", { ...slots, listed: first.federation });
  if (head.demo && !demo) return fault("bundle.demo");
  return { ...found, file, federation: head.federation };
};

/** The last word first: later data, then what was released over what was not, then the later edition, then the name. */
const byWord = (a: Sound, b: Sound): number => {
  if (a.head.asOf !== b.head.asOf) return a.head.asOf < b.head.asOf ? 1 : -1;
  const edition = (b.head.edition ?? 0) - (a.head.edition ?? 0);
  return edition === 0 ? byName(b.file.path, a.file.path) : edition;
};

const setAside = async (
  warehouse: Warehouse,
  id: number,
  fate: "refused" | "repeated" | "superseded",
  by: number | null,
): Promise<void> =>
  warehouse.run(`
    INSERT INTO intake.set_aside (file_id, line, register, fate, by_file)
    SELECT _file, _line, ${literal(handedUp.id)}, ${literal(fate)}, ${by ?? "NULL"} FROM ${staged(handedUp)} WHERE _file = ${id};
    DELETE FROM ${staged(handedUp)} WHERE _file = ${id}`);

/** Files whose rows speak of another fingerprint or quarter than what was signed above them. */
const inconsistent = async (warehouse: Warehouse, { file, fingerprint, head }: Sound): Promise<boolean> => {
  const [row] = await warehouse.rows(
    `SELECT count(*) AS n FROM ${staged(handedUp)} WHERE _file = ${file.id} AND (fingerprint <> ${literal(fingerprint)} OR quarter <> ${literal(head.quarter)})`,
  );
  return row?.n !== "0";
};

const groupsOf = (sound: readonly Sound[]): Sound[][] => {
  const groups = new Map<string, Sound[]>();
  for (const one of sound) {
    const key = `${one.federation} ${one.head.quarter}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => group.sort(byWord));
};

/**
 * Decides which bundles count, before keys are settled. One whose signature does not bear it out, whose fingerprint is
 * not on the register of federations, or that hands up invented figures where real ones are kept, is refused whole; of
 * a federation's bundles for one quarter the last word counts whole, since figures of two would not fit together.
 * What counts is entered into `intake.bundles`.
 * @param demo the demonstration's rows are what is read
 * @returns the files of which something is to be told, since nobody gets a receipt for them
 */
export const admitBundles = async (
  warehouse: Warehouse,
  loaded: readonly Loaded[],
  demo: boolean,
): Promise<Doubted[]> => {
  const handed = loaded.filter(
    ({ table, copyOf }) => table.header?.register.id === handedUp.id && copyOf === null,
  );
  if (handed.length === 0) return [];
  const doubted: Doubted[] = [];
  const listed = await listedIn(warehouse);
  const sound: Sound[] = [];
  const tell = (file: Loaded, given: Fault, severity: Problem["severity"]): Promise<void> => {
    const problem = remark(given, severity);
    doubted.push({ path: file.path, problem });
    return enterProblems(warehouse, file.id, [problem]);
  };
  for (const file of handed) {
    const judgement = judged(file, listed, demo);
    const one =
      "reason" in judgement || !(await inconsistent(warehouse, judgement))
        ? judgement
        : fault("bundle.inconsistent");
    if ("reason" in one) {
      await tell(file, one, "error");
      await setAside(warehouse, file.id, "refused", null);
    } else sound.push(one);
  }
  for (const [last, ...others] of groupsOf(sound)) {
    if (last === undefined) continue;
    for (const other of others) {
      const same = other.signature === last.signature;
      await setAside(warehouse, other.file.id, same ? "repeated" : "superseded", last.file.id);
      if (!same && byWord({ ...other, file: last.file }, last) === 0)
        await tell(other.file, fault("bundle.conflict", { original: last.file.path }), "warning");
    }
    const { head } = last;
    await enter(warehouse, "bundles", [
      [
        last.file.id,
        last.federation,
        last.fingerprint,
        head.quarter,
        head.asOf,
        head.edition,
        head.code,
        head.due,
        head.received,
      ],
    ]);
    await enter(
      warehouse,
      "bundles_inside",
      head.inside.map((one) => [last.file.id, one.federation, one.fingerprint]),
    );
  }
  return doubted;
};
