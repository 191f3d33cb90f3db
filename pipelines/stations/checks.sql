-- What the station registers must never say. No manager is named: file, line and station number lead to the row.

-- check: over_ceiling | error | 核定金额或拨付金额超过单站奖补上限 | the amount approved or paid for a station is above the ceiling
SELECT grants._file, grants._line, station_id, approved, paid
FROM stations.grants
CROSS JOIN stations.design
WHERE approved > each OR paid > each
ORDER BY ALL;

-- check: paid_before_acceptance | error | 拨付日期早于验收日期，以奖代补应先验收、后奖补 | a station was paid before it was accepted
SELECT _file, _line, station_id, accepted_on, paid_on
FROM stations.grants
WHERE paid_on < accepted_on
ORDER BY ALL;

-- check: paid_though_failed | error | 验收不合格的站点拨付了奖补资金 | a station that failed its acceptance was paid
SELECT _file, _line, station_id, accepted_on, paid_on, paid
FROM stations.grants
WHERE outcome = '不合格' AND (paid > 0 OR paid_on IS NOT NULL)
ORDER BY ALL;

-- check: paid_above_approved | error | 拨付金额超过核定金额 | more was paid than approved
SELECT _file, _line, station_id, approved, paid
FROM stations.grants
WHERE paid > approved
ORDER BY ALL;

-- check: total_above_ceiling | error | 累计拨付超过奖补总上限 | the payments to date are above the ceiling of the whole plan
SELECT NULL AS _file, NULL AS _line, quarter, paid, ceiling
FROM stations.plan
WHERE paid > ceiling
ORDER BY ALL;

-- check: approved_though_failed | warning | 验收不合格的站点仍有核定金额 | an amount is approved for a station that failed its acceptance
SELECT _file, _line, station_id, approved
FROM stations.grants
WHERE outcome = '不合格' AND approved > 0
ORDER BY ALL;

-- check: accepted_before_built | warning | 验收合格的站点没有建成，或验收日期早于建成日期 | a station passed its acceptance before it was built
SELECT grants._file, grants._line, station_id, accepted_on, built_on
FROM stations.grants
JOIN stations.sites USING (station_id)
WHERE outcome = '合格' AND (built_on IS NULL OR accepted_on < built_on)
ORDER BY ALL;

-- check: patrol_out_of_use | warning | 巡查当日站点不在投用期间，该次巡查不计入 | a patrol of a station that was not in use that day is not counted
SELECT _file, _line, station_id, patrolled_on
FROM stations.rounds
WHERE NOT counts
ORDER BY ALL;

-- check: same_place | warning | 两个站点的坐标完全相同 | two stations have the very same coordinates
SELECT _file, _line, station_id
FROM stations.sites
WHERE longitude IS NOT NULL AND latitude IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY longitude, latitude) > 1
ORDER BY ALL;
