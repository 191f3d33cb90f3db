import { formatValue } from "../../format.ts";
import { words } from "../../words.ts";
import { aligned } from "../columns.ts";
import { Failure } from "../failure.ts";
import { figuresOf, namedIndicators } from "../figures.ts";
import { keepingOf } from "../figures_kept_file.ts";
import { alone } from "../lock.ts";
import { asOf, data, json, out } from "../options.ts";
import { noQuarter, quarterSaid } from "../quarter_said.ts";
import { isSet, text, type Verb } from "../verb.ts";
import { openWarehouse } from "../warehouse.ts";
import { fillWarehouse } from "./ingest.ts";

/** Figures are measured from the files as they lie there now, so the warehouse is built first. */
export const figures: Verb = {
  name: "figures",
  words: words("列出各项指标", "lists the figures"),
  options: {
    quarter: { type: "string", value: "2018Q4", words: words("只要这个季度", "this quarter only") },
    indicator: {
      type: "string",
      value: "ROOM.NAME",
      words: words("只要这项指标，写作“业务.指标”", "this indicator only, written room.indicator"),
    },
    json,
    data,
    out,
    "as-of": asOf,
  },
  run: async (call) => {
    const { quarter, indicator } = call.options;
    const indicators = new Map(namedIndicators(call.organisation).map((i) => [i.name, i]));
    if (indicator !== undefined && !indicators.has(String(indicator)))
      throw new Failure(
        `没有名为 ${indicator} 的指标；不带 --indicator 运行可看到全部`,
        `there is no indicator ${indicator}; run without --indicator to see all`,
      );
    if (quarter !== undefined) quarterSaid(quarter, "--quarter 2018Q4");
    await alone(text(call, "out"), () => fillWarehouse(call));
    const warehouse = await openWarehouse(text(call, "out"));
    try {
      const measured = await figuresOf(
        warehouse,
        call.organisation,
        ({ name }) => indicator === undefined || name === indicator,
        false,
        indicator === undefined ? keepingOf(call) : undefined,
      );
      const wanted = measured.filter(
        (f) => f.span === "quarter" && (quarter === undefined || f.quarter === quarter),
      );
      if (quarter !== undefined && wanted.length === 0)
        throw noQuarter(String(quarter), [...new Set(measured.map((f) => f.quarter))].sort());
      if (isSet(call, "json")) {
        const plain = wanted.map(({ indicator, quarter, by, value, numerator, denominator, unit }) => ({
          indicator,
          quarter,
          by,
          value,
          numerator,
          denominator,
          unit,
        }));
        call.say(JSON.stringify(plain, null, 1));
        return 0;
      }
      const rows = wanted.map((f) => [
        f.quarter,
        f.indicator,
        indicators.get(f.indicator)?.words[call.lang] ?? "",
        f.label?.[call.lang] ?? Object.values(f.by)[0] ?? "",
        formatValue(f.value, f.unit, call.lang),
        f.denominator === null ? "" : `${f.numerator ?? "—"} / ${f.denominator}`,
      ]);
      for (const line of aligned(rows, [4, 5])) call.say(line);
      return 0;
    } finally {
      warehouse.close();
    }
  },
};
