import { code, count, score } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";

export const ratings: Register = {
  id: "ratings",
  room: "training",
  words: words("评单", "Ratings"),
  grain: words("一份评单", "one rating"),
  fields: {
    rating_id: code("评单编号", "rating number", { aliases: ["评单号", "评价编号", "评价单号"] }),
    class_id: code("班次编号", "class number", { aliases: ["班号", "班级编号", "培训班编号", "开班编号"] }),
    session_no: count("课次", "session", {
      optional: true,
      aliases: ["课次序号", "第几课", "第几次课", "上课次序", "次序"],
    }),
    score: score("评分", "score", { aliases: ["分数", "得分", "评价分", "满意度评分", "打分"] }),
  },
  key: ["rating_id"],
  refers: [
    // The class (or the session, where one is named) gives a rating its quarter.
    { to: "classes", on: { class_id: "class_id" }, missing: "refuse" },
    { to: "sessions", on: { class_id: "class_id", session_no: "session_no" }, missing: "refuse" },
  ],
  rules: [
    {
      field: "score",
      // One to five, both inclusive; a score is read with at most two decimals, so the comparison is exact.
      holds: ({ score: given }) => !given || (Number(given) >= 1 && Number(given) <= 5),
      why: words("评分须在 1 到 5 之间", "a score lies between 1 and 5"),
      mend: words("请按五分制填写", "use the scale of one to five"),
      severity: "error",
    },
  ],
};
