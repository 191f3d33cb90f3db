import type { Dimension } from "../../../src/indicator.ts";
import { valuesOf } from "../../../src/list.ts";
import { words } from "../../../src/words.ts";
import { grades, operations, reasons, unitKinds } from "../lists.ts";

/** The axes of this room beside area, which is the rosters'. */
export const dimensions: Dimension[] = [
  { id: "canteen_kind", words: words("单位类型", "kind of unit"), values: valuesOf(unitKinds) },
  { id: "operation", words: words("经营方式", "way of running"), values: valuesOf(operations) },
  {
    id: "grade",
    words: words("动态等级", "dynamic grade"),
    values: { ...valuesOf(grades), 未评级: words("未评级", "never graded") },
  },
  {
    id: "exit",
    words: words("去向", "outcome"),
    values: {
      升级: words("升级", "upgraded"),
      停办: words("停办", "closed"),
      转为不评级: words("转为不评级", "no longer rated"),
      仍为一般: words("仍为一般", "still fair"),
    },
  },
  {
    id: "standard",
    words: words("标准", "standard"),
    values: {
      安全: words("安全", "safety"),
      健康: words("健康", "health"),
      文明: words("文明", "civility"),
      服务: words("服务", "service"),
    },
  },
  {
    id: "aspect",
    words: words("复查项目", "aspect"),
    values: {
      食品安全: words("食品安全", "food safety"),
      服务质量: words("服务质量", "service"),
      职工满意度: words("职工满意度", "workers' satisfaction"),
    },
  },
  { id: "reason", words: words("摘牌原因", "reason"), values: valuesOf(reasons) },
];

/** Breakdowns of everything that hangs on a canteen. */
export const byCanteen = { area: "area", canteen_kind: "kind", operation: "operation" } as const;
