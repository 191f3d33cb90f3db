import { dayNumber } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { home } from "./places.ts";

/** The twenty kinds of 公益课 that can be asked for. */
export const kinds =
  "声乐 书法 摄影 瑜伽 烘焙 茶艺 办公软件 心理健康 法律常识 急救护理 舞蹈 太极 国画 插花 朗诵 古筝 剪纸 短视频 亲子教育 礼仪".split(
    " ",
  );

interface Plan {
  readonly kind: string;
  readonly district: string;
  readonly form: string;
  readonly first: string;
  readonly sessions: number;
  /** Signed up, and how many of them wait for a place. */
  readonly size: number;
  readonly waiting: number;
  readonly capacity: number;
  readonly cancelled?: readonly number[];
  /** Sessions whose attendance sheet was never handed in. */
  readonly unsheeted?: readonly number[];
}

const plan = (
  kind: string,
  district: string,
  form: string,
  first: string,
  sessions: number,
  [size, waiting, capacity]: readonly [number, number, number],
  lost: Pick<Plan, "cancelled" | "unsheeted"> = {},
): Plan => ({ kind, district, form, first, sessions, size, waiting, capacity, ...lost });

/**
 * The ten classes of 2018: 1,046 sign-ups, of which 1,012 were admitted and stayed. They meet on Mondays and
 * Wednesdays by turns, so that whoever comes back is not in two places on one day.
 */
const open2018: readonly Plan[] = [
  plan("声乐", "明远区", "大讲堂", "2018-03-12", 8, [112, 2, 110], { cancelled: [5] }),
  plan("书法", home.name, "集中培训", "2018-04-18", 8, [98, 1, 110], { cancelled: [3] }),
  plan("摄影", "望川区", "流动学堂", "2018-05-14", 6, [108, 2, 110], { unsheeted: [4] }),
  plan("瑜伽", home.name, "集中培训", "2018-06-13", 8, [105, 1, 120], { cancelled: [2] }),
  plan("烘焙", "澄湖区", "微讲堂", "2018-07-09", 6, [96, 0, 100]),
  plan("茶艺", home.name, "流动学堂", "2018-08-15", 6, [110, 2, 110], { unsheeted: [2, 5] }),
  plan("办公软件", "明远区", "集中培训", "2018-09-10", 8, [102, 1, 110], { cancelled: [4] }),
  plan("心理健康", "晴岚区", "大讲堂", "2018-10-17", 6, [99, 1, 100], { unsheeted: [6] }),
  plan("法律常识", home.name, "微讲堂", "2018-10-22", 6, [107, 2, 110]),
  plan("急救护理", "望川区", "流动学堂", "2018-11-14", 7, [109, 2, 110], { cancelled: [4], unsheeted: [7] }),
];

const open2019: readonly Plan[] = [
  plan("舞蹈", home.name, "集中培训", "2019-02-18", 6, [104, 1, 110], { unsheeted: [3] }),
  plan("太极", "澄湖区", "流动学堂", "2019-02-27", 5, [98, 0, 100], { cancelled: [2] }),
];

/** One week for two hundred women, in four classes. */
const domestic = plan("家政服务", home.name, "集中培训", "2018-10-22", 7, [50, 0, 50]);

export interface Course extends Plan {
  /** Number over all classes, from 0. */
  readonly ordinal: number;
  readonly id: string;
  readonly programme: "公益课" | "家政培训";
  /** Days between sessions. */
  readonly every: number;
  /** The class from which a tenth of the learners come back. */
  readonly earlier: number | undefined;
}

/** Classes at scale 1. */
const perScale = open2018.length + 4 + open2019.length;

const block = (b: number): Course[] => {
  const numbered = (prefix: string, n: number, each: number): string =>
    `${prefix}-${String(b * each + n + 1).padStart(2, "0")}`;
  const start = b * perScale;
  return [
    ...open2018.map((p, n) => ({
      ...p,
      id: numbered("GY2018", n, 10),
      programme: "公益课" as const,
      every: 7,
    })),
    ...[0, 1, 2, 3].map((n) => ({
      ...domestic,
      id: numbered("JZ2018", n, 4),
      programme: "家政培训" as const,
      every: 1,
    })),
    ...open2019.map((p, n) => ({
      ...p,
      id: numbered("GY2019", n, 2),
      programme: "公益课" as const,
      every: 7,
    })),
  ].map((course, n) => ({
    ...course,
    ordinal: start + n,
    earlier: course.programme === "家政培训" || n === 0 ? undefined : start + (n === 14 ? 9 : n - 1),
  }));
};

/** Every class of the demonstration. */
export const courses = (f: Federation): Course[] =>
  Array.from({ length: f.scale }, (_, b) => block(b)).flat();

/** Day of a session, counted from 1. */
export const sessionDay = (course: Course, session: number): number =>
  dayNumber(course.first) + (session - 1) * course.every;
