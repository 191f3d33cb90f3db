const days = 365;
const methods = ["实地", "电话", "线上"];
const tasks = ["工会组建", "职工维权", "困难帮扶、技能培训", "安全生产", ""];
const firms = 1000;
const cadres = 100;

/** The check character of an invented credit code is left as it falls: a failing one is a warning, not a refusal. */
const firm = (n: number): string => `91990101MA${String(n).padStart(7, "0")}X`;

const day = (n: number): string => new Date(Date.UTC(2018, 0, 1 + (n % days))).toISOString().slice(0, 10);

/** Visits and the rosters they point to, as CSV texts by file name. One row in a hundred is not canonical. */
export function* millionVisits(rows: number): Iterable<[string, string]> {
  const roster = ["统一社会信用代码,企业名称,所属镇街,企业类型,是否规上,是否重点服务企业,职工人数"];
  for (let n = 0; n < firms; n++) roster.push(`${firm(n)},虚构企业${n},990103001,民营,是,是,100`);
  yield ["enterprises.csv", `${roster.join("\n")}\n`];
  yield ["areas.csv", "区划代码,名称,上级代码,层级,生效日期\n990103001,城东街道,,镇街,2010-01-01\n"];
  const people = ["干部编号,姓名,所属工会,层级,任职起"];
  for (let n = 0; n < cadres; n++) people.push(`G${n},虚构干部${n},虚构总工会,区,2017-01-01`);
  yield ["cadres.csv", `${people.join("\n")}\n`];
  const visits = ["走访编号,走访日期,统一社会信用代码,干部编号,走访方式,任务类别,填报日期"];
  for (let n = 0; n < rows; n++) {
    const date = n % 100 === 7 ? day(n * 7).replaceAll("-", "/") : day(n * 7);
    visits.push(
      `V${n},${date},${firm((n * 13) % firms)},G${n % cadres},${methods[n % 3]},${tasks[n % 5]},${day(n * 7 + 3)}`,
    );
  }
  yield ["visits.csv", `${visits.join("\n")}\n`];
}
