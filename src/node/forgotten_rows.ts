import type { Problem } from "../problem.ts";
import type { Register } from "../register.ts";
import { type ForgottenList, hashedBehind, hashOf, holdersOf } from "./forgotten.ts";
import { isAny } from "./is_any.ts";
import { literal, name } from "./sql.ts";
import type { Warehouse } from "./warehouse.ts";

/** Whether sound rows of a register are about somebody on the list. @param rows SQL of them, as canonical texts */
export const rowsTell = async (
  warehouse: Warehouse,
  list: ForgottenList,
  registers: readonly Register[],
  register: Register,
  rows: string,
): Promise<boolean> => {
  const conditions = [...new Set(list.persons.map((p) => p.of))].flatMap((of) => {
    const hashes = list.persons.filter((p) => p.of === of).map(({ hash }) => literal(hash));
    return [...holdersOf(registers, of)]
      .filter((holder) => holder.startsWith(`${register.id}.`))
      .map((holder) => {
        const value = name(holder.slice(register.id.length + 1));
        return `sha256(${literal(hashedBehind(list, of))} || ${value}) IN (${hashes.join(", ")})`;
      });
  });
  if (conditions.length === 0) return false;
  return isAny(warehouse, `FROM (${rows}) WHERE ${conditions.join(" OR ")}`);
};

/** Says of a text whether it names somebody on the list, alone or among others. */
export const naming = (list: ForgottenList): ((text: string) => boolean) => {
  const ofs = [...new Set(list.persons.map((p) => p.of))];
  const hashes = new Set(list.persons.map((p) => p.hash));
  return (text) => text.split(/[、/ ]+/).some((part) => ofs.some((of) => hashes.has(hashOf(list, of, part))));
};

/** Whether what is told of a file's problems names somebody on the list. */
export const problemsTell = (list: ForgottenList, problems: readonly Problem[]): boolean => {
  const named = naming(list);
  return problems.some(({ found, fault }) =>
    [found ?? "", ...Object.values(fault.with ?? {})].some((said) => named(String(said))),
  );
};
