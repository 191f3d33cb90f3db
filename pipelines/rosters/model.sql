-- Rosters: what the denominators are made of. Reads the registers of this room and the calendar.
-- The last day of a period (失效, 退出, 离任, 终止) still belongs to the period.
-- column: area | 所属镇街代码；更名、撤并的归到现在的一个 | township code; renamed or merged ones are one

-- grain: 每行一个区划代码 | one row per area code
-- column: identity | 现在的区划代码；没有更名、撤并的即本身 | code that it goes by now: its own where it was not renamed or merged
-- column: level | 层级（市、区县、镇街） | level: city, district or township
-- column: parent_identity | 上级现在的区划代码 | code that its parent goes by now
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

-- grain: 每行一个季度中的一个地区，名称为季度末的名称 | one row per area identity and quarter, with the name it bore on the quarter's last day
-- column: value | 地区代码，更名、撤并的归到现在的一个 | area code; renamed or merged ones are one
CREATE OR REPLACE TABLE rosters.area_labels AS
WITH named AS (
  SELECT area_identity.identity AS value, quarters.quarter, areas.name,
    -- The newest name that was valid by then; before the first one, the first.
    row_number() OVER (
      PARTITION BY area_identity.identity, quarters.quarter
      ORDER BY valid_from <= last_day DESC, CASE WHEN valid_from <= last_day THEN valid_from END DESC, valid_from, area_id
    ) AS place
  FROM rosters.areas
  JOIN rosters.area_identity USING (area_id)
  CROSS JOIN calendar.quarters
)
SELECT value, quarter, name AS zh, name AS en
FROM named
WHERE place = 1
ORDER BY value, quarter;

-- grain: 每行一家曾经列入规上的企业；没有起止的为无穷 | one row per enterprise that was ever above scale; an open end is infinite
-- column: listed_from | 从哪天起为规上 | first day above scale
-- column: listed_to | 规上的最后一天 | last day above scale
CREATE OR REPLACE TABLE rosters.above_scale_spells AS
SELECT enterprise_id,
  coalesce(above_scale_from, DATE '-infinity') AS listed_from,
  coalesce(above_scale_to, CASE WHEN above_scale THEN DATE 'infinity' END) AS listed_to
FROM rosters.enterprises
WHERE above_scale OR above_scale_to IS NOT NULL
ORDER BY enterprise_id;

-- grain: 每行一个季度中的一家在册企业 | one row per enterprise on the roster and quarter
-- column: above_scale | 季度末是否规上 | whether it is above scale on the last day
CREATE OR REPLACE TABLE rosters.enterprise_quarters AS
SELECT quarters.quarter, enterprise_id, coalesce(identity, area) AS area, ownership, key_service,
  coalesce(last_day BETWEEN listed_from AND listed_to, false) AS above_scale, workers, members,
  enterprises._file, enterprises._line
FROM rosters.enterprises
CROSS JOIN calendar.quarters
LEFT JOIN rosters.above_scale_spells USING (enterprise_id)
LEFT JOIN rosters.area_identity ON area_id = area
ORDER BY quarter, enterprise_id;

-- grain: 每行一个季度末在任的一名干部 | one row per cadre in post on the quarter's last day and quarter
-- column: level | 层级（区县级、镇街级） | level: district or township
CREATE OR REPLACE TABLE rosters.cadre_quarters AS
SELECT quarter, cadre_id, union_name,
  CASE level WHEN '区' THEN '区县级' ELSE '镇街级' END AS level, _file, _line
FROM rosters.cadres
JOIN calendar.quarters ON last_day BETWEEN from_day AND coalesce(to_day, DATE 'infinity')
ORDER BY quarter, cadre_id;
