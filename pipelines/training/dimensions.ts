import type { Dimension } from "../../src/indicator.ts";
import { valuesOf } from "../../src/list.ts";
import { words } from "../../src/words.ts";
import { enrolmentStates, forms, programmes } from "./lists.ts";

/** The axes along which training is broken down. */
export const dimensions: Dimension[] = [
  { id: "programme", words: words("项目", "Programme"), values: valuesOf(programmes) },
  { id: "category", words: words("类别", "Category") },
  { id: "form", words: words("教学形式", "Teaching form"), values: valuesOf(forms) },
  { id: "area", words: words("地区", "Area"), labels: "rosters.area_labels" },
  { id: "home", words: words("学员所在镇街", "Learners' township"), labels: "rosters.area_labels" },
  { id: "class", words: words("班次", "Class"), labels: "training.class_labels" },
  { id: "point", words: words("教学点", "Teaching point") },
  { id: "month", words: words("月份", "Month"), ordered: true },
  { id: "status", words: words("报名状态", "Enrolment status"), values: valuesOf(enrolmentStates) },
];

/** Breakdowns that every model made from classes can serve: dimension id → column. */
export const byClassKind = {
  programme: "programme",
  category: "category",
  form: "form",
  area: "area",
} as const;

/** The same, down to the single class and the place where it meets. */
export const byClass = { ...byClassKind, point: "point", class: "class_id" } as const;

/** The same for what is made from sessions, each on its day. */
export const bySession = { ...byClass, month: "month" } as const;
