import { type CodeList, type CodeValue, listed } from "../../src/list.ts";

const park = listed("创业园", "start-up parks", "工友创业园", "创业园区", "农民工创业园", "普通创业园");
const star = listed("农民工之星", "star migrant workers", "工友之星", "创业之星", "农民工创业之星");
const base = listed("培训基地", "training bases", "创业培训基地", "工友培训基地", "基地");
const individual = listed("先进个人", "outstanding individuals", "创业先进个人", "先进工作者");

/** 类型: what can be named. */
export const honoureeKinds: CodeList = [park, star, base, individual];

const awarded: CodeValue = listed(
  "获奖创业园",
  "award-winning parks",
  "富民兴鲁奖创业园",
  "获富民兴鲁奖创业园",
  "富民兴鲁奖",
  "创业园(获奖)",
);
const trainees = listed("参训人员", "subsidised trainees", "参训学员", "补贴学员", "创业培训补贴");

/** 对象类型 of a budget line: what can be named, the award-winning parks apart, and the trainees, who are not named. */
export const objectKinds: CodeList = [park, awarded, base, star, individual, trainees];

/** 资金级次: whose money a line is. */
export const fundingLevels: CodeList = [
  listed("省", "provincial", "省级", "省总", "省总工会", "省财政", "省级资金"),
  listed("市", "municipal", "市级", "市总", "市总工会", "市财政", "市级资金"),
];

/** 服务类型: persons are counted for the first two, person-times for the third. */
export const serviceKinds: CodeList = [
  listed("创业培训", "start-up training", "创业技能培训", "工友创业培训", "创业班"),
  listed("扶持创业", "help to start up", "创业扶持", "扶持自主创业", "成功创业", "创业帮扶"),
  listed("就业服务", "employment services", "就业帮扶", "就业指导", "职业介绍", "就业创业服务", "招聘服务"),
];
