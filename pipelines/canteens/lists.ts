import { type CodeList, listed } from "../../src/list.ts";

/** 单位类型 of who runs a canteen. */
export const unitKinds: CodeList = [
  listed("机关", "public offices", "党政机关", "机关单位", "行政机关", "政府机关"),
  listed("事业", "public institutions", "事业单位", "学校", "医院"),
  listed("企业", "enterprises", "企业单位", "公司", "国企", "民企"),
];

/** 经营方式. */
export const operations: CodeList = [
  listed("自营", "run by the unit itself", "自办", "自主经营", "自管"),
  listed("承包", "contracted out", "外包", "托管", "委托经营", "承包经营"),
];

/** 评定类型: a 动态 grade follows each inspection, a 年度 grade sums up the year. */
export const gradeKinds: CodeList = [
  listed("动态", "dynamic", "动态等级", "动态评定", "动态分级", "日常"),
  listed("年度", "annual", "年度等级", "年度评定", "年终"),
];

/** 等级. On the notice at the door a dynamic grade is a face, an annual one a letter. */
export const grades: CodeList = [
  listed("优秀", "excellent", "优", "A", "A级", "大笑"),
  listed("良好", "good", "良", "B", "B级", "微笑"),
  listed("一般", "fair", "中", "C", "C级", "平脸"),
  listed("不评级", "not rated", "不予评级", "不评定", "暂不评级", "不定级"),
];

/** How one aspect stands against the last time. */
export const trends: CodeList = [
  listed("升", "up", "上升", "提升", "提高", "↑"),
  listed("平", "level", "持平", "不变", "无变化", "→"),
  listed("降", "down", "下降", "降低", "↓"),
];

/** 结论 of a recheck. */
export const conclusions: CodeList = [
  listed("保留", "kept", "保留命名", "继续保留", "保留称号", "合格"),
  listed("摘牌", "removed", "予以摘牌", "撤销", "撤销命名", "取消命名", "取消称号"),
];

/** 摘牌原因: the three declines, and what else ends a naming. */
export const reasons: CodeList = [
  listed("食品安全下降", "food safety declined", "食品安全", "食品安全降", "食品安全降级", "食品安全事故"),
  listed("服务质量下降", "service declined", "服务质量", "服务质量降", "服务下降"),
  listed(
    "职工满意度下降",
    "workers' satisfaction declined",
    "职工满意度",
    "职工满意度降",
    "满意度下降",
    "满意度降",
    "满意度",
  ),
  listed("停办", "closed down", "食堂停办", "关停", "停业", "撤销食堂"),
  listed("其他", "other", "其它", "其他原因"),
];
