import type { Register } from "./register.ts";
import { words } from "./words.ts";

type Both = readonly [zh: string, en: string];

/**
 * A register of the workbench's own: it is read like any other, but no programme hands it in, it owes no return and
 * opens no quarter beside theirs.
 * @param named its table, `room.id`; no room of an organisation has that name
 * @param grain what a row is
 */
export const ownRegister = (
  named: `${string}.${string}`,
  title: Both,
  grain: Both,
  rest: Pick<Register, "fields" | "key" | "event">,
): Register => {
  const [room = "", id = ""] = named.split(".");
  return { id, room, words: words(...title), grain: words(...grain), ...rest };
};
