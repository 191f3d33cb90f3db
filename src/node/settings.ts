import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";
import { readDay } from "../day.ts";
import { nearest } from "../nearest.ts";
import type { Organisation } from "../organisation.ts";
import { choicesOf, readAs } from "../readings.ts";
import { unseen } from "../unseen.ts";
import { Failure } from "./failure.ts";
import { logoFrom } from "./logo.ts";
import { memoryIn, memoryWanted } from "./memory.ts";

/** Scalars are read as text (YAML's failsafe schema), so that no number passes through a float. */
const shape = z.strictObject({
  federation: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).optional(),
  logo: z.string().min(1).optional(),
  first_month: z
    .string()
    .regex(/^(?:[1-9]|1[0-2])$/)
    .optional(),
  rooms: z.array(z.string()).min(1).optional(),
  below: z.enum(["apart", "within"]).optional(),
  since: z.record(z.string(), z.string()).optional(),
  readings: z.record(z.string(), z.string()).optional(),
  headlines: z.array(z.string()).min(1).optional(),
  targets: z.record(z.string(), z.string()).optional(),
  memory: z.string().optional(),
  public_names: z.array(z.string().min(2)).optional(),
  numbers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
});

type Settings = z.infer<typeof shape>;

const wrong = (file: string, zh: string, en: string): Failure =>
  new Failure(`${file}：${zh}`, `${file}: ${en}`);

const known = (file: string, key: string, among: readonly string[]): void => {
  if (among.includes(key)) return;
  const meant = nearest(key, among);
  throw wrong(
    file,
    `没有“${key}”这一项${meant ? `，是否应为“${meant}”？` : ""}`,
    `there is no setting "${key}"${meant ? `; did you mean "${meant}"?` : ""}`,
  );
};

const decimal = /^\d+(?:\.\d+)?$/;

/** A setting must be of the kind of what stands by default: a whole number, a share, or words. */
const numberLike = (file: string, key: string, value: string, usual: string): void => {
  const whole = /^\d+$/.test(usual);
  const share = /^0?\.\d+$|^0\.\d+$/.test(usual);
  if (whole && !/^\d{1,9}$/.test(value))
    throw wrong(file, `“${key}”应为整数，现为“${value}”`, `"${key}" must be a whole number, not "${value}"`);
  if (share && !(decimal.test(value) && /^(?:0(?:\.\d{1,6})?|1(?:\.0+)?)$/.test(value)))
    throw wrong(
      file,
      `“${key}”应为 0 到 1 之间的小数，现为“${value}”`,
      `"${key}" must lie between 0 and 1, not "${value}"`,
    );
};

/** A word of the file without what is not seen in it. A key that would change every object is none. */
const seenWord = (key: unknown, value: unknown): unknown => {
  if (key === "__proto__") throw new Error("__proto__");
  return typeof value === "string" ? value.replace(unseen, "") : value;
};

const read = (file: string): Settings => {
  let found: unknown;
  try {
    found = parse(readFileSync(file, "utf8"), seenWord, { schema: "failsafe", uniqueKeys: true }) ?? {};
  } catch (error) {
    const [line] = String((error as Error).message).split("\n");
    throw wrong(file, `不是规范的 YAML：${line}`, `is no proper YAML: ${line}`);
  }
  const parsed = shape.safeParse(found);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".") ?? "";
  if (issue?.code === "unrecognized_keys")
    known(file, issue.keys[0] ?? "", place === "" ? Object.keys(shape.shape) : ["zh", "en"]);
  throw wrong(file, `“${place}”填得不对`, `"${place}" is not as it should be: ${issue?.message ?? ""}`);
};

type Numbers = NonNullable<Settings["numbers"]>;

const numbersFrom = (file: string, numbers: Numbers, usual: Organisation["settings"]): typeof usual => {
  const settings = { ...usual };
  for (const [key, given] of Object.entries(numbers)) {
    known(file, key, Object.keys(usual));
    const value = Array.isArray(given) ? given.join("、") : given;
    numberLike(file, key, value, usual[key] ?? "");
    settings[key] = value;
  }
  return settings;
};

const aimedAt = (file: string, organisation: Organisation, targets: Record<string, string>): Organisation => {
  for (const [name, value] of Object.entries(targets))
    if (!decimal.test(value))
      throw wrong(
        file,
        `目标“${name}”应为数字，现为“${value}”`,
        `the target "${name}" must be a number, not "${value}"`,
      );
  return {
    ...organisation,
    rooms: organisation.rooms.map((room) => ({
      ...room,
      indicators: room.indicators.map((indicator) => {
        const target = targets[`${room.id}.${indicator.id}`];
        return target === undefined ? indicator : { ...indicator, target };
      }),
    })),
  };
};

const chosenFrom = (
  file: string,
  organisation: Organisation,
  readings: Record<string, string>,
): Record<string, string> => {
  const choices = choicesOf(organisation);
  for (const [choice, option] of Object.entries(readings)) {
    known(file, choice, Object.keys(choices));
    const options = choices[choice] ?? [];
    if (!options.includes(option))
      throw wrong(
        file,
        `口径“${choice}”应为${options.join("或")}，现为“${option}”`,
        `the reading "${choice}" must be one of ${options.join(", ")}, not "${option}"`,
      );
  }
  return readings;
};

const begunFrom = (file: string, organisation: Organisation, since: Record<string, string>): Organisation => {
  const ids = organisation.rooms.map(({ id }) => id);
  for (const [room, day] of Object.entries(since)) {
    known(file, room, ids);
    if (readDay(day) !== day)
      throw wrong(
        file,
        `since 里“${room}”的开始日期应写成 2018-01-01 这样，现为“${day}”`,
        `the first day of "${room}" under since is written like 2018-01-01, not "${day}"`,
      );
  }
  return {
    ...organisation,
    rooms: organisation.rooms.map((room) => {
      const day = since[room.id];
      return day === undefined ? room : { ...room, since: day };
    }),
  };
};

const memoryFrom = (file: string, said: string): number => {
  const mb = memoryIn(said);
  if (mb !== undefined) return mb;
  throw wrong(
    file,
    `“memory”${memoryWanted.zh}，现为“${said}”`,
    `"memory" ${memoryWanted.en}, not "${said}"`,
  );
};

/** Rooms that have pages may be left out; the others are what they are made from. */
const unshownFrom = (
  file: string,
  { rooms }: Organisation,
  shown: readonly string[] | undefined,
): string[] => {
  if (shown === undefined) return [];
  const paged = rooms.filter(({ pages = [] }) => pages.length > 0).map(({ id }) => id);
  for (const id of shown) known(file, id, paged);
  return paged.filter((id) => !shown.includes(id));
};

/**
 * The organisation with what a settings file says; without the file it stays as it is.
 * @param named the file was asked for, so it must be there
 * @throws Failure with one sentence for a key that does not exist or a value of the wrong kind
 */
export const configured = (organisation: Organisation, file: string, named = false): Organisation => {
  if (!existsSync(file)) {
    if (named) throw wrong(file, "没有这份设置文件", "there is no such settings file");
    return organisation;
  }
  const {
    federation,
    logo,
    first_month,
    rooms,
    below,
    readings = {},
    since = {},
    headlines,
    targets = {},
    memory,
    public_names,
    numbers = {},
  } = read(file);
  const indicators = organisation.rooms.flatMap((room) => room.indicators.map((i) => `${room.id}.${i.id}`));
  for (const name of [...(headlines ?? []), ...Object.keys(targets)]) known(file, name, indicators);
  const unshown = unshownFrom(file, organisation, rooms);
  const leading = headlines ?? organisation.headlines;
  const hidden = headlines?.find((name) => unshown.includes(name.split(".")[0] ?? ""));
  if (hidden !== undefined)
    throw wrong(
      file,
      `主要指标“${hidden}”属于没有列入 rooms 的工作`,
      `the headline "${hidden}" belongs to a room that "rooms" leaves out`,
    );
  return {
    ...readAs(
      begunFrom(file, aimedAt(file, organisation, targets), since),
      chosenFrom(file, organisation, readings),
    ),
    ...(federation && { federation }),
    ...(logo !== undefined && { logo: logoFrom(file, logo) }),
    headlines: leading.filter((name) => !unshown.includes(name.split(".")[0] ?? "")),
    ...(below && { below }),
    ...(public_names && { publicNames: public_names }),
    ...(memory !== undefined && { memory: memoryFrom(file, memory) }),
    ...(first_month && { firstMonth: Number(first_month) }),
    ...(unshown.length > 0 && { unshown }),
    settings: numbersFrom(file, numbers, organisation.settings),
  };
};
