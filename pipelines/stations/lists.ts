import { type CodeList, listed } from "../../src/list.ts";

/** 状态 of a station, as its register says today. */
export const states: CodeList = [
  listed("在建", "being built", "建设中", "筹建", "筹建中", "未建成", "待投用", "建成未投用", "已建成"),
  listed("投用", "in use", "已投用", "在用", "使用中", "运行", "正常运行", "启用", "已启用", "开放"),
  listed("停用", "closed", "已停用", "停运", "关闭", "已关闭", "撤销", "已撤销", "暂停使用"),
];

/** 验收结论 */
export const outcomes: CodeList = [
  listed("合格", "passed", "通过", "验收合格", "验收通过", "达标"),
  listed("不合格", "failed", "未通过", "不通过", "验收不合格", "整改", "限期整改", "不达标"),
];

/** Where a station stands on a quarter's last day. */
export const stages: CodeList = [
  listed("在建", "being built"),
  listed("建成未用", "built, not yet in use"),
  listed("在用", "in use"),
  listed("停用", "closed"),
];
