-- Targets in the units of their indicators. Reads the dictionary (intake.indicators) and this room's register.

-- grain: one row per target, with the indicator it is for (if there is one) and its value in the indicator's unit
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
  left(period, 4) AS year, CASE WHEN period LIKE '%Q%' THEN period END AS quarter,
  CASE
    WHEN own_unit = 'rate' AND unit = '%' THEN (target / 100)::DECIMAL(18, 6)
    WHEN own_unit = 'yuan' AND unit = '万元' THEN (target * 10000)::DECIMAL(18, 2)
    WHEN own_unit = 'yuan' AND unit = '元' THEN target
    WHEN own_unit <> 'rate' AND unit = counted THEN target
  END AS target,
  nullif(quote, '') AS quote, _file, _line
FROM matched
ORDER BY _file, _line, indicator;

-- grain: one row per indicator and quarter with a target; one set for the quarter goes before one set for its year
CREATE OR REPLACE TABLE targets.by_quarter AS
SELECT indicator, quarters.quarter, CASE WHEN settled.quarter IS NULL THEN 'year' ELSE 'quarter' END AS span, target, quote
FROM targets.settled
JOIN calendar.quarters
  ON settled.quarter = quarters.quarter OR (settled.quarter IS NULL AND settled.year = quarters.year)
WHERE indicator IS NOT NULL AND target IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY indicator, quarters.quarter ORDER BY settled.quarter NULLS LAST, _file, _line) = 1
ORDER BY indicator, quarters.quarter;
