import { handedUp } from "../../handed_up.ts";
import { byName } from "../../order.ts";
import type { Problem } from "../../problem.ts";
import { type Fault, fault, shown } from "../../reason.ts";
import { remark } from "../../remark.ts";
import type { Doubted } from "../doubted.ts";
import { enter, enterProblems } from "../ledger.ts";
import type { Loaded } from "../loaded.ts";
import { literal } from "../sql.ts";
import { staged } from "../stage.ts";
import type { Warehouse } from "../warehouse.ts";
import { aloneIn } from "./alone.ts";
import { type Grounds, judged, type Sound } from "./judge.ts";
import { listedIn } from "./roster.ts";

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

/** Rows of what this program does not know: it can neither name nor add them. */
const strange = async (warehouse: Warehouse, { file }: Sound): Promise<Fault | undefined> => {
  const rows = await warehouse.rows(
    `SELECT f.indicator FROM ${staged(handedUp)} f LEFT JOIN intake.indicators i ON i.indicator = f.indicator AND i.unit = f.unit
     WHERE f._file = ${file.id} AND i.indicator IS NULL ORDER BY _line`,
  );
  const names = [...new Set(rows.map(({ indicator }) => indicator ?? ""))];
  return rows.length === 0
    ? undefined
    : fault("bundle.strange", { rows: String(rows.length), names: shown(names.join(", ")) });
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
 * not on the register of federations, whose quarter is not owed or has not ended, that cannot be read whole, or that
 * hands up invented figures where real ones are kept, is refused whole; of a federation's bundles for one quarter the last
 * word counts whole, since figures of two would not fit together.
 * What counts is entered into `intake.bundles`.
 * @returns the files of which something is to be told, since nobody gets a receipt for them
 */
export const admitBundles = async (
  warehouse: Warehouse,
  loaded: readonly Loaded[],
  grounds: Omit<Grounds, "listed">,
): Promise<Doubted[]> => {
  const handed = loaded.filter(
    ({ table, copyOf }) => table.header?.register.id === handedUp.id && copyOf === null,
  );
  if (handed.length === 0) return [];
  const doubted: Doubted[] = [];
  const sound: Sound[] = [];
  const tell = (file: Loaded, given: Fault, severity: Problem["severity"]): Promise<void> => {
    const problem = remark(given, severity);
    doubted.push({ path: file.path, problem });
    return enterProblems(warehouse, file.id, [problem]);
  };
  const listed = await listedIn(warehouse);
  for (const file of handed) {
    const one = await judged(warehouse, file, { ...grounds, listed });
    if ("reason" in one) {
      await tell(file, one, "error");
      await setAside(warehouse, file.id, "refused", null);
    } else sound.push(one);
  }
  const told = sound.map(({ federation, head }) => ({ federation, quarter: head.quarter }));
  for (const [last, ...others] of groupsOf(sound)) {
    if (last === undefined) continue;
    for (const other of others) {
      const same = other.signature === last.signature;
      await setAside(warehouse, other.file.id, same ? "repeated" : "superseded", last.file.id);
      if (!same && byWord({ ...other, file: last.file }, last) === 0)
        await tell(other.file, fault("bundle.conflict", { original: last.file.path }), "warning");
    }
    const unknown = await strange(warehouse, last);
    if (unknown) await tell(last.file, unknown, "warning");
    const { head } = last;
    const known = aloneIn(head.quarter, told);
    if (known !== undefined)
      await tell(last.file, fault("bundle.far", { quarter: head.quarter, known }), "warning");
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
