import { code, count, day, oneOf, text } from "../../../src/field.ts";
import type { Register } from "../../../src/register.ts";
import { words } from "../../../src/words.ts";
import { serviceKinds } from "../lists.ts";
import { cityHeaders } from "./headers.ts";

/** 服务台账: whom the programme trained, helped to start up, and served. */
export const services: Register = {
  id: "services",
  room: "entrepreneurship",
  words: words("服务台账", "Services"),
  grain: words("一次服务活动", "one activity of training or service"),
  fields: {
    service_id: code("服务编号", "service number", { aliases: ["服务号", "活动编号", "服务记录编号"] }),
    service_day: day("服务日期", "served on", { aliases: ["服务时间", "活动日期", "活动时间", "开展日期"] }),
    service_kind: oneOf(serviceKinds, "服务类型", "kind of service", {
      aliases: ["服务类别", "服务项目", "服务内容"],
    }),
    city: text("所属市", "city", { aliases: cityHeaders, fillDown: true }),
    persons: count("人数", "persons", { aliases: ["服务人数", "受益人数", "参加人数"], optional: true }),
    person_times: count("人次", "person-times", {
      aliases: ["服务人次", "受益人次", "人次数"],
      optional: true,
    }),
  },
  key: ["service_id"],
  event: "service_day",
  rules: [
    {
      field: "persons",
      holds: (row) => row.service_kind === "就业服务" || row.persons != null,
      why: words(
        "创业培训、扶持创业按人数统计，人数不能空",
        "is empty, though training and start-ups count persons",
      ),
      mend: words("请填人数；人次不能代替人数", "fill in the persons; person-times do not stand for them"),
      severity: "error",
    },
    {
      field: "person_times",
      holds: (row) => row.service_kind !== "就业服务" || row.person_times != null,
      why: words("就业服务按人次统计，人次不能空", "is empty, though employment services count person-times"),
      mend: words("请填人次；人数不能代替人次", "fill in the person-times; persons do not stand for them"),
      severity: "error",
    },
    {
      field: "person_times",
      holds: ({ persons, person_times }) =>
        persons == null || person_times == null || Number(person_times) >= Number(persons),
      why: words("人次少于人数", "is less than the persons"),
      mend: words(
        "每人至少一人次，请核对两栏是否填反",
        "every person is at least one; check for swapped columns",
      ),
      severity: "warning",
    },
  ],
  plausible: {
    unit: "city",
    twice: { agree: ["service_day", "service_kind", "city"], differ: ["persons", "person_times"] },
  },
};
