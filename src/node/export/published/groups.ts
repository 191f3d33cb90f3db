import type { Publication } from "../../../publication.ts";
import { words } from "../../../words.ts";
import { atHand, type Kind, type Row, type Table, text } from "../table.ts";
import { column, quarterColumn, required } from "./column.ts";
import { placeOf, total, wordsAt } from "./place.ts";

/** Groups that the figures speak of, by the name they bore in each quarter. */
export const groups = (publication: Publication): Table => {
  const places = new Map(publication.dimensions.map(({ id, places }) => [id, places]));
  const rows = new Map<string, Row>();
  for (const figure of publication.figures) {
    const [dimension, value] = placeOf(figure);
    const key = JSON.stringify([dimension, value, figure.quarter]);
    if (dimension === total || rows.has(key)) continue;
    const label = wordsAt(figure);
    const place = places.get(dimension)?.[value];
    rows.set(key, [dimension, value, figure.quarter, label.zh, label.en, place?.x ?? null, place?.y ?? null]);
  }
  const degrees: Kind = { is: "decimal", precision: 18, scale: 15 };
  return {
    name: "groups",
    words: words(
      "各组的名称和位置：每行一个组在一个季度（镇街更名的，各季度为当时的名称）",
      "names and places of the groups: a row per group and quarter, by the name it bore then",
    ),
    columns: [
      column("dimension", "分组方式", "what is broken down by", text, required),
      column("dimension_value", "组的代码", "code of the group", text, required),
      quarterColumn,
      column("label_zh", "中文名称", "its name in Chinese", text, required),
      column("label_en", "英文名称", "its name in English", text, required),
      column(
        "longitude",
        "经度（WGS84，度）；没有位置的为空",
        "degrees east (WGS84); empty where it has no place",
        degrees,
      ),
      column(
        "latitude",
        "纬度（WGS84，度）；没有位置的为空",
        "degrees north (WGS84); empty where it has no place",
        degrees,
      ),
    ],
    key: ["dimension", "dimension_value", "quarter"],
    refers: { dimension: ["dimensions", "dimension"], quarter: ["quarters", "quarter"] },
    rows: atHand([...rows.keys()].sort().map((key) => rows.get(key) as Row)),
  };
};
