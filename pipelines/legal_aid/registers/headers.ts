/** Other headers for the district a row belongs to. */
export const areaHeaders = [
  "所属区县",
  "所属区(市)",
  "所属区市县",
  "所属县区",
  "所属地区",
  "所属辖区",
  "所在区市",
  "所在区县",
  "所在地区",
  "区市",
  "区县",
  "区市名称",
];

/** Other headers for the number of a case. */
export const caseHeaders = [
  "案件号",
  "案件编码",
  "援助案件编号",
  "法援案件编号",
  "法律援助案件编号",
  "援助案号",
];

/** Other headers for the level of the federation that took something in. */
export const levelHeaders = ["级次", "受理层级", "受理级别", "受理工会级次", "受理工会层级"];

/** Other headers for the code of a unit that lawyers serve. */
export const unitHeaders = ["单位编码", "单位编号", "服务单位编码", "服务单位编号"];
