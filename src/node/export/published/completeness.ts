import type { Publication } from "../../../publication.ts";
import { words } from "../../../words.ts";
import { atHand, type Row, type Table, text, whole } from "../table.ts";
import { column, quarterColumn, required, roomColumn } from "./column.ts";

const count = (n: number | null): string | null => (n === null ? null : String(n));

/** How much of what was due came in. */
export const completeness = ({ completeness }: Publication): Table => ({
  name: "completeness",
  words: words(
    "台账报送情况：每行一种台账在一个季度",
    "how complete the registers are: a row per register and quarter",
  ),
  columns: [
    quarterColumn,
    roomColumn,
    column("register", "台账代号", "id of the register", text, required),
    column("zh", "台账", "the register in Chinese", text, required),
    column("en", "台账（英文）", "the register in English", text, required),
    column("rows", "采用的行数", "rows accepted", whole, required),
    column("due", "应报份数；空为没有应报清单", "returns due; empty where none were declared due", whole),
    column("received", "收到份数，含逾期和零报告", "returns that came, late and empty ones included", whole),
    column("late", "逾期份数", "returns that came late", whole),
    column("zero", "零报告份数", "empty returns, sent on purpose", whole),
    column("missing", "缺报份数", "returns that did not come", whole),
  ],
  key: ["quarter", "register"],
  refers: { quarter: ["quarters", "quarter"] },
  rows: atHand(
    completeness.map(
      (c): Row => [
        c.quarter,
        c.room,
        c.register,
        c.words.zh,
        c.words.en,
        String(c.rows),
        count(c.due),
        count(c.received),
        count(c.late),
        count(c.zero),
        count(c.missing),
      ],
    ),
  ),
});
