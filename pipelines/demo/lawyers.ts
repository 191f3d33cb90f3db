import { firmName, personName } from "./names.ts";
import { cityUnits, serviceUnitRows, townshipUnits, unitCode } from "./service_units.ts";
import type { Row, Sheet } from "./sheet.ts";

export const lawyers = 202;

/** Units that never had a lawyer. */
const without = new Set([71, 139, 187, 203, 214, 231, 240, 258, 266, 289, 305, 312]);
/** Units that the first contracts left out, and the day from which they have a lawyer. */
const late: Readonly<Record<string, readonly number[]>> = {
  "2018-04-16": [33, 98, 176, 190, 221, 249, 277, 294],
  "2018-08-06": [120, 163, 208, 236, 271, 300],
};
/** Units whose lawyer left before the year was out. */
const left = { on: "2018-06-15", units: [57, 169, 182, 227, 283] } as const;
/** Units whose contract of 2018 was not renewed. */
const lapsed = new Set([12, 88, 155, 178, 199, 218, 252, 263, 298, 309]);

const licence = (lawyer: number): string =>
  `19901${2005 + (lawyer % 12)}1${lawyer % 2}${String(100_101 + lawyer * 7)}`;

interface Term {
  readonly unit: number;
  readonly lawyer: number;
  readonly from: string;
  readonly to: string;
}

const served = Array.from({ length: cityUnits + townshipUnits }, (_, n) => n).filter((n) => !without.has(n));

const termsOf2018 = (): Term[] =>
  served.map((unit, i) => {
    const begun = Object.entries(late).find(([, units]) => units.includes(unit))?.[0];
    const quit = left.units.some((n) => n === unit);
    return { unit, lawyer: i % lawyers, from: begun ?? "2018-01-01", to: quit ? left.on : "2018-12-31" };
  });

const termsOf2019 = (): Term[] =>
  served.flatMap((unit, i) =>
    lapsed.has(unit) || left.units.some((n) => n === unit)
      ? []
      : [{ unit, lawyer: i % lawyers, from: "2019-01-01", to: "2019-12-31" }],
  );

const row = ({ unit, lawyer, from, to }: Term): Row => ({
  执业证号: licence(lawyer),
  律师姓名: personName("lawyer", lawyer),
  律师事务所: firmName(lawyer % 37),
  服务单位代码: unitCode(unit),
  聘期起: from,
  聘期止: to,
});

const columns = ["执业证号", "律师姓名", "律师事务所", "服务单位代码", "聘期起", "聘期止"];

/** The files of 应覆盖单位 and 律师聘任. */
export const lawyerSheets: readonly Sheet[] = [
  { path: "legal_aid/应覆盖单位.csv", columns: ["单位代码", "单位名称", "单位类型"], rows: serviceUnitRows },
  {
    path: "legal_aid/律师聘任-2018.csv",
    columns,
    rows: () => termsOf2018().map(row),
    spoilt: [{ ...row({ unit: 0, lawyer: 0, from: "2018-01-01", to: "2018-12-31" }), 服务单位代码: "SJ999" }],
  },
  { path: "legal_aid/律师聘任-2019.csv", columns, rows: () => termsOf2019().map(row) },
];
