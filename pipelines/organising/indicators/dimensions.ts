import type { Dimension } from "../../../src/indicator.ts";
import { valuesOf } from "../../../src/list.ts";
import { words } from "../../../src/words.ts";
import { agreementKinds, unionForms } from "../lists.ts";

/** The axes of this room beside area and ownership, which are the rosters'. */
export const dimensions: Dimension[] = [
  { id: "union_form", words: words("建会形式", "form of union"), values: valuesOf(unionForms) },
  { id: "agreement_kind", words: words("合同类型", "kind of contract"), values: valuesOf(agreementKinds) },
  {
    id: "agreement_scope",
    words: words("覆盖方式", "scope"),
    values: {
      企业: words("企业自签", "an enterprise's own"),
      区域性: words("区域性", "regional"),
      行业性: words("行业性", "industry"),
    },
  },
  {
    id: "enterprise_size",
    words: words("企业规模", "size of enterprise"),
    values: {
      规上: words("规上", "above scale"),
      规下25人以上: words("规下25人以上", "below scale, 25+"),
    },
  },
];
