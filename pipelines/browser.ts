import { inspect as look } from "../src/inspect.ts";
import type { Inspection } from "../src/inspection.ts";
import { registersOf } from "../src/organisation.ts";
import type { Lang } from "../src/words.ts";
import { organisation } from "./index.ts";

const registers = registersOf(organisation);

/** What the browser may have: the very reader that Node uses. Nothing leaves the machine. */
export const inspect = (bytes: Uint8Array, _name: string, lang: Lang): Inspection =>
  look(bytes, registers, lang).inspection;
