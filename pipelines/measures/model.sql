-- Measures: what was spent, paid and held under the ten measures, and which enterprises it reached.
-- Reads this room's registers, and of the rosters: enterprises, enterprise_quarters, area_identity, area_labels.
-- column: area | 所属镇街代码；更名、撤并的归到现在的一个 | township code; renamed or merged ones are one
-- column: township | 镇街当季的名称 | name of the township in that quarter
-- column: has_stipend | 本年截至季度末是否已享受主席岗位补助 | whether it got the chairman's stipend in the year by the last day
-- column: has_insurance | 本年截至季度末是否已享受互助保险补助 | whether it got the subsidy for mutual insurance by then

-- grain: 共一行，措施有记录的起止日：第一笔和最后一笔支出、补助或活动 | one row, the days between which the measures are known: first and last payment, subsidy or activity
-- column: first_day | 最早的一天 | first such day
-- column: last_day | 最晚的一天 | last such day
CREATE OR REPLACE TABLE measures.known_days AS
SELECT min(day) AS first_day, max(day) AS last_day
FROM (
  SELECT spent_day AS day FROM measures.spending
  UNION ALL SELECT paid_day FROM measures.subsidies
  UNION ALL SELECT held_day FROM measures.activities
);

-- grain: 每行一个措施有记录的季度 | one row per quarter in which the measures are known
-- column: first_day | 季度第一天 | first day of the quarter
-- column: last_day | 季度最后一天 | last day of the quarter
CREATE OR REPLACE TABLE measures.known_quarters AS
SELECT quarters.quarter, quarters.year, quarters.first_day, quarters.last_day
FROM calendar.quarters
JOIN measures.known_days ON quarters.first_day <= known_days.last_day AND quarters.last_day >= known_days.first_day
ORDER BY quarter;

-- grain: 每行一个季度中的一项措施及其名称 | one row per measure and quarter, with its name
CREATE OR REPLACE TABLE measures.measure_labels AS
SELECT measure_id AS value, quarter, measure_name AS zh, measure_name AS en
FROM measures.measures
CROSS JOIN measures.known_quarters
ORDER BY value, quarter;

-- grain: 每行一笔支出，连同同一预算到这一笔为止的累计 | one row per payment, with what was spent of the same budget up to and with it
-- column: spent_so_far | 同一预算到这一笔为止的累计支出（元） | spent of the same budget up to and with this payment, in yuan
CREATE OR REPLACE TABLE measures.spending_log AS
SELECT quarter, year, spending_id, measure_id, funding, source, spent_day, amount, budget,
  -- A pooled budget is given anew every year; any other is given once.
  sum(amount) OVER (
    PARTITION BY measure_id, CASE WHEN funding = '每年整合' THEN year END ORDER BY spent_day, spending_id
  ) AS spent_so_far,
  spending._file, spending._line
FROM measures.spending
JOIN measures.measures USING (measure_id)
JOIN measures.known_quarters ON spent_day BETWEEN known_quarters.first_day AND known_quarters.last_day
ORDER BY spent_day, spending_id;

-- grain: 每行一笔补助 | one row per subsidy paid
CREATE OR REPLACE TABLE measures.subsidy_log AS
SELECT quarter, year, subsidy_id, kind, enterprise_id, coalesce(identity, area) AS area, ownership, workers, paid_day,
  amount, subsidies._file, subsidies._line
FROM measures.subsidies
JOIN measures.known_quarters ON paid_day BETWEEN known_quarters.first_day AND known_quarters.last_day
LEFT JOIN rosters.enterprises USING (enterprise_id)
LEFT JOIN rosters.area_identity ON area_id = area
ORDER BY paid_day, subsidy_id;

-- grain: 每行一次活动 | one row per activity
CREATE OR REPLACE TABLE measures.activity_log AS
SELECT quarter, year, activity_id, measure_id, target_unit, held_day, participants, activities._file, activities._line
FROM measures.activities
JOIN measures.measures USING (measure_id)
JOIN measures.known_quarters ON held_day BETWEEN known_quarters.first_day AND known_quarters.last_day
ORDER BY held_day, activity_id;

-- grain: 每行一项已启动的措施，连同第一笔支出、补助或第一次活动的日期 | one row per measure that has begun, with the day of its first payment, subsidy or activity
-- column: first_day | 启动日期 | day on which it began
CREATE OR REPLACE TABLE measures.begun AS
WITH days AS (
  SELECT measure_id, spent_day AS day FROM measures.spending
  UNION ALL
  SELECT measure_id, held_day FROM measures.activities
  UNION ALL
  -- A subsidy names no measure: it belongs to the one whose name holds the kind of subsidy.
  SELECT measure_id, paid_day FROM measures.subsidies JOIN measures.measures ON position(kind IN measure_name) > 0
)
SELECT measure_id, min(day) AS first_day FROM days GROUP BY measure_id ORDER BY measure_id;

-- grain: 每行一个季度中的一项措施，连同截至季度末的进展 | one row per measure and quarter, with what had come of it by the quarter's last day
-- column: spent | 截至季度末累计支出（元）；每年整合的资金按年计 | spent by the last day, in yuan; pooled money counts by the year
-- column: activities | 本年截至季度末的活动次数 | activities in the year by the last day
-- column: participants | 本年截至季度末的参加人数 | participants in the year by the last day
-- column: under_way | 季度末是否已启动 | whether it was under way by the last day
CREATE OR REPLACE TABLE measures.measure_quarters AS
WITH spent AS (
  SELECT so_far.quarter, measure_id, sum(amount) AS spent
  FROM measures.spending_log
  JOIN measures.known_quarters AS so_far
    ON spent_day <= so_far.last_day AND (funding <> '每年整合' OR spending_log.year = so_far.year)
  GROUP BY so_far.quarter, measure_id
),
held AS (
  SELECT so_far.quarter, measure_id, count(*) AS activities, sum(participants) AS participants
  FROM measures.activity_log
  JOIN measures.known_quarters AS so_far ON held_day <= so_far.last_day AND activity_log.year = so_far.year
  GROUP BY so_far.quarter, measure_id
)
SELECT known_quarters.quarter, measure_id, measure_name, funding, target, target_unit, budget,
  coalesce(spent.spent, 0) AS spent, coalesce(held.activities, 0) AS activities,
  coalesce(held.participants, 0) AS participants,
  coalesce(begun.first_day <= known_quarters.last_day, false) AS under_way, measures._file, measures._line
FROM measures.measures
CROSS JOIN measures.known_quarters
LEFT JOIN measures.begun USING (measure_id)
LEFT JOIN spent ON spent.quarter = known_quarters.quarter AND spent.measure_id = measures.measure_id
LEFT JOIN held ON held.quarter = known_quarters.quarter AND held.measure_id = measures.measure_id
ORDER BY known_quarters.quarter, measure_id;

-- grain: 每行一项季度末还没有启动的措施 | one row per measure that was not under way by the quarter's last day
CREATE OR REPLACE TABLE measures.not_begun AS
SELECT quarter, measure_id, measure_name, funding, budget FROM measures.measure_quarters WHERE NOT under_way;

-- grain: 每行一个季度中应享受补助的一家企业：民营，职工人数达到规定 | one row per quarter and enterprise to be reached: private, with at least the number of workers that is set
CREATE OR REPLACE TABLE measures.eligible AS
WITH received AS (
  SELECT so_far.quarter, enterprise_id, kind
  FROM measures.subsidy_log
  JOIN measures.known_quarters AS so_far ON paid_day <= so_far.last_day AND subsidy_log.year = so_far.year
  GROUP BY so_far.quarter, enterprise_id, kind
  -- What was paid back in full was not received.
  HAVING sum(amount) > 0
)
SELECT roster.quarter, enterprise_id, area, workers,
  (roster.quarter, enterprise_id, '主席岗位补助') IN (SELECT quarter, enterprise_id, kind FROM received) AS has_stipend,
  (roster.quarter, enterprise_id, '互助保险') IN (SELECT quarter, enterprise_id, kind FROM received) AS has_insurance,
  _file, _line
FROM rosters.enterprise_quarters AS roster
JOIN measures.known_quarters ON known_quarters.quarter = roster.quarter
WHERE ownership = '民营'
  AND workers >= (SELECT CAST(value AS BIGINT) FROM settings WHERE name = 'subsidy_least_workers')
ORDER BY roster.quarter, enterprise_id;

-- grain: 每行一个季度中应享受而本年还没有享受齐两项补助的一家企业 | one row per quarter and enterprise to be reached, named, with what it has not received since the year began
CREATE OR REPLACE TABLE measures.not_reached AS
SELECT eligible.quarter, enterprise_id, enterprise_name, zh AS township, eligible.area, eligible.workers, has_stipend,
  has_insurance
FROM measures.eligible
JOIN rosters.enterprises USING (enterprise_id)
LEFT JOIN rosters.area_labels ON area_labels.quarter = eligible.quarter AND value = eligible.area
WHERE NOT has_stipend OR NOT has_insurance
ORDER BY eligible.quarter, eligible.area, enterprise_id;

-- grain: 每行一个季度中还没有享受主席岗位补助的一家企业 | one row per quarter and enterprise to be reached without the stipend
CREATE OR REPLACE TABLE measures.without_stipend AS
SELECT quarter, enterprise_id, enterprise_name, township, area, workers FROM measures.not_reached WHERE NOT has_stipend;

-- grain: 每行一个季度中还没有享受互助保险补助的一家企业 | one row per quarter and enterprise to be reached without mutual insurance
CREATE OR REPLACE TABLE measures.without_insurance AS
SELECT quarter, enterprise_id, enterprise_name, township, area, workers FROM measures.not_reached WHERE NOT has_insurance;
