import type { Dimension } from "../../../src/indicator.ts";
import { valuesOf } from "../../../src/list.ts";
import { words } from "../../../src/words.ts";
import { fundings } from "../lists.ts";

/** The axes of this room beside area, which is the rosters'. */
export const dimensions: Dimension[] = [
  { id: "measure", words: words("措施", "Measure"), labels: "measures.measure_labels" },
  { id: "funding", words: words("资金性质", "Nature of the money"), values: valuesOf(fundings) },
];
