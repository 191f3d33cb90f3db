import { type CodeList, listed } from "../../src/list.ts";

/** 受理级次: which level of the federation took the case. */
export const levels: CodeList = [
  listed("市级", "municipal", "市", "市本级", "市总", "市总工会"),
  listed(
    "区县级",
    "district",
    "区县",
    "区级",
    "县级",
    "区市级",
    "区市",
    "区(市)级",
    "区市总工会",
    "区县总工会",
  ),
  listed("镇街级", "township", "镇街", "镇级", "街道级", "乡镇级", "乡镇街道", "镇(街道)级", "镇街工会"),
];

/** 渠道: how a consultation reached the union. */
export const channels: CodeList = [
  listed("来访", "in person", "来访接待", "窗口", "现场", "当面", "上门来访"),
  listed(
    "12351",
    "12351 hotline",
    "12351热线",
    "12351职工热线",
    "职工热线",
    "维权热线",
    "热线",
    "电话",
    "来电",
  ),
  listed("网络", "online", "网上", "线上", "在线", "网站", "微信", "公众号", "邮件"),
  listed("走访", "outreach", "下访", "走访企业", "巡回服务", "流动服务"),
];

/** 来源渠道 of a case: as for a consultation, and cases that others hand over. */
export const sources: CodeList = [
  ...channels,
  listed("转介", "referred", "转办", "移交", "交办", "部门转办", "上级交办"),
  listed("其他", "other", "其它"),
];

/** 申请人类别. */
export const applicantKinds: CodeList = [
  listed("农民工", "migrant workers", "进城务工人员", "外来务工人员"),
  listed("困难职工", "workers in hardship", "特困职工", "生活困难职工", "在档困难职工"),
  listed("新就业形态", "platform workers", "新就业形态劳动者", "新业态", "新业态从业人员", "平台从业人员"),
  listed("其他", "other workers", "其它", "一般职工", "普通职工", "其他职工"),
];

/** 案由. */
export const causes: CodeList = [
  listed(
    "劳动报酬",
    "wages",
    "工资",
    "欠薪",
    "拖欠工资",
    "讨薪",
    "追索劳动报酬",
    "拖欠劳动报酬",
    "工资报酬",
    "加班工资",
    "加班费",
  ),
  listed(
    "工伤医疗",
    "injury and medical care",
    "工伤",
    "工伤待遇",
    "工伤赔偿",
    "工伤保险待遇",
    "职业病",
    "工伤、医疗",
  ),
  listed(
    "经济补偿赔偿",
    "severance and damages",
    "经济补偿",
    "经济补偿金",
    "赔偿金",
    "经济赔偿",
    "经济补偿、赔偿",
    "经济补偿或赔偿",
  ),
  listed("确认劳动关系", "proof of employment", "劳动关系确认", "劳动关系", "确认劳动关系纠纷"),
  listed(
    "合同订立履行解除",
    "contracts",
    "劳动合同",
    "劳动合同纠纷",
    "解除劳动合同",
    "合同解除",
    "合同订立、履行、解除",
  ),
  listed("除名辞退离职", "dismissal and leaving", "除名", "辞退", "开除", "离职", "辞职", "除名、辞退、离职"),
  listed(
    "工时休假社保福利",
    "hours, leave, insurance and benefits",
    "工时",
    "休假",
    "休息休假",
    "社保",
    "社会保险",
    "福利",
    "福利待遇",
    "工时、休假、社保、福利",
  ),
  listed("其他", "other", "其它", "其他劳动争议"),
];

/** 援助形式. */
export const forms: CodeList = [
  listed("法律咨询", "advice", "咨询", "解答咨询"),
  listed("代拟法律文书", "drafting", "代写法律文书", "代拟文书", "代写文书", "代书"),
  listed("诉讼代理", "representation in court", "代理诉讼", "诉讼", "民事诉讼代理"),
  listed(
    "调解与仲裁代理",
    "representation in mediation or arbitration",
    "仲裁代理",
    "劳动仲裁代理",
    "调解代理",
    "调解仲裁代理",
    "代理仲裁",
    "代理调解",
    "调解、仲裁代理",
  ),
  listed("非诉讼代理", "representation out of court", "非诉代理", "非诉讼", "非诉"),
  listed("值班律师帮助", "duty lawyer", "值班律师", "值班律师法律帮助"),
];

/** 结案方式. */
export const closings: CodeList = [
  listed("调解", "mediated", "调解结案", "调解书", "达成调解", "仲裁调解", "法院调解"),
  listed("和解", "settled", "和解结案", "协商和解", "自行和解", "双方和解"),
  listed("仲裁裁决", "arbitral award", "裁决", "仲裁", "裁决结案", "仲裁结案", "裁决书"),
  listed("判决", "judgment", "法院判决", "判决结案", "判决书"),
  listed("撤回", "withdrawn", "撤诉", "撤案", "撤回申请", "撤回起诉"),
  listed("转出", "passed on", "移送", "转交", "转其他机构"),
  listed("仅咨询", "advice only", "咨询结案", "仅提供咨询"),
];

/** 结果. */
export const outcomes: CodeList = [
  listed("全部支持", "granted in full", "支持", "胜诉", "全部胜诉", "全部满足"),
  listed("部分支持", "granted in part", "部分胜诉", "部分满足"),
  listed("不支持", "not granted", "未支持", "未获支持", "败诉", "驳回"),
  listed("撤回", "withdrawn", "撤诉", "撤案", "撤回申请"),
];

/** 单位类型 of the units that lawyers are to serve. */
export const unitKinds: CodeList = [
  listed(
    "市级单位",
    "municipal bodies",
    "市级机关",
    "市直单位",
    "市级机关企事业单位",
    "市级机关、企事业单位",
    "市直机关",
  ),
  listed("镇街", "townships", "乡镇", "街道", "镇(街道)", "乡镇街道", "镇街工会"),
];
