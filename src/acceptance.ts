import * as z from "zod";
import { day, type Field, text } from "./field.ts";
import { ownRegister } from "./own_register.ts";
import { tidy } from "./text.ts";

const until = day("有效期至", "holds until", { aliases: ["有效期", "有效至", "until"], optional: true });

/** 长期 is what an empty cell says: it holds for good. */
const orForGood: Field = {
  ...until,
  type: z
    .string()
    .transform((said) => (/^(?:长期|永久)(?:有效)?$/.test(tidy(said)) ? "" : said))
    .pipe(until.type),
};

/** 疑点认可: which findings were looked into and let stand, by whom and why. */
export const acceptances = ownRegister(
  "findings.accepted",
  ["疑点认可", "Accepted findings"],
  ["一个认可的疑点", "one finding that was accepted"],
  {
    fields: {
      finding: text("发现", "finding", { aliases: ["疑点", "疑点编号", "发现编号", "finding"] }),
      who: text("认可人", "accepted by", { aliases: ["认可者", "核实人", "who"], personal: true }),
      why: text("原因", "reason", { aliases: ["认可原因", "理由", "说明", "why"] }),
      until: orForGood,
    },
    key: ["finding"],
  },
);

/** By this name it is no register that was handed in: it switches no demonstration off. */
export const isAcceptanceFile = (path: string): boolean => /^accepted\.(?:csv|xlsx?|txt)$/i.test(path);
