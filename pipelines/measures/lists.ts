import { type CodeList, listed } from "../../src/list.ts";

/** 资金性质: money given once, money pooled anew every year, or not settled yet. */
export const fundings: CodeList = [
  listed("专项", "special", "专项资金", "专项经费", "专项补助", "市级专项", "专项列支"),
  listed(
    "每年整合",
    "pooled per year",
    "每年整合资金",
    "整合",
    "整合资金",
    "年度整合",
    "年度整合资金",
    "统筹整合",
    "每年统筹整合",
  ),
  listed("未定", "not settled", "待定", "未确定", "未明确"),
];

/** 补助类型: what an enterprise is helped with. */
export const subsidyKinds: CodeList = [
  listed(
    "主席岗位补助",
    "stipend of the union chair",
    "工会主席岗位补助",
    "主席补助",
    "主席岗位补贴",
    "工会主席岗位补贴",
    "岗位补助",
  ),
  listed("互助保险", "mutual insurance", "职工互助保险", "互助保障", "职工互助保障", "互助医疗", "医疗互助"),
];

/** 目标单位: what a measure's target is counted in. */
export const targetUnits: CodeList = [
  listed("人", "persons", "名", "位"),
  listed("人次", "person-times"),
  listed("场", "events", "场次"),
  listed("次", "times", "回"),
  listed("家", "enterprises", "户", "家企业"),
  listed("项", "items", "个", "件"),
];
