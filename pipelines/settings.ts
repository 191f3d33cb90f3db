import { tasks } from "./visits/tasks.ts";

/** Numbers the rules leave to the federation; models read them from the table `settings`. Decimal strings. */
export const settings: Readonly<Record<string, string>> = {
  /** Published: person counts from one up to this are withheld (exclusive). */
  disclosure_people: "10",
  /** Published: money of fewer cases is withheld. */
  disclosure_cases: "3",
  /** Published: money is withheld where all but the two largest cases make less than so many percent of the largest. */
  disclosure_dominance: "10",
  /** Personal data are kept for so many years from the end of the matter; 0 sets no limit. The law names no number (art. 19). */
  retention_years: "10",
  /** Where no completion is recorded: attended sessions ÷ sessions held that count as completed. */
  completion_attendance_rate: "0.6667",
  /** 爱心驿站: how many are planned. */
  stations_planned: "52",
  /** 爱心驿站: the most that one may get, in yuan (每个不超过2万元). */
  station_ceiling: "20000",
  /** 每人联系10家重点服务企业. */
  visit_links_per_cadre: "10",
  /** A visit is logged in time when 填报日期 is at most so many days after 走访日期. */
  visit_logging_days: "7",
  /** A quarter is published so many days after its end; a return filed later than that came after publication. */
  publication_days: "30",
  /** 支持民营企业十项措施: how many measures there are to be. */
  measures_planned: "10",
  /** 职工25人以上的民营企业: from so many workers on (inclusive) an enterprise is to get the subsidies. */
  subsidy_least_workers: "25",
  /** The ten tasks of a visit, in order. */
  visit_tasks: tasks.map((task) => task.zh).join("、"),
  /** 选树100家: how many canteens are to be named. */
  canteens_to_name: "100",
  /** Marks of a canteen that reach this, out of a hundred, pass. The source names no pass mark. */
  canteen_pass_mark: "60",
  /** A named canteen is rechecked once in so many months. The source does not say how often. */
  canteen_recheck_months: "3",
  /** 工友创业: what the year's budget must come to, in yuan; a year without such a number is not compared. */
  entrepreneurship_budget_2018: "17700000",
  /** 工友创业: parks to be named in the year, with and without the award. */
  entrepreneurship_parks_2018: "200",
  /** 工友创业: persons to be trained in a year, at least. */
  entrepreneurship_trained: "10000",
  /** 工友创业: persons to be helped to start up in a year, at least. */
  entrepreneurship_started: "2000",
  /** 工友创业: person-times of employment services in a year, at least. */
  entrepreneurship_services: "300000",
};
