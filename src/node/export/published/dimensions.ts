import type { Publication } from "../../../publication.ts";
import { words } from "../../../words.ts";
import { atHand, type Row, type Table, text, yesNo } from "../table.ts";
import { column, required } from "./column.ts";

/** What figures are broken down by. */
export const dimensions = ({ dimensions }: Publication): Table => ({
  name: "dimensions",
  words: words("分组方式：每行一种", "what figures are broken down by, a row each"),
  columns: [
    column("dimension", "代号", "its id", text, required),
    column("zh", "名称", "its name in Chinese", text, required),
    column("en", "名称（英文）", "its name in English", text, required),
    column("ordered", "各组是否有先后", "whether its groups have an order of their own", yesNo, required),
  ],
  key: ["dimension"],
  rows: atHand(
    dimensions.map(({ id, words, ordered }): Row => [id, words.zh, words.en, String(ordered === true)]),
  ),
});
