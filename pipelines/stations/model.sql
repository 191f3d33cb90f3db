-- Stations: which are in use, what was paid for them and in which order, what patrols found.
-- Reads this room's registers, and of the rosters: area_identity, area_labels.
-- column: area | 所属县区代码；更名、撤并的归到现在的一个 | district code; renamed or merged ones are one
-- column: district | 县区当季的名称 | name of the district in that quarter
-- column: last_day | 季度最后一天 | last day of the quarter
-- column: built_on | 建成日期；没有写而已投用的取投用日期 | day it was built; where it is not said, the day its use began

-- grain: 共一行，计划站点数和每站最高补助 | one row, the designed number of stations and the most that one may get, in yuan
-- column: planned | 计划站点数 | stations planned
-- column: each | 每站最高补助（元） | the most that one station may get, in yuan
CREATE OR REPLACE TABLE stations.design AS
SELECT
  (SELECT CAST(value AS BIGINT) FROM settings WHERE name = 'stations_planned') AS planned,
  (SELECT CAST(value AS DECIMAL(18, 2)) FROM settings WHERE name = 'station_ceiling') AS each;

-- grain: 每行一个站点，连同使用的起止日；从未投用的起止皆空 | one row per station, with the first and the last day of its use; both empty where it never was in use
-- column: has_manager | 是否有管理员 | whether it has a manager
-- column: used_from | 投用的第一天 | first day of its use
-- column: used_to | 投用的最后一天；仍在用的为无穷 | last day of its use; infinite where it is in use
-- column: closed_from | 从哪天起停用 | first day on which it is closed
CREATE OR REPLACE TABLE stations.sites AS
WITH spells AS (
  SELECT
    *,
    -- A closed station that does not say since when cannot be told to have been in use on any day.
    opened_on IS NOT NULL AND (state = '投用' OR (state = '停用' AND closed_on IS NOT NULL)) AS ever_used
  FROM stations.stations
)
SELECT
  station_id,
  station_name,
  coalesce(identity, area) AS area,
  address,
  nullif(trim(manager), '') IS NOT NULL AS has_manager,
  state,
  CASE WHEN ever_used THEN opened_on END AS used_from,
  CASE WHEN ever_used THEN CASE state WHEN '停用' THEN closed_on ELSE DATE 'infinity' END END AS used_to,
  -- What is in use has been built, whether or not the day was written down.
  coalesce(built_on, CASE WHEN ever_used THEN opened_on END) AS built_on,
  CASE WHEN state = '停用' THEN coalesce(closed_on + 1, opened_on, built_on, DATE '-infinity') END AS closed_from,
  longitude,
  latitude,
  _file,
  _line
FROM spells
LEFT JOIN rosters.area_identity ON area_id = area;

-- grain: 每行一次巡查，归入巡查所在季度 | one row per patrol, in the quarter of its day; it counts where the station was in use that day
-- column: counts | 是否计入：当天站点在用 | whether it counts: the station was in use that day
CREATE OR REPLACE TABLE stations.rounds AS
SELECT
  quarter_of(patrolled_on) AS quarter,
  patrols.station_id,
  patrolled_on,
  sites.area,
  coalesce(patrolled_on BETWEEN used_from AND used_to, false) AS counts,
  open,
  items_due,
  items_intact,
  served,
  patrols._file,
  patrols._line
FROM stations.patrols
LEFT JOIN stations.sites USING (station_id);

-- grain: 每行一个季度末的一个在册站点 | one row per quarter and station on the register, as it stood on the quarter's last day
-- column: in_use | 季度末是否在用 | whether it is in use on the last day
-- column: built | 季度末是否已建成 | whether it is built by the last day
-- column: stage | 季度末的状态：在建、建成未用、在用、停用 | how it stands on the last day: being built, built and not used, in use, closed
-- column: patrolled | 季度内在用时是否有过巡查 | whether it was patrolled in the quarter while in use
CREATE OR REPLACE TABLE stations.station_quarters AS
WITH patrolled AS (
  SELECT DISTINCT quarter, station_id FROM stations.rounds WHERE counts
)
SELECT
  quarters.quarter,
  last_day,
  sites.station_id,
  station_name,
  area,
  address,
  state,
  has_manager,
  built_on,
  coalesce(last_day BETWEEN used_from AND used_to, false) AS in_use,
  coalesce(built_on <= last_day, false) AS built,
  CASE
    WHEN last_day BETWEEN used_from AND used_to THEN '在用'
    WHEN closed_from <= last_day THEN '停用'
    WHEN built_on <= last_day THEN '建成未用'
    ELSE '在建'
  END AS stage,
  patrolled.station_id IS NOT NULL AS patrolled,
  sites._file,
  sites._line
FROM stations.sites
CROSS JOIN calendar.quarters
LEFT JOIN patrolled ON patrolled.quarter = quarters.quarter AND patrolled.station_id = sites.station_id
ORDER BY quarters.quarter, sites.station_id;

-- grain: 每行一笔拨付，归入拨付所在季度 | one row per payment, in the quarter in which it was made
-- column: in_order | 是否验收合格后拨付 | whether it was paid after acceptance
-- column: finding | 问题：未验收先拨付，或验收不合格仍拨付 | what is wrong: paid before acceptance, or in spite of failing it
CREATE OR REPLACE TABLE stations.payments AS
SELECT
  quarter_of(paid_on) AS quarter,
  station_id,
  sites.area,
  paid_on,
  paid,
  outcome = '合格' AND paid_on >= accepted_on AS in_order,
  CASE WHEN outcome <> '合格' THEN '验收不合格仍拨付' WHEN paid_on < accepted_on THEN '未验收先拨付' END AS finding,
  accepted_on,
  outcome,
  grants._file,
  grants._line
FROM stations.grants
LEFT JOIN stations.sites USING (station_id)
WHERE paid_on IS NOT NULL AND paid > 0;

-- grain: 每行一个季度末已验收或已拨付的一个站点，均为当日情况 | one row per quarter and station inspected or paid by the quarter's last day, with what held on that day
-- column: inspected | 是否已验收 | whether it was inspected
-- column: accepted | 是否验收合格 | whether it was accepted
-- column: due_at_most | 最高可得补助（元）；未合格的为 0 | the most it is due, in yuan; 0 where it was not accepted
-- column: approved | 核定金额（元）；当日未验收的为空 | amount approved, in yuan; empty before the inspection
-- column: paid_on | 拨付日期；当日未拨付的为空 | day of payment; empty before it
-- column: paid | 截至当日拨付金额（元） | paid by that day, in yuan
-- column: was_paid | 是否已拨付 | whether it was paid
-- column: over_ceiling | 核定或拨付是否超过每站最高补助 | whether it was approved or paid more than the most that one may get
CREATE OR REPLACE TABLE stations.grants_to_date AS
WITH known AS (
  SELECT
    quarter,
    last_day,
    grants.*,
    accepted_on <= last_day AS inspected,
    paid_on <= last_day AND paid > 0 AS was_paid
  FROM stations.grants
  CROSS JOIN calendar.quarters
  WHERE accepted_on <= last_day OR paid_on <= last_day
)
SELECT
  quarter,
  last_day,
  known.station_id,
  sites.station_name,
  sites.area,
  accepted_on,
  inspected,
  inspected AND outcome = '合格' AS accepted,
  CASE WHEN inspected AND outcome = '合格' THEN each ELSE 0 END AS due_at_most,
  CASE WHEN inspected THEN approved END AS approved,
  CASE WHEN was_paid THEN paid_on END AS paid_on,
  CASE WHEN was_paid THEN paid ELSE 0 END AS paid,
  coalesce(was_paid, false) AS was_paid,
  greatest(CASE WHEN inspected THEN approved END, CASE WHEN was_paid THEN paid END) > each AS over_ceiling,
  known._file,
  known._line
FROM known
CROSS JOIN stations.design
LEFT JOIN stations.sites USING (station_id)
ORDER BY quarter, known.station_id;

-- grain: 每行一个季度，计划与季度末实际；没有报过名册（空表也算报过）的没有行 | one row per quarter, the whole plan against what was reached by its last day; none without a register, be it an empty one
-- column: planned | 计划站点数 | stations planned
-- column: in_use | 季度末在用站点数 | stations in use on the last day
-- column: ceiling | 补助总额上限（元） | the most that all may get, in yuan
-- column: paid | 截至季度末拨付金额（元）；没有验收奖补台账的为空 | paid by the last day, in yuan; empty where no grants were handed in
CREATE OR REPLACE TABLE stations.plan AS
WITH used AS (
  SELECT quarter, count(*) FILTER (WHERE in_use) AS in_use FROM stations.station_quarters GROUP BY quarter
),
spent AS (
  SELECT quarter, sum(paid) AS paid FROM stations.grants_to_date GROUP BY quarter
)
SELECT
  quarter,
  planned,
  coalesce(in_use, 0) AS in_use,
  CAST(planned * each AS DECIMAL(18, 2)) AS ceiling,
  -- Before the first grant nothing was paid; where no grants were handed in at all, nobody knows.
  CAST(CASE WHEN EXISTS (SELECT station_id FROM stations.grants) THEN coalesce(paid, 0) END AS DECIMAL(18, 2)) AS paid
FROM calendar.quarters
CROSS JOIN stations.design
LEFT JOIN used USING (quarter)
LEFT JOIN spent USING (quarter)
WHERE EXISTS (SELECT register FROM intake.files WHERE register = 'stations')
ORDER BY quarter;

-- grain: 每行一个季度末建成而未用的一个站点 | one row per quarter and station that is built and not in use on the quarter's last day
-- column: days_idle | 建成到季度末的天数 | days since it was built
CREATE OR REPLACE TABLE stations.built_not_used AS
SELECT
  stands.quarter, station_id, station_name, area, zh AS district, stage, built_on,
  date_diff('day', built_on, last_day) AS days_idle
FROM stations.station_quarters AS stands
LEFT JOIN rosters.area_labels ON area_labels.value = area AND area_labels.quarter = stands.quarter
WHERE built AND NOT in_use;

-- grain: 每行一个季度中在用而没有巡查的一个站点 | one row per quarter and station in use that was not patrolled in it
-- column: days_since_patrol | 季度末距上次巡查的天数；空为从未巡查 | days since the latest patrol; empty where there was none
CREATE OR REPLACE TABLE stations.unpatrolled AS
WITH seen AS (
  SELECT quarters.quarter, station_id, max(patrolled_on) AS last_patrol
  FROM stations.rounds
  JOIN calendar.quarters ON patrolled_on <= last_day
  WHERE counts
  GROUP BY quarters.quarter, station_id
)
SELECT
  stands.quarter, stands.station_id, station_name, area, zh AS district,
  date_diff('day', last_patrol, last_day) AS days_since_patrol
FROM stations.station_quarters AS stands
LEFT JOIN seen ON seen.quarter = stands.quarter AND seen.station_id = stands.station_id
LEFT JOIN rosters.area_labels ON area_labels.value = area AND area_labels.quarter = stands.quarter
WHERE in_use AND NOT patrolled;

-- grain: 每行一个季度末在用而没有管理员的一个站点，只有编号 | one row per quarter and station in use without a manager; numbers only, no names
CREATE OR REPLACE TABLE stations.without_manager AS
SELECT stands.quarter, station_id, area, zh AS district
FROM stations.station_quarters AS stands
LEFT JOIN rosters.area_labels ON area_labels.value = area AND area_labels.quarter = stands.quarter
WHERE in_use AND NOT has_manager;

-- grain: 每行一个季度末验收合格而还没有拨付的一个站点 | one row per quarter and accepted station that had not been paid by the quarter's last day
-- column: days_waiting | 验收到季度末的天数 | days since the acceptance
CREATE OR REPLACE TABLE stations.accepted_unpaid AS
SELECT
  dues.quarter, station_id, station_name, area, zh AS district, accepted_on, approved,
  date_diff('day', accepted_on, last_day) AS days_waiting
FROM stations.grants_to_date AS dues
LEFT JOIN rosters.area_labels ON area_labels.value = area AND area_labels.quarter = dues.quarter
WHERE accepted AND NOT was_paid;

-- grain: 每行一个季度末超过最高补助的一个站点 | one row per quarter and station above the ceiling by the quarter's last day
CREATE OR REPLACE TABLE stations.over_ceiling AS
SELECT quarter, station_id, area, approved, paid
FROM stations.grants_to_date
WHERE over_ceiling;

-- grain: 每行一笔未验收先拨付或验收不合格仍拨付的款 | one row per payment made before acceptance or for a station that failed it
CREATE OR REPLACE TABLE stations.out_of_order AS
SELECT quarter, station_id, area, finding, accepted_on, paid_on, paid
FROM stations.payments
WHERE NOT in_order;

-- grain: 每行一个站点及其名称 | one row per station, with the name it goes by
CREATE OR REPLACE TABLE stations.station_labels AS
SELECT station_id AS value, CAST(NULL AS VARCHAR(6)) AS quarter, station_name AS zh, 'station ' || station_id AS en
FROM stations.stations
ORDER BY value;

-- grain: 每行一个有坐标的站点 | one row per station with coordinates: degrees east and north
CREATE OR REPLACE TABLE stations.station_places AS
SELECT station_id AS value, longitude AS x, latitude AS y
FROM stations.sites
WHERE longitude IS NOT NULL AND latitude IS NOT NULL
ORDER BY value;

-- grain: 每行一个有这类站点的县区：坐标的平均，精确到百万分之一度 | one row per district with such stations: the mean of their coordinates, to a millionth of a degree
CREATE OR REPLACE TABLE stations.area_places AS
WITH sums AS (
  SELECT
    area,
    count(*) AS n,
    sum(CAST(CAST(longitude AS DECIMAL(12, 6)) * 1000000 AS BIGINT)) AS micro_x,
    sum(CAST(CAST(latitude AS DECIMAL(12, 6)) * 1000000 AS BIGINT)) AS micro_y
  FROM stations.sites
  WHERE longitude IS NOT NULL AND latitude IS NOT NULL
  GROUP BY area
)
SELECT
  area AS value,
  CAST(CAST(micro_x // n AS DECIMAL(12, 0)) * 0.000001 AS DECIMAL(12, 6)) AS x,
  CAST(CAST(micro_y // n AS DECIMAL(12, 0)) * 0.000001 AS DECIMAL(12, 6)) AS y
FROM sums
ORDER BY value;
