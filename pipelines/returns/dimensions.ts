import type { Dimension } from "../../src/indicator.ts";
import { words } from "../../src/words.ts";

/** The axes along which returns are broken down. */
export const dimensions: Dimension[] = [
  { id: "reporting_unit", words: words("填报单位", "reporting unit") },
  { id: "register", words: words("台账", "register"), labels: "returns.register_labels" },
  {
    id: "arrival",
    words: words("报送情况", "arrival"),
    ordered: true,
    values: {
      "1: 按时": words("按时", "in time"),
      "2: 逾期": words("逾期（发布前报到）", "late (before publication)"),
      "3: 发布后补报": words("发布后补报", "after publication"),
      "4: 缺报": words("缺报", "missing"),
    },
  },
];
