import type { Organisation } from "../organisation.ts";
import type { Method } from "../release.ts";
import { namedIndicators } from "./figures.ts";
import type { Foundation } from "./foundation.ts";
import { sha256 } from "./inbox.ts";
import { measureSql } from "./measure_sql.ts";

/** Settings that SQL reads, by their names or by how these begin. */
const settingsIn = (sql: string, settings: Organisation["settings"]): string[] => {
  const named = [...sql.matchAll(/'(\w+)'/g)].map(([, word = ""]) => word);
  return Object.entries(settings)
    .filter(([key]) => named.some((word) => word === key || (word.endsWith("_") && key.startsWith(word))))
    .map(([key, value]) => `${key}=${value}`)
    .sort();
};

/**
 * How every indicator is measured: the hash covers its query, the models below it, the settings that these read and
 * the first month of the year. Comments and line breaks do not count.
 */
export const methodsOf = (
  organisation: Organisation,
  foundations: ReadonlyMap<string, Foundation>,
): Method[] =>
  namedIndicators(organisation).map((indicator) => {
    const below = foundations.get(indicator.from)?.statements ?? [];
    const sql = [...below, measureSql(indicator, "quarter").replace(/\s+/g, " ").trim()].join(";\n");
    const { words, formula, reading, name } = indicator;
    const month = `first_month=${organisation.firstMonth}`;
    return {
      indicator: name,
      sha256: sha256([sql, month, ...settingsIn(sql, organisation.settings)].join("\n")),
      words,
      formula,
      reading,
    };
  });
