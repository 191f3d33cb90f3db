import { code, oneOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { unitKinds } from "../lists.ts";
import { unitHeaders } from "./headers.ts";

/** 应覆盖单位: whom the hired lawyers are to serve, the denominator of their coverage. */
export const service_units: Register = {
  id: "service_units",
  room: "legal_aid",
  words: words("应覆盖单位", "units to be served"),
  grain: words("一个单位", "one unit"),
  fields: {
    unit_id: code("单位代码", "unit code", { aliases: unitHeaders }),
    unit_name: text("单位名称", "unit name", { aliases: ["服务单位名称", "应覆盖单位名称", "覆盖单位"] }),
    unit_kind: oneOf(unitKinds, "单位类型", "kind of unit", {
      aliases: ["单位类别", "服务单位类型", "服务单位类别"],
    }),
  },
  key: ["unit_id"],
};
