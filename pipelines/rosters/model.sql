-- Rosters: what the denominators are made of. Reads the registers of this room and the calendar.
-- The last day of a period (失效, 退出, 离任, 终止) still belongs to the period.

-- grain: one row per area code
CREATE OR REPLACE TABLE rosters.area_identity AS
WITH RECURSIVE latest AS (
  -- A code may stand in several dated rows: its last row says what it is, its last successor where it went.
  SELECT area_id, max_by(level, valid_from) AS level, max_by(parent_id, valid_from) AS parent_id,
    max_by(successor_id, valid_from) FILTER (WHERE successor_id IS NOT NULL AND successor_id <> area_id) AS successor_id
  FROM rosters.areas
  GROUP BY area_id
),
chain AS (
  SELECT area_id, area_id AS reached, 0 AS step FROM latest
  UNION ALL
  SELECT chain.area_id, next.area_id, step + 1
  FROM chain
  JOIN latest ON latest.area_id = chain.reached
  JOIN latest AS next ON next.area_id = latest.successor_id
  WHERE step < 10 -- no area was renamed ten times; ends a circle, which checks.sql reports
),
ends AS (
  SELECT area_id, max_by(reached, step) AS identity FROM chain GROUP BY area_id
)
SELECT ends.area_id, ends.identity, latest.level, coalesce(parent.identity, latest.parent_id) AS parent_identity
FROM ends
JOIN latest ON latest.area_id = ends.identity
LEFT JOIN ends AS parent ON parent.area_id = latest.parent_id
ORDER BY ends.area_id;

-- grain: one row per area identity and quarter, with the name it bore on the quarter's last day
CREATE OR REPLACE TABLE rosters.area_labels AS
SELECT area_identity.identity AS value, quarters.quarter, areas.name AS zh, areas.name AS en
FROM rosters.areas
JOIN rosters.area_identity USING (area_id)
CROSS JOIN calendar.quarters
-- The newest name that was valid by then; before the first one, the first.
QUALIFY row_number() OVER (
  PARTITION BY area_identity.identity, quarters.quarter
  ORDER BY valid_from <= last_day DESC, CASE WHEN valid_from <= last_day THEN valid_from END DESC, valid_from, area_id
) = 1
ORDER BY value, quarter;

-- grain: one row per enterprise that was ever above scale; an open end is infinite
CREATE OR REPLACE TABLE rosters.above_scale_spells AS
SELECT enterprise_id,
  coalesce(above_scale_from, DATE '-infinity') AS listed_from,
  coalesce(above_scale_to, CASE WHEN above_scale THEN DATE 'infinity' END) AS listed_to
FROM rosters.enterprises
WHERE above_scale OR above_scale_to IS NOT NULL
ORDER BY enterprise_id;

-- grain: one row per enterprise on the roster and quarter
CREATE OR REPLACE TABLE rosters.enterprise_quarters AS
SELECT quarters.quarter, enterprise_id, coalesce(identity, area) AS area, ownership, key_service,
  coalesce(last_day BETWEEN listed_from AND listed_to, false) AS above_scale, workers, members,
  enterprises._file, enterprises._line
FROM rosters.enterprises
CROSS JOIN calendar.quarters
LEFT JOIN rosters.above_scale_spells USING (enterprise_id)
LEFT JOIN rosters.area_identity ON area_id = area
ORDER BY quarter, enterprise_id;

-- grain: one row per cadre in post on the quarter's last day and quarter
CREATE OR REPLACE TABLE rosters.cadre_quarters AS
SELECT quarter, cadre_id, union_name,
  CASE level WHEN '区' THEN '区县级' ELSE '镇街级' END AS level, _file, _line
FROM rosters.cadres
JOIN calendar.quarters ON last_day BETWEEN from_day AND coalesce(to_day, DATE 'infinity')
ORDER BY quarter, cadre_id;

-- grain: one row per return that was due: a register, a unit and a quarter, with what came
CREATE OR REPLACE TABLE rosters.returns AS
WITH due AS (
  SELECT returns_due.period AS quarter, registers.register, registers.zh AS register_name, returns_due.unit_name, due_day,
    returns_due._file, returns_due._line
  FROM rosters.returns_due
  JOIN intake.registers ON trim(returns_due.register_name) IN (registers.zh, registers.register)
),
sent AS (
  -- A file is a return for the 期别 it states; where it states none, for the quarters its rows lie in.
  SELECT files.register, files.unit_name, coalesce(files.period, quarters.quarter) AS quarter, files.read AS rows,
    -- A file that states a 期别 and no day has that quarter's last day in its place: it cannot be called late.
    files.filed
  FROM intake.files
  LEFT JOIN intake.quarters ON files.period IS NULL AND quarters.path = files.path
)
SELECT due.quarter, due.register, due.register_name, due.unit_name, due.due_day,
  count(sent.register) > 0 AS received,
  count(sent.register) > 0 AND coalesce(min(sent.filed), due.due_day) > due.due_day AS late,
  count(sent.register) > 0 AND sum(sent.rows) = 0 AS zero, due._file, due._line
FROM due
LEFT JOIN sent ON sent.register = due.register AND translate(trim(sent.unit_name), '（）', '()') = translate(trim(due.unit_name), '（）', '()') AND sent.quarter = due.quarter
GROUP BY due.quarter, due.register, due.register_name, due.unit_name, due.due_day, due._file, due._line
ORDER BY due.quarter, due.register, due.unit_name;

-- grain: one row per quarter and register with returns due
CREATE OR REPLACE TABLE rosters.completeness AS
SELECT quarter, register, count(*) AS due, count(*) FILTER (WHERE received) AS received,
  count(*) FILTER (WHERE late) AS late, count(*) FILTER (WHERE zero) AS zero,
  count(*) FILTER (WHERE NOT received) AS missing
FROM rosters.returns
GROUP BY ALL
ORDER BY quarter, register;
