import type { GapList } from "../../src/indicator.ts";
import { words } from "../../src/words.ts";

const classNumber = words("班次编号", "Class number");
const areaCode = words("区划代码", "Area code");
const name = words("名称", "Name");

/** What is missing, row by row, for the people who can close the gap. */
export const gaps: GapList[] = [
  {
    id: "districts_without_class",
    words: words("本季度没有班次的区县", "districts without a class in the quarter"),
    from: "training.districts_without_class",
    columns: { area: areaCode, name },
    order: "area",
    of: "districts_covered",
    by: "area",
    who: words("区县总工会", "the district unions"),
  },
  {
    id: "townships_without_class",
    words: words("本季度没有班次也没有学员的镇街", "townships without a class or a learner in the quarter"),
    from: "training.townships_without_class",
    columns: { area: areaCode, name, district: words("所属区县", "District") },
    order: "area",
    of: "townships_covered",
    by: "area",
    who: words("区县总工会", "the district unions"),
  },
  {
    id: "categories_without_class",
    words: words("本季度没有班次的类别", "categories without a class in the quarter"),
    from: "training.categories_without_class",
    columns: {
      category: words("类别", "Category"),
      requests: words("本季度点单（单）", "Requests in the quarter"),
    },
    order: "requests DESC, category",
    of: "categories_covered",
    by: "category",
    who: words("职工学校", "the workers' school"),
  },
  {
    id: "missing_sheets",
    words: words("缺考勤表的课次", "sessions without an attendance sheet"),
    from: "training.missing_sheets",
    columns: {
      class_id: classNumber,
      course: words("课程名称", "Course"),
      union_name: words("主办工会", "Organising union"),
      session_no: words("课次", "Session"),
      held_on: words("上课日期", "Day"),
    },
    order: "held_on, class_id, session_no",
    of: "sheets_complete_rate",
    by: "category",
    who: words("主办工会", "the organising union"),
  },
  {
    id: "open_requests",
    words: words("尚未办单的点单", "requests not yet met"),
    from: "training.open_requests",
    columns: {
      request_id: words("点单编号", "Request number"),
      category: words("类别", "Category"),
      requester: words("点单单位", "Requesting unit"),
      requested_on: words("点单日期", "Requested on"),
      dispatched_on: words("派单日期", "Dispatched on"),
    },
    order: "requested_on, request_id",
    of: "requests_met_rate",
    by: "category",
    who: words("派单的工会", "the union that takes the request"),
  },
];
