import type { GapList, Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { hired } from "./source.ts";

const units: Indicator = {
  id: "service_units",
  words: words("应覆盖单位", "units to be served"),
  unit: "unit",
  from: "legal_aid.served_units",
  numerator: "count(*)",
  by: { unit_kind: "unit_kind" },
  span: "stock",
  formula: words("应覆盖单位台账所列单位数", "units on the register"),
  reading: words(
    "台账没有起止日期，现列单位视为各季都应覆盖；152家市级单位与162个镇街合计314个。",
    "The register has no dates: a unit listed now is taken as listed in every quarter. 152 municipal bodies and 162 townships are 314.",
  ),
  source: hired,
  better: "neither",
};

const lawyers: Indicator = {
  id: "lawyers",
  words: words("在聘律师", "lawyers under contract"),
  unit: "person",
  inOffice: true,
  from: "legal_aid.running_terms",
  numerator: "count(DISTINCT licence)",
  by: { unit_kind: "unit_kind" },
  needs: ["lawyers"],
  span: "stock",
  formula: words(
    "季末日在聘期内的律师，按执业证号去重",
    "distinct licences with a term that runs on the quarter's last day",
  ),
  reading: words(
    "聘期止当日仍算在聘，聘期止空白视为仍在聘；一名律师服务几个单位只计一次，同时服务两类单位的，分项之和会大于合计。",
    "The last day of a term counts; a term without an end runs on. A lawyer of several units counts once, so the kinds may add up to more than the total.",
  ),
  source: hired,
  better: "neither",
};

const coverage: Indicator = {
  ...units,
  id: "lawyer_coverage",
  words: words("律师服务覆盖率", "units with a lawyer"),
  unit: "rate",
  numerator: "count(*) FILTER (WHERE served)",
  denominator: "count(*)",
  parts: { numerator: "unit", denominator: "unit" },
  needs: ["lawyers"],
  formula: words(
    "季末日有在聘律师的单位 ÷ 应覆盖单位",
    "units with a lawyer under contract on the quarter's last day ÷ units to be served",
  ),
  reading: words(
    "以季末日为准，季中曾有、季末已到期的不算；一个单位有几名律师只计一次。",
    "On the quarter's last day: a term that ended within the quarter does not count. A unit with several lawyers counts once.",
  ),
  better: "more",
  target: "1",
};

export const service: Indicator[] = [units, lawyers, coverage];

/** The units that nobody serves. */
export const unitsWithoutLawyer: GapList = {
  id: "units_without_lawyer",
  words: words("季末没有在聘律师的单位", "units without a lawyer at the quarter's end"),
  from: "legal_aid.units_without_lawyer",
  columns: {
    unit_kind: words("单位类型", "kind of unit"),
    unit_id: words("单位代码", "unit code"),
    unit_name: words("单位名称", "unit name"),
    last_term_to: words("上一聘期止", "last term ended"),
  },
  order: "unit_kind, unit_id",
  of: "lawyer_coverage",
  by: "unit_kind",
  who: words("市总工会权益保障部门", "the municipal federation's legal office"),
};
