import type { Dimension } from "../../../src/indicator.ts";
import { valuesOf } from "../../../src/list.ts";
import { words } from "../../../src/words.ts";
import { stages } from "../lists.ts";

/** The axes of this room. Districts lie at the mean of their stations' coordinates. */
export const dimensions: Dimension[] = [
  {
    id: "area",
    words: words("地区", "area"),
    labels: "rosters.area_labels",
    places: "stations.area_places",
  },
  {
    id: "station",
    words: words("站点", "station"),
    labels: "stations.station_labels",
    places: "stations.station_places",
  },
  { id: "stage", words: words("建设进度", "stage"), values: valuesOf(stages) },
];

export const byArea = { area: "area" } as const;
