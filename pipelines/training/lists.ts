import { type CodeList, listed } from "../../src/list.ts";

/** 项目: which programme a class belongs to. */
export const programmes: CodeList = [
  listed("公益课", "public-interest course", "公益课堂", "公益培训", "公益课程"),
  listed("家政培训", "domestic-service training", "家政", "家政服务培训", "家政服务"),
  listed("创业培训", "start-up training", "创业", "创业课"),
  listed("技能提升", "skills upgrading", "技能提升培训", "技能培训", "职业技能培训"),
];

/** 教学形式 */
export const forms: CodeList = [
  listed("大讲堂", "grand lecture", "大讲座", "讲座"),
  listed("流动学堂", "travelling school", "流动课堂", "送教上门", "送课上门"),
  listed("微讲堂", "small lecture", "微课堂", "微课"),
  listed("集中培训", "full-time course", "集中授课", "集中办班", "脱产培训"),
];

/** 性别 */
export const sexes: CodeList = [listed("男", "male", "男性", "m"), listed("女", "female", "女性", "f")];

/** 报名状态 */
export const enrolmentStates: CodeList = [
  listed("录取", "admitted", "已录取", "正式", "正式学员", "在读"),
  listed("候补", "waiting", "候补中", "备选", "排队"),
  listed("退出", "withdrawn", "已退出", "退学", "退课", "退班", "中途退出"),
];

/** 考勤状态: someone late or leaving early was there; leave is absence with an excuse. */
export const marks: CodeList = [
  listed("出勤", "present", "到", "到课", "已到", "出席", "正常", "√", "✓"),
  listed("迟到", "late", "晚到"),
  listed("早退", "left early"),
  listed("请假", "on leave", "事假", "病假", "公假", "假"),
  listed("缺勤", "absent", "缺席", "缺课", "旷课", "未到", "×", "✗"),
];
