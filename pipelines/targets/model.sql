-- Targets in the units of their indicators. Reads the dictionary (intake.indicators) and this room's register.

-- grain: 每行一条目标，连同所指的指标（有的话）和按指标单位换算的值 | one row per target, with the indicator it is for (if there is one) and its value in the indicator's unit
-- column: indicator | 所指的指标，写作“业务.指标”；空为对不上 | the indicator, written room.indicator; empty where none fits
-- column: own_unit | 指标的单位代号 | id of the indicator's unit
-- column: said_unit | 目标上写的单位 | unit that the target states
-- column: year | 年度 | year
-- column: quarter | 季度，写作 2018Q4；全年目标为空 | quarter, written 2018Q4; empty for a target of the year
-- column: target | 目标值，按指标的单位（比率为 0 到 1，金额为元）；空为单位对不上 | target in the indicator's unit (rates from 0 to 1, money in yuan); empty where the units do not fit
CREATE OR REPLACE TABLE targets.settled AS
WITH dictionary AS (
  SELECT indicator, indicators.zh, unit AS own_unit, counted, room, rooms.zh AS room_name
  FROM intake.indicators
  JOIN intake.rooms USING (room)
),
matched AS (
  SELECT targets.*, dictionary.*
  FROM targets.targets
  LEFT JOIN dictionary
    ON trim(indicator_name) = indicator
    OR (trim(indicator_name) = dictionary.zh AND coalesce(trim(programme), room) IN (room, room_name))
)
SELECT indicator, own_unit, unit AS said_unit, indicator_name,
  substr(period, 1, 4) AS year, CASE WHEN period LIKE '%Q%' THEN period END AS quarter,
  CASE
    WHEN own_unit = 'rate' AND unit = '%' THEN CAST(target * 0.01 AS DECIMAL(18, 6))
    WHEN own_unit = 'yuan' AND unit = '万元' THEN CAST(target * 10000 AS DECIMAL(18, 2))
    WHEN own_unit = 'yuan' AND unit = '元' THEN target
    WHEN own_unit <> 'rate' AND unit = counted THEN target
  END AS target,
  nullif(quote, '') AS quote, _file, _line
FROM matched
ORDER BY _file, _line, indicator;

-- grain: 每行一个季度中有目标的一项指标；有季度目标的先于全年目标 | one row per indicator and quarter with a target; one set for the quarter goes before one set for its year
-- column: indicator | 指标，写作“业务.指标” | the indicator, written room.indicator
-- column: span | quarter 季度目标，year 全年目标 | quarter: set for the quarter; year: for its year
-- column: target | 目标值，按指标的单位（比率为 0 到 1，金额为元） | target in the indicator's unit (rates from 0 to 1, money in yuan)
CREATE OR REPLACE TABLE targets.by_quarter AS
WITH applying AS (
  SELECT indicator, quarters.quarter, CASE WHEN settled.quarter IS NULL THEN 'year' ELSE 'quarter' END AS span, target,
    quote,
    row_number() OVER (
      PARTITION BY indicator, quarters.quarter ORDER BY settled.quarter NULLS LAST, _file, _line
    ) AS place
  FROM targets.settled
  JOIN calendar.quarters
    ON settled.quarter = quarters.quarter OR (settled.quarter IS NULL AND settled.year = quarters.year)
  WHERE indicator IS NOT NULL AND target IS NOT NULL
)
SELECT indicator, quarter, span, target, quote
FROM applying
WHERE place = 1
ORDER BY indicator, quarter;
