import { type Words, words } from "./words.ts";

/**
 * Counting words. They are never mixed: an enterprise (家) is not an enterprise visit (家次),
 * a person (人) is not a person-time (人次), a batch (批次) is not a case (件) nor a consultation (起).
 */
export const units = {
  yuan: words("元", "yuan"),
  yuan_per_person: words("元/人", "yuan per person"),
  rate: words("", ""),
  enterprise: words("家", "enterprises"),
  enterprise_visit: words("家次", "enterprise visits"),
  person: words("人", "persons"),
  person_time: words("人次", "person-times"),
  batch: words("批次", "batches"),
  case: words("件", "cases"),
  consultation: words("起", "consultations"),
  kind: words("类", "kinds"),
  class: words("个班", "classes"),
  session: words("课次", "sessions"),
  lecture: words("场", "lectures"),
  unit: words("个单位", "units"),
  village: words("个村", "villages"),
  link: words("对", "links"),
  item: words("项", "items"),
  request: words("单", "requests"),
  return: words("份", "returns"),
  day: words("天", "days"),
  score: words("分", "points"),
  canteen: words("家", "canteens"),
  check: words("次", "checks"),
  park: words("家", "parks"),
  base: words("个", "training bases"),
  honouree: words("个对象", "honourees"),
  place: words("个名额", "places"),
  yuan_per_place: words("元/名额", "yuan per place"),
  union: words("个工会", "unions"),
  agreement: words("份", "agreements"),
  event: words("场次", "events"),
  vote: words("票", "votes"),
  station: words("个站点", "stations"),
  patrol: words("次", "patrols"),
} as const satisfies Record<string, Words>;

export type Unit = keyof typeof units;
