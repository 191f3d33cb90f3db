import type { Field } from "../src/field.ts";
import type { Register } from "../src/register.ts";

/** Random numbers that a seed repeats (mulberry32). */
export const dice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

type Dice = () => number;
const oneOf = <T>(roll: Dice, list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;

const two = (n: number): string => String(n).padStart(2, "0");
const plain: Record<string, (roll: Dice, field: Field) => string> = {
  text: (roll) =>
    oneOf(roll, ["虚构企业一号", "走访了解", "会计事务所", "第3车间（东区）", "好", "合同 a b", "12"]),
  code: (roll) => `${oneOf(roll, ["V", "G", "A-", "", "990101"])}${Math.floor(roll() * 40)}`,
  day: (roll) =>
    `201${8 + Math.floor(roll() * 2)}-${two(1 + Math.floor(roll() * 12))}-${two(1 + Math.floor(roll() * 28))}`,
  money: (roll) => oneOf(roll, ["0", "12", "1200.50", "30000", "99.00", "3.5"]),
  count: (roll) => String(Math.floor(roll() * 300)),
  score: (roll) => oneOf(roll, ["95", "95.5", "0", "100", "3.25"]),
  quantity: (roll) => oneOf(roll, ["95", "95.5", "0.01", "100"]),
  yesNo: (roll) => oneOf(roll, ["是", "否"]),
  creditCode: (roll) => oneOf(roll, ["91990101MA0000015C", "91990101MA00000237"]),
  residentId: () => "990101198503120010",
  phone: (roll) => oneOf(roll, ["13900000000", "15000000001"]),
  longitude: (roll) => oneOf(roll, ["107.1434", "107", "120.5"]),
  latitude: (roll) => oneOf(roll, ["34.35", "30", "29.5"]),
};

/** Cells at and over every edge that a canonical form has. */
const scraps = [
  ..."-—/无空0#'=@".split(""),
  ..." 　\u00a0\u200b\ufeff\u202e",
  ...[
    "N/A",
    "n a",
    "null",
    "Ｎ／Ａ",
    "--",
    "合计",
    "汇总",
    "小 计",
    "total",
    "Subtotal",
    "本年累计",
    "计",
    "a计b",
    "合计：12",
  ],
  ...[
    "注：以上",
    "填表人：甲",
    "说明:x",
    "备注、",
    "#REF!",
    "=1+1",
    "'123",
    "'=1",
    "上门",
    "现场",
    "是的",
    "√",
    "1.0",
  ],
  ...[
    "2018/3/5",
    "20180305",
    "2018-02-29",
    "2020-02-29",
    "2018-02-30",
    "2018-04-31",
    "1899-12-31",
    "2100-01-01",
    "43529",
  ],
  ...["2018-1-05", "2018-12-31 0:00", "２０１８-01-01", "2018年3月", "待定", "3/4/18"],
  ...[
    "007",
    "1,234",
    "1234.5",
    "0.50",
    "1e5",
    "3.30603E+17",
    "12.0",
    "-5",
    "-5.00",
    "(5)",
    "3.4万元",
    "2100余万元",
    "5元",
    "5千",
  ],
  ...[
    "9999999999999999",
    "99999999999999999",
    "1.239",
    ".5",
    "5.",
    "+5",
    "0x1F",
    "infinity",
    "NaN",
    "true",
    "十二",
  ],
  ...[
    "91990101MA0000015X",
    "91990101ma0000015c",
    "91990101MA0000015",
    "330603190001010000",
    "110101199003070000",
  ],
  ...[
    "139 0000 0000",
    "0532-00000000",
    "139****0000",
    "E107.1434",
    "107.10",
    "181",
    "-0",
    "90.0001",
    "34°12′",
  ],
  ...[
    "甲、乙",
    "实地、电话",
    '5" 管',
    '"',
    '""',
    'a"b',
    ' "x"',
    "第一行\n第二行",
    "a,b",
    "a;b",
    "a\tb",
    "a|b",
    "\r",
    "a\rb",
  ],
  ...[
    "ß",
    "ﬁ",
    "①",
    "²",
    "K",
    "〇",
    "𠮷野家",
    "e\u0301",
    "é",
    "\u2028",
    "\u0085",
    "\u001f",
    "x".repeat(70),
    "长".repeat(30),
  ],
];

const listed = (roll: Dice, field: Field): string => oneOf(roll, field.options ?? []).zh;

/** A cell of a kind as it should be. */
export const plainCell = (roll: Dice, field: Field): string =>
  field.kind === "oneOf"
    ? listed(roll, field)
    : field.kind === "manyOf"
      ? Array.from({ length: 1 + Math.floor(roll() * 2) }, () => listed(roll, field)).join("、")
      : ((plain[field.kind] as (typeof plain)[string])(roll, field) ?? "");

/** A cell as it should not be, or one that only looks so. */
export const strange = (roll: Dice, cell: string): string => {
  if (roll() < 0.6) return oneOf(roll, scraps);
  const at = Math.floor(roll() * (cell.length + 1));
  const piece = oneOf(roll, scraps);
  return roll() < 0.5 ? cell.slice(0, at) + piece + cell.slice(at) : cell.slice(0, at) + cell.slice(at + 1);
};

/** A header with its separator and the lines above it. */
export interface Form {
  readonly register: Register;
  readonly separator: string;
  readonly above: readonly string[];
  readonly columns: readonly { readonly header: string; readonly field: Field | null }[];
}

/** Some of a register's columns in some order, others among them. */
export const form = (roll: Dice, register: Register): Form => {
  const columns: Form["columns"][number][] = Object.entries(register.fields)
    .filter(([id, f]) => !f.optional || roll() < 0.7 || register.either?.some((group) => group[0] === id))
    .map(([, field]) => {
      const name = field.aliases.length > 0 && roll() < 0.2 ? oneOf(roll, field.aliases) : field.words.zh;
      const unit =
        field.kind === "money" && roll() < 0.4
          ? oneOf(roll, ["（元）", "（万元）", "（千元）", "（元/万元）"])
          : "";
      return { header: name + unit, field };
    });
  if (roll() < 0.3) columns.reverse();
  for (const header of ["序号", "备注", "别的"])
    if (roll() < 0.25) columns.splice(Math.floor(roll() * columns.length), 0, { header, field: null });
  const above = oneOf(roll, [
    [],
    [],
    ["2018年台账"],
    ["填报单位：某会", "单位：万元"],
    ["期别：2018年第4季度", ""],
  ]);
  return { register, separator: oneOf(roll, [",", ",", ",", "\t", ";"]), above, columns };
};

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A file of this form. @param mess how many of its cells, rows and lines are not as they should be */
export const file = (roll: Dice, { separator, above, columns }: Form, mess: number): string => {
  const header = columns.map((c) => c.header).join(separator);
  const lines = [...above, header];
  const rows = 3 + Math.floor(roll() * 6);
  const blank = (field: Field | null): boolean => field === null || field.optional;
  for (let n = 0; n < rows; n++) {
    const cells = columns.map(({ field }) => {
      if (blank(field) && roll() < 0.3) return "";
      const cell = field === null ? oneOf(roll, ["1", "备考", "7", ""]) : plainCell(roll, field);
      return roll() < mess ? strange(roll, cell) : cell;
    });
    let line = cells
      .map((cell) =>
        roll() < mess / 4
          ? cell
          : roll() < 0.03
            ? `"${cell.replaceAll('"', '""')}"`
            : quoted(cell, separator),
      )
      .join(separator);
    if (roll() < mess)
      line = oneOf(roll, [
        () => `${line}${separator}`,
        () => `${line}${separator}多`,
        () => cells.slice(0, -1).join(separator),
        () => cells.slice(0, 1 + Math.floor(roll() * 2)).join(separator),
        () => `${line}\n`,
        () => `   \n${line}`,
        () => separator.repeat(columns.length - 1),
        () => `合计${separator}${cells.slice(1).join(separator)}`,
        () =>
          ["小计", ...columns.slice(1).map(({ field }) => (field?.kind === "count" ? "12" : ""))].join(
            separator,
          ),
        () => ["下面是补报的一批", ...columns.slice(1).map(() => "")].join(separator),
        () => "填表人：某某",
        () => header,
        () => line.replace(/^(.)/u, "$1\n"),
        () => `\n${line}\n`,
        () => `"${line}`,
      ])();
    lines.push(line);
  }
  const end = oneOf(roll, ["\n", "\n", "\r\n"]);
  return lines.join(end) + (roll() < 0.8 ? end : "");
};
