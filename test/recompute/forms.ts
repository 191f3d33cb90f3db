/**
 * The forms that the invented staff fill in, and that the recomputation reads again: the engine's registers are not
 * looked at. Names of columns and words are those of the domain, with some that staff write instead.
 */
export type Kind = "text" | "day" | "money" | "yesNo" | "count" | "word";

export interface Column {
  readonly kind: Kind;
  /** Headers under which it is found, the official one first. */
  readonly names: readonly string[];
  readonly needed: boolean;
  /** Official word → what staff also write for it. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

export interface Form {
  /** 台账 as the list of returns due calls it. */
  readonly title: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** Of two rows that agree in these, the later one counts. */
  readonly key: readonly string[];
  /** The key of a row in which the first is empty. */
  readonly otherwiseKey?: readonly string[];
  /** The day that places a row in a quarter. */
  readonly event?: string;
  /** A pair that must not stand the other way round; a row in which it does is refused. */
  readonly order?: readonly [string, string][];
}

const column =
  (kind: Kind, needed: boolean) =>
  (...names: string[]): Column => ({ kind, names, needed });
const text = column("text", true);
const text0 = column("text", false);
const day = column("day", true);
const day0 = column("day", false);
const money = column("money", true);
const money0 = column("money", false);
const count = column("count", true);
const yesNo = column("yesNo", true);
const yesNo0 = column("yesNo", false);
const word = (words: Column["words"], needed: boolean, ...names: string[]): Column => ({
  kind: "word",
  names,
  needed,
  ...(words && { words }),
});

export const forms = {
  areas: {
    title: "行政区划",
    columns: {
      id: text("区划代码", "行政区划代码"),
      name: text("名称", "区划名称"),
      parent: text0("上级代码"),
      level: word({ 市: ["市级"], 区县: ["区", "县"], 镇街: ["镇", "街道"] }, true, "层级", "级别"),
      former: text0("曾用名", "原名"),
      from: day("生效日期"),
      to: day0("失效日期", "撤销日期"),
      successor: text0("继任代码", "新代码"),
    },
    key: ["id", "from"],
    order: [["from", "to"]],
  },
  enterprises: {
    title: "企业名册",
    columns: {
      id: text("统一社会信用代码", "信用代码"),
      name: text("企业名称", "企业全称"),
      former: text0("曾用名"),
      area: text("所属镇街", "镇街"),
      ownership: word({ 国有: ["国企"], 民营: ["民企"], 外资: ["外企"], 其他: ["其它"] }, true, "企业类型"),
      above: yesNo("是否规上", "规上企业"),
      from: day0("纳入规上日期", "入规日期"),
      to: day0("退出规上日期", "退规日期"),
      key: yesNo("是否重点服务企业", "重点服务企业"),
      workers: count("职工人数", "职工数"),
    },
    key: ["id"],
    order: [["from", "to"]],
  },
  cadres: {
    title: "工会干部名册",
    columns: {
      id: text("干部编号", "工号"),
      name: text("姓名", "干部姓名"),
      union: text("所属工会", "工会名称"),
      level: word({ 区: ["区级"], 镇街: ["镇", "街道"] }, true, "层级"),
      from: day("任职起", "任职日期"),
      to: day0("任职止", "离任日期"),
    },
    key: ["id"],
    order: [["from", "to"]],
  },
  links: {
    title: "联系关系",
    columns: {
      cadre: text("干部编号", "联系干部编号"),
      type: word({ 企业: ["联系企业"], 镇街: ["联系镇街"] }, true, "联系类型", "联系对象类型"),
      target: text("对象代码", "联系对象代码"),
      from: day("联系起始", "联系起"),
      to: day0("联系终止", "联系止"),
    },
    key: ["cadre", "type", "target", "from"],
    order: [["from", "to"]],
  },
  visits: {
    title: "走访台账",
    columns: {
      id: text0("走访编号", "走访单号"),
      day: day("走访日期", "走访时间"),
      enterprise: text0("统一社会信用代码", "信用代码"),
      enterpriseName: text0("企业名称", "走访企业"),
      cadre: text0("干部编号", "工号"),
      cadreName: text0("走访人", "走访干部"),
      proxy: yesNo0("是否代访", "代访"),
      method: word(
        { 实地: ["现场", "上门走访"], 电话: ["电访"], 线上: ["微信", "视频"] },
        true,
        "走访方式",
        "走访形式",
      ),
    },
    key: ["id"],
    otherwiseKey: ["enterprise", "day", "cadre"],
    event: "day",
  },
  problems: {
    title: "问题台账",
    columns: {
      id: text("问题编号", "诉求编号"),
      raised: day("提出日期", "反映日期"),
      party: word({ 企业: ["企业方"], 职工: ["员工"] }, true, "诉求主体"),
      kind: text("问题类别", "诉求类别"),
      deadline: day0("办理时限", "办结时限"),
      closed: day0("办结日期", "解决日期"),
      state: word(
        { 待办: ["未办"], 在办: ["办理中"], 办结: ["已办结"], 转交: ["转办"], 不予受理: ["不受理"] },
        true,
        "办理状态",
        "办理情况",
      ),
    },
    key: ["id"],
    event: "raised",
    order: [["raised", "closed"]],
  },
  cases: {
    title: "法律援助案件台账",
    columns: {
      id: text("案件编号", "案件号"),
      batch: text("批次号", "受理批次"),
      accepted: day("受理日期", "受理时间"),
      level: word({ 市级: ["市"], 区县级: ["区级"], 镇街级: ["镇级"] }, true, "受理级次"),
      area: text("所属区市", "所属区县"),
      employer: text("用人单位", "被申请人"),
      applicant: text("申请人姓名", "受援人"),
      applicantKind: word({ 农民工: ["进城务工人员"], 其他: ["其它"] }, true, "申请人类别"),
      people: count("涉及人数", "人数"),
      cause: word({ 劳动报酬: ["欠薪"], 工伤医疗: ["工伤"], 其他: ["其它"] }, true, "案由"),
      form: word(
        {
          法律咨询: ["咨询"],
          代拟法律文书: ["代书"],
          诉讼代理: ["诉讼"],
          调解与仲裁代理: ["仲裁代理"],
          非诉讼代理: ["非诉"],
          值班律师帮助: ["值班律师"],
        },
        true,
        "援助形式",
      ),
      confirmed: money0("确认金额", "挽回金额"),
      avoided: money0("避免损失金额"),
      closed: day0("结案日期", "结案时间"),
      closing: word(
        {
          调解: ["调解书"],
          和解: ["协商和解"],
          仲裁裁决: ["裁决"],
          判决: ["法院判决"],
          撤回: ["撤诉"],
          转出: [],
          仅咨询: [],
        },
        false,
        "结案方式",
      ),
      outcome: word(
        { 全部支持: ["胜诉"], 部分支持: ["部分胜诉"], 不支持: ["败诉"], 撤回: ["撤案"] },
        false,
        "结果",
        "案件结果",
      ),
    },
    key: ["id"],
    event: "accepted",
    order: [["accepted", "closed"]],
  },
  receipts: {
    title: "到账明细",
    columns: {
      id: text("凭证号", "凭证编号"),
      case: text("案件编号", "案件号"),
      day: day("到账日期", "到款日期"),
      amount: money("到账金额", "实际到账金额"),
    },
    key: ["id"],
    event: "day",
  },
  serviceUnits: {
    title: "应覆盖单位",
    columns: {
      id: text("单位代码", "单位编码"),
      name: text("单位名称"),
      kind: word({ 市级单位: ["市直单位"], 镇街: ["街道", "乡镇"] }, true, "单位类型"),
    },
    key: ["id"],
  },
  lawyers: {
    title: "律师聘任",
    columns: {
      licence: text("执业证号"),
      name: text("律师姓名"),
      unit: text("服务单位代码", "服务单位编码"),
      from: day("聘期起", "聘任日期"),
      to: day0("聘期止", "聘期届满"),
    },
    key: ["licence", "unit", "from"],
    order: [["from", "to"]],
  },
  classes: {
    title: "班次",
    columns: {
      id: text("班次编号", "班号"),
      programme: word(
        { 公益课: ["公益课堂"], 家政培训: ["家政"], 创业培训: [], 技能提升: ["技能培训"] },
        true,
        "项目",
      ),
      course: text("课程名称", "课程"),
      category: text("类别", "课程类别"),
      form: word({ 大讲堂: ["讲座"], 流动学堂: [], 微讲堂: [], 集中培训: ["集中授课"] }, true, "教学形式"),
      point: text("教学点", "上课地点"),
      union: text("主办工会", "主办单位"),
      first: day("开班日期", "开课日期"),
      last: day("结束日期", "结业日期"),
      planned: count("计划课次"),
      capacity: count("容量", "班额"),
    },
    key: ["id"],
    event: "first",
    order: [["first", "last"]],
  },
  sessions: {
    title: "课次",
    columns: {
      class: text("班次编号", "班号"),
      number: count("课次", "第几课"),
      day: day("上课日期", "授课日期"),
      cancelled: yesNo0("是否停课", "停课"),
    },
    key: ["class", "number"],
    event: "day",
  },
  enrolments: {
    title: "报名",
    columns: {
      class: text("班次编号", "班号"),
      learner: text("学籍号", "学号"),
      day: day("报名日期", "报名时间"),
      status: word(
        { 录取: ["已录取", "在读"], 候补: ["排队"], 退出: ["退班"] },
        true,
        "报名状态",
        "录取状态",
      ),
      withdrawn: day0("退出日期", "退课日期"),
    },
    key: ["class", "learner"],
    event: "day",
    order: [["day", "withdrawn"]],
  },
  attendance: {
    title: "考勤",
    columns: {
      class: text("班次编号", "班号"),
      number: count("课次", "第几课"),
      learner: text("学籍号", "学号"),
      mark: word(
        { 出勤: ["到课", "√"], 迟到: ["晚到"], 早退: [], 请假: ["事假"], 缺勤: ["旷课", "×"] },
        true,
        "考勤状态",
        "出勤情况",
      ),
    },
    key: ["class", "number", "learner"],
  },
  canteens: {
    title: "职工食堂名册",
    columns: {
      id: text("食堂编号", "食堂号"),
      unit: text("单位名称", "食堂名称"),
      kind: word({ 机关: ["机关单位"], 事业: ["事业单位"], 企业: ["公司"] }, true, "单位类型"),
      area: text("所属区县", "区县"),
      diners: count("就餐人数"),
      closed: day0("停办日期", "停业日期"),
    },
    key: ["id"],
  },
  grades: {
    title: "量化分级",
    columns: {
      canteen: text("食堂编号", "食堂号"),
      kind: word({ 动态: ["动态等级"], 年度: ["年度等级"] }, true, "评定类型"),
      day: day("评定日期", "评级日期"),
      grade: word({ 优秀: ["A"], 良好: ["B"], 一般: ["C"], 不评级: ["不予评级"] }, true, "等级"),
    },
    key: ["canteen", "kind", "day"],
  },
  stations: {
    title: "驿站名册",
    columns: {
      id: text("站点编号", "驿站编号"),
      name: text("站点名称", "驿站名称"),
      area: text("所属县区", "区县"),
      address: text("详细地址", "地址"),
      manager: text0("管理员"),
      built: day0("建成日期"),
      opened: day0("投用日期", "启用日期"),
      state: word({ 在建: ["建设中"], 投用: ["在用"], 停用: ["关闭"] }, true, "状态"),
      closed: day0("停用日期", "关闭日期"),
    },
    key: ["id"],
    order: [
      ["built", "opened"],
      ["opened", "closed"],
    ],
  },
  budgetLines: {
    title: "预算项目",
    columns: {
      id: text("项目编码", "项目代码"),
      year: text("年度", "预算年度"),
      level: word({ 省: ["省级"], 市: ["市级"] }, true, "资金级次"),
      name: text("项目名称"),
      kind: word({ 创业园: ["工友创业园"], 农民工之星: [], 培训基地: ["基地"] }, true, "对象类型"),
      planned: count("计划数量"),
      price: money("单价", "补助标准"),
      budget: money("预算金额", "预算数"),
    },
    key: ["id"],
  },
  payments: {
    title: "拨付台账",
    columns: {
      id: text("拨付编号", "拨款编号"),
      line: text("项目编码", "项目代码"),
      day: day("拨付日期", "拨款日期"),
      amount: money("拨付金额", "拨款金额"),
    },
    key: ["id"],
    event: "day",
  },
  returnsDue: {
    title: "应报清单",
    columns: {
      register: text("台账", "台账名称"),
      unit: text("填报单位", "应报单位"),
      period: text("期别", "季度"),
      due: day("截止日期", "截止时间"),
    },
    key: ["register", "unit", "period"],
  },
} as const satisfies Record<string, Form>;

export type FormId = keyof typeof forms;
export const formIds = Object.keys(forms) as FormId[];
export const formOf = (id: FormId): Form => forms[id];
