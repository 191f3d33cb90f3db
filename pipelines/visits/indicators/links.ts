import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { linked } from "./source.ts";

/** 家 per cadre. */
export const linksPerCadre: Indicator = {
  id: "links_per_cadre",
  words: words("人均联系企业", "enterprises linked per cadre"),
  unit: "enterprise",
  from: "visits.cadre_links",
  numerator: "coalesce(sum(links), 0)",
  denominator: "count(*)",
  parts: { numerator: "link", denominator: "person" },
  inOffice: true,
  by: { level: "level" },
  span: "stock",
  formula: words(
    "季末有效的企业联系数 ÷ 季末在任干部数",
    "links to enterprises that hold on the quarter's last day ÷ cadres in post that day",
  ),
  reading: words(
    "只计在任干部的联系；没有联系企业的在任干部也计入分母。每人10家是规定数。",
    "Only links of cadres in post; a cadre without links is in the denominator. Ten each is the design number.",
  ),
  source: linked,
  better: "neither",
  target: "10",
};

/** 人 at the designed number. */
export const cadresAtDesign: Indicator = {
  ...linksPerCadre,
  id: "cadres_at_design_rate",
  words: words("足额联系干部占比", "cadres linked to exactly ten enterprises"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE off_design = 0)",
  parts: { numerator: "person", denominator: "person" },
  inOffice: true,
  formula: words("恰好联系10家企业的干部 ÷ 季末在任干部", "cadres with ten links ÷ cadres in post"),
  reading: words(
    "多联系、少联系都不算足额，另列人数。",
    "More or fewer than ten is off the design; both are shown beside this.",
  ),
  better: "more",
  target: "1",
};

/** 人 below. */
export const cadresUnder: Indicator = {
  id: "cadres_under_design",
  words: words("联系不足10家的干部", "cadres with fewer than ten links"),
  unit: "person",
  inOffice: true,
  from: "visits.cadre_links",
  by: { level: "level" },
  span: "stock",
  numerator: "count(*) FILTER (WHERE off_design < 0)",
  formula: words("季末联系企业不足10家的在任干部数", "cadres in post with fewer than ten links"),
  reading: words("没有联系企业的在任干部也算不足。", "A cadre without links is among them."),
  source: linked,
  better: "less",
};

/** 人 above. */
export const cadresOver: Indicator = {
  ...cadresUnder,
  id: "cadres_over_design",
  words: words("联系超过10家的干部", "cadres with more than ten links"),
  numerator: "count(*) FILTER (WHERE off_design > 0)",
  formula: words("季末联系企业超过10家的在任干部数", "cadres in post with more than ten links"),
  reading: words(
    "同一企业由同一干部重复登记的只计一家。",
    "One enterprise entered twice for one cadre counts once.",
  ),
};

/** 家 with somebody to answer for them. */
export const keyEnterprisesLinked: Indicator = {
  id: "key_enterprises_linked_rate",
  words: words("重点服务企业联系率", "key enterprises with a linked cadre"),
  unit: "rate",
  from: "visits.key_enterprises",
  numerator: "count(*) FILTER (WHERE linked)",
  denominator: "count(*)",
  parts: { numerator: "enterprise", denominator: "enterprise" },
  by: { area: "area" },
  span: "stock",
  formula: words(
    "季末有干部联系的重点服务企业 ÷ 重点服务企业",
    "key enterprises linked to a cadre on the quarter's last day ÷ key enterprises",
  ),
  reading: words("一家企业有几名干部联系也只计一家。", "An enterprise linked to several cadres counts once."),
  source: linked,
  better: "more",
  target: "1",
};

/** Who has too few or too many. */
export const linksOffDesign: GapList = {
  id: "links_off_design",
  words: words("联系企业数不是10家的干部", "cadres whose number of links is not ten"),
  from: "visits.links_off_design",
  columns: {
    cadre_id: words("干部编号", "cadre number"),
    union_name: words("所属工会", "union"),
    links: words("联系企业数", "links"),
    off_design: words("比规定数多（少）", "above (below) the design"),
  },
  order: "off_design, cadre_id",
  of: "cadres_at_design_rate",
  by: "level",
  who: words("区总工会组织部门", "the district union's organisation office"),
};

/** Key enterprises nobody answers for. */
export const unlinked: GapList = {
  id: "unlinked",
  words: words("无人联系的重点服务企业", "key enterprises without a linked cadre"),
  from: "visits.unlinked",
  columns: {
    enterprise_name: words("企业名称", "enterprise"),
    township: words("所属镇街", "township"),
  },
  order: "area, enterprise_id",
  of: "key_enterprises_linked_rate",
  by: "area",
  who: words("区总工会组织部门", "the district union's organisation office"),
};
