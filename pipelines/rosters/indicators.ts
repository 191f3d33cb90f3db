import type { Dimension, GapList, Indicator, Source } from "../../src/indicator.ts";
import { valuesOf } from "../../src/list.ts";
import { words } from "../../src/words.ts";
import { ownerships } from "../lists.ts";

/** Axes that rooms share: an area keeps its identity when it is renamed and bears the name it had in the quarter. */
export const dimensions: Dimension[] = [
  { id: "area", words: words("地区", "area"), labels: "rosters.area_labels" },
  {
    id: "level",
    words: words("层级", "level"),
    values: {
      市级: words("市级", "municipal"),
      区县级: words("区县级", "district"),
      镇街级: words("镇街级", "township"),
    },
  },
  { id: "ownership", words: words("企业类型", "ownership"), values: valuesOf(ownerships) },
];

const rule: Source = {
  quote: "100名区镇两级工会干部，每人联系10家重点服务企业",
  from: words("《工人日报》2019年3月", "Workers' Daily, March 2019"),
};

const standing = words(
  "以企业名册现状为准，名册不记企业何时列入，各季按同一名册计；镇街改名前后算同一地区。",
  "By the roster as it stands: it does not say since when an enterprise is on it, so every quarter counts the same roster. A renamed township is one area.",
);

const enterprises: Indicator = {
  id: "enterprises",
  words: words("名册企业", "enterprises on the roster"),
  unit: "enterprise",
  from: "rosters.enterprise_quarters",
  numerator: "count(*)",
  by: { area: "area", ownership: "ownership" },
  span: "stock",
  formula: words("企业名册中的企业数", "enterprises on the roster"),
  reading: standing,
  source: rule,
  better: "neither",
};

const keyEnterprises: Indicator = {
  ...enterprises,
  id: "key_enterprises",
  words: words("重点服务企业", "key enterprises"),
  where: "key_service",
  formula: words("企业名册中标明重点服务企业的企业数", "enterprises marked on the roster as key enterprises"),
  better: "more",
  target: "1000",
};

const aboveScale: Indicator = {
  ...enterprises,
  id: "above_scale_enterprises",
  words: words("规上企业", "above-scale enterprises"),
  where: "above_scale",
  formula: words("季末在列的规上企业数", "enterprises listed as above scale on the quarter's last day"),
  reading: words(
    "以纳入、退出日期为准，退出当日仍算在列；没有纳入日期的视为一直在列。",
    "By the dates of listing; the last day still counts. Without a first day an enterprise counts as always listed.",
  ),
  source: { ...rule, quote: "确保每季度走遍联系镇街所有规模企业" },
};

const workers: Indicator = {
  ...enterprises,
  id: "workers",
  words: words("名册企业职工", "workers of enterprises on the roster"),
  unit: "person",
  numerator: "coalesce(sum(workers), 0)",
  formula: words("名册企业职工人数之和", "sum of the workers of the enterprises on the roster"),
};

const cadres: Indicator = {
  id: "cadres",
  words: words("在任走访干部", "cadres in post"),
  unit: "person",
  inOffice: true,
  from: "rosters.cadre_quarters",
  numerator: "count(*)",
  by: { level: "level" },
  span: "stock",
  formula: words("季末在任的工会干部数", "cadres in post on the quarter's last day"),
  reading: words(
    "任职起止含首尾两日；100名是规定数，名册上是几名就报几名。",
    "Both ends of a term count. 100 is the design number; what is reported is the roster.",
  ),
  source: rule,
  better: "more",
  target: "100",
};

/** What the rosters hold: the denominators, shown for themselves. */
export const indicators: Indicator[] = [keyEnterprises, aboveScale, enterprises, workers, cadres];

export const gaps: GapList[] = [];
