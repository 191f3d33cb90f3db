import type { Indicator } from "../../../src/indicator.ts";
import { words } from "../../../src/words.ts";
import { byClass, byClassKind } from "../dimensions.ts";
import { attendanceRule, classCount, villageCount } from "../source.ts";

export const learners: Indicator = {
  id: "learners",
  words: words("学员数", "learners"),
  unit: "person",
  from: "training.sign_ups",
  needs: ["classes", "enrolments"],
  where: "in_place",
  numerator: "count(DISTINCT learner_id)",
  by: { ...byClassKind, home: "home" },
  span: "flow",
  formula: words(
    "本期报名并入班的不同学籍号数",
    "distinct learner numbers among the period's sign-ups that led to a place",
  ),
  reading: words(
    "按报名日期计入季度；录取的和开班后退出的都算学员，候补和开班前退出的不算；一人报多个班只算一人",
    "by the day of signing up; the admitted and those who left after the class began are learners, the waiting and those who left before are not; one person in several classes is one learner",
  ),
  source: attendanceRule,
  better: "neither",
};

export const enrolments: Indicator = {
  id: "enrolments",
  words: words("报名人次", "enrolments"),
  unit: "person_time",
  from: "training.sign_ups",
  needs: ["classes", "enrolments"],
  numerator: "count(*)",
  by: { ...byClass, status: "status" },
  span: "flow",
  formula: words("报名日期在本期内的报名记录数", "sign-ups dated in the period"),
  reading: words(
    "录取、候补、退出都计入；一人报两个班是两人次",
    "admitted, waiting and withdrawn all count; one person signing up for two classes is two person-times",
  ),
  source: classCount,
  better: "neither",
};

export const villages: Indicator = {
  id: "villages",
  words: words("覆盖村数", "villages"),
  unit: "village",
  from: "training.sign_ups",
  needs: ["classes", "enrolments"],
  where: "in_place",
  numerator: "count(DISTINCT village)",
  by: { programme: "programme", category: "category", home: "home" },
  span: "flow",
  formula: words("本期学员所在的不同村数", "distinct villages of the period's learners"),
  reading: words(
    "同名的村按所在镇街区分；未填所在村的学员不计村",
    "villages of one name are told apart by township; learners without a village add none",
  ),
  source: villageCount,
  better: "more",
};
