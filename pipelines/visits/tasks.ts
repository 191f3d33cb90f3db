import { type CodeList, listed } from "../../src/list.ts";

/**
 * The ten tasks of a visit. The source names the first three; the other seven are this federation's own choice:
 * change them here, and the register, the models and the figures follow.
 */
export const tasks: CodeList = [
  listed("工会组建", "founding unions", "建会", "组建工会", "工会建会", "建会入会"),
  listed("职工维权", "workers' rights", "维权", "权益维护", "职工权益维护", "法律维权"),
  listed(
    "推进职工互助保障",
    "mutual insurance",
    "职工互助保障",
    "互助保障",
    "互助保险",
    "医疗互助",
    "互助医疗",
  ),
  listed("困难帮扶", "hardship relief", "帮扶", "困难职工帮扶", "帮困", "慰问帮扶"),
  listed("技能培训", "skills training", "培训", "职工培训", "技能提升"),
  listed("安全生产", "work safety", "安全检查", "劳动安全", "安全生产检查"),
  listed("政策宣讲", "explaining policy", "宣讲", "政策宣传", "宣传宣讲"),
  listed("集体协商", "collective bargaining", "工资集体协商", "工资协商", "集体合同"),
  listed("文体活动", "culture and sport", "文体", "职工文体", "职工文化"),
  listed("女职工关爱", "care for women workers", "女职工", "女职工工作", "女职工权益", "关爱女职工"),
];
