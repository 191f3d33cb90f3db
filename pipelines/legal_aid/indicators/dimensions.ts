import type { Dimension } from "../../../src/indicator.ts";
import { valuesOf } from "../../../src/list.ts";
import { words } from "../../../src/words.ts";
import { applicantKinds, causes, forms, levels, sources, unitKinds } from "../lists.ts";

/** The axes along which legal aid is broken down. */
export const dimensions: Dimension[] = [
  { id: "level", words: words("受理级次", "level"), values: valuesOf(levels) },
  { id: "area", words: words("地区", "area"), labels: "rosters.area_labels" },
  { id: "cause", words: words("案由", "cause"), values: valuesOf(causes) },
  { id: "channel", words: words("渠道", "channel"), values: valuesOf(sources) },
  { id: "form", words: words("援助形式", "form of aid"), values: valuesOf(forms) },
  {
    id: "applicant_kind",
    words: words("申请人类别", "kind of applicant"),
    values: valuesOf(applicantKinds),
    internal: true,
  },
  { id: "month", words: words("月份", "month"), ordered: true },
  { id: "unit_kind", words: words("单位类型", "kind of unit"), values: valuesOf(unitKinds) },
];

/** Breakdowns of everything that hangs on a case. */
export const byCase: Readonly<Record<string, string>> = {
  level: "level",
  area: "area",
  cause: "cause",
  channel: "channel",
  form: "form",
  applicant_kind: "applicant_kind",
};

/** Breakdowns of what happens on a day: acceptance, closing, receipt. */
export const byEvent = { ...byCase, month: "month" } as const;
