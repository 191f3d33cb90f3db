import type { Publication } from "../../../publication.ts";
import { words } from "../../../words.ts";
import { atHand, day, type Row, type Table, text } from "../table.ts";
import { column, quarterColumn, required } from "./column.ts";

/** The quarters, with those that each is compared with. */
export const quarters = ({ quarters }: Publication): Table => ({
  name: "quarters",
  words: words("季度：每行一个季度", "the quarters, a row each"),
  columns: [
    quarterColumn,
    column("year", "工作年度", "reporting year", text, required),
    column("first_day", "第一天", "its first day", day, required),
    column("last_day", "最后一天", "its last day", day, required),
    column("previous", "上一季度，用于环比", "the quarter before", text, required),
    column("year_before", "上年同一季度，用于同比", "the same quarter of the year before", text, required),
  ],
  key: ["quarter"],
  rows: atHand(quarters.map((q): Row => [q.id, q.year, q.firstDay, q.lastDay, q.previous, q.yearBefore])),
});
