-- check: visit_name_against_code | warning | 企业名称与信用代码对应的不是同一家企业，统计以信用代码为准 | enterprise name that the roster does not know for this code; the code is counted
-- alike: _file, _line
WITH known AS (
  SELECT enterprise_id, visits.folded(enterprise_name) AS called FROM rosters.enterprises
  UNION ALL
  SELECT enterprise_id, visits.folded(unnest(string_split_regex(former_name, '[、,，;；]'))) FROM rosters.enterprises
),
named AS (SELECT DISTINCT enterprise_id, enterprise_name FROM visits.visits WHERE enterprise_name IS NOT NULL),
other AS (
  SELECT enterprise_id, enterprise_name
  FROM named
  SEMI JOIN known USING (enterprise_id)
  WHERE NOT EXISTS (
    FROM known WHERE known.enterprise_id = named.enterprise_id AND called = visits.folded(enterprise_name))
)
SELECT _file, _line, enterprise_id, enterprise_name
FROM visits.visits
SEMI JOIN other USING (enterprise_id, enterprise_name)
ORDER BY ALL;

-- check: proxy_for_nobody | warning | 代访当天该企业没有联系干部，这次走访不算完成任何人的走访任务 | visit by proxy to an enterprise that nobody was linked to that day: it meets nobody's duty
SELECT _file, _line, enterprise_id, visit_day
FROM visits.visit_log
WHERE by_proxy AND NOT EXISTS (
  FROM rosters.links
  WHERE link_type = '企业' AND target_id = enterprise_id
    AND visit_day BETWEEN linked_from AND coalesce(linked_to, DATE 'infinity'))
ORDER BY ALL;

-- check: visit_out_of_post | warning | 走访日期不在该干部的任职期间 | visit on a day when the cadre was not in post
-- alike: _file, _line
SELECT visits._file, visits._line, cadre_id, visit_day
FROM visits.visits
JOIN rosters.cadres USING (cadre_id)
WHERE visit_day NOT BETWEEN from_day AND coalesce(to_day, DATE 'infinity')
ORDER BY ALL;

-- check: visit_twice | warning | 同一干部同一天走访同一家企业，登记了不止一条 | one cadre's visit to one enterprise on one day, entered more than once
-- alike: coalesce(enterprise_id, enterprise_name), visit_day, coalesce(cadre_id, cadre_name)
-- By name where the rosters were never handed in and a row has no code.
SELECT _file, _line, enterprise_id, visit_day, cadre_id
FROM visits.visits
QUALIFY count(*) OVER (
  PARTITION BY coalesce(enterprise_id, enterprise_name), visit_day, coalesce(cadre_id, cadre_name)) > 1;

-- check: problem_without_place | warning | 按信用代码和走访编号都查不到问题所属的企业，无法归入镇街 | problem whose enterprise is found neither by its code nor by its visit, so it belongs to no township
SELECT _file, _line, problem_id
FROM visits.problem_days
WHERE area IS NULL
ORDER BY ALL;

-- check: problem_closed_unsaid | warning | 填了办结日期，办理状态却不是“办结”，统计时不算办结 | problem with a closing day whose state is not closed: it is not counted as closed
SELECT _file, _line, problem_id, state
FROM visits.problems
WHERE closed_day IS NOT NULL AND state <> '办结'
ORDER BY ALL;

-- check: proposal_done_unchosen | warning | 没有入选的建议填了完成日期，不计入任务清单 | proposal that was not voted in but has a day of completion: it is not on the task list
SELECT _file, _line, proposal_id
FROM visits.proposals
WHERE done_day IS NOT NULL AND NOT chosen
ORDER BY ALL;

-- check: coverage_adds_up | error | 未走访企业名单的家数与覆盖率的分母减分子对不上，请联系维护人员 | list of unvisited enterprises that is not denominator minus numerator: tell the maintainers
SELECT NULL AS _file, NULL AS _line, quarter, count(*) FILTER (WHERE NOT covered) AS uncovered
FROM visits.above_scale_due
GROUP BY quarter
HAVING count(*) FILTER (WHERE NOT covered) <> (SELECT count(*) FROM visits.unvisited WHERE unvisited.quarter = above_scale_due.quarter)
ORDER BY ALL;
