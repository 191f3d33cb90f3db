-- Visits: who was visited, whose duty is met, what was asked and what became of it.
-- Reads this room's registers, and of the rosters: links, enterprises, above_scale_spells, area_identity, area_labels,
-- enterprise_quarters, cadre_quarters.
-- column: area | 所属镇街代码；更名、撤并的归到现在的一个 | township code; renamed or merged ones are one
-- column: township | 镇街当季的名称 | name of the township in that quarter
-- column: last_day | 季度最后一天 | last day of the quarter
-- column: kind | 问题类别 | kind of problem
-- column: level | 干部的层级（区县级、镇街级） | the cadre's level: district or township

-- A name as it is compared: without spaces, brackets in half width, as names are looked up on the rosters.
CREATE OR REPLACE MACRO visits.folded(called) AS
  lower(translate(regexp_replace(called, '[\s\x{3000}]', '', 'g'), '（）＆', '()&'));

-- grain: 共一行，有走访记录的起止日：从第一次走访所在季度的第一天，到最后一次走访的当天 | one row, the days between which visits are known: from the first quarter with a visit to the last day of one
-- column: first_day | 第一次走访所在季度的第一天 | first day of the quarter of the first visit
-- column: last_day | 最后一次走访的日期 | day of the last visit
CREATE OR REPLACE TABLE visits.known_days AS
SELECT quarters.first_day, latest.last_day
FROM (SELECT min(visit_day) AS first_visit, max(visit_day) AS last_day FROM visits.visits) AS latest
JOIN calendar.quarters ON first_visit BETWEEN quarters.first_day AND quarters.last_day;

-- grain: 每行一次走访 | one row per visit
-- column: enterprise_day | 企业和日期，走访家次按它去重 | enterprise and day, which enterprise visits are counted by
-- column: by_proxy | 是否代访；没有写的作否 | whether somebody stood in for the cadre; no where nothing is said
-- column: logged | 是否写了填报日期 | whether the day of logging is given
-- column: logged_in_time | 是否在规定天数内填报 | whether it was logged within the days set
-- each: visits.visits
CREATE OR REPLACE VIEW visits.visit_log AS
SELECT quarter_of(visit_day) AS quarter, substr(CAST(visit_day AS VARCHAR(10)), 1, 7) AS month, visit_day,
  enterprise_id, enterprise_id || '@' || CAST(visit_day AS VARCHAR(10)) AS enterprise_day,
  coalesce(identity, area) AS area, ownership, cadre_id, coalesce(by_proxy, false) AS by_proxy, method, tasks,
  logged_day IS NOT NULL AS logged,
  coalesce(
    date_diff('day', visit_day, logged_day)
      BETWEEN 0 AND (SELECT CAST(value AS INTEGER) FROM settings WHERE name = 'visit_logging_days'),
    false
  ) AS logged_in_time,
  visits._file, visits._line
FROM visits.visits
LEFT JOIN rosters.enterprises USING (enterprise_id)
LEFT JOIN rosters.area_identity ON area_id = area;

-- grain: 每行一名干部、一家企业、一个月：该月干部本人走访过该企业 | one row per cadre, enterprise and month in which the cadre visited it
-- each: visits.visits
CREATE OR REPLACE TABLE visits.visited_months AS
SELECT DISTINCT cadre_id, enterprise_id, substr(CAST(visit_day AS VARCHAR(10)), 1, 7) AS month
FROM (SELECT DISTINCT cadre_id, enterprise_id, visit_day FROM visits.visits WHERE NOT coalesce(by_proxy, false)) AS own;

-- grain: 每行一名干部、一家企业、一个月：该月已走访，或由人代访 | one row per cadre, enterprise and month in which the cadre visited it, or was stood in for
CREATE OR REPLACE TABLE visits.duty_kept AS
SELECT cadre_id, enterprise_id, month FROM visits.visited_months
UNION
-- 代访 counts for whoever was linked to the enterprise that day, not for the stand-in.
SELECT links.cadre_id, enterprise_id, month
FROM visits.visit_log
JOIN rosters.links ON link_type = '企业' AND target_id = enterprise_id
  AND visit_day BETWEEN linked_from AND coalesce(linked_to, DATE 'infinity')
WHERE by_proxy;

-- grain: 每行一名干部、一家联系企业、一个月：整月有联系，且有走访记录 | one row per cadre, linked enterprise and month in which the link held all month and visits are known
-- column: met | 该月是否已走访 | whether the duty was met in the month
CREATE OR REPLACE TABLE visits.link_months AS
WITH due AS (
  SELECT cadre_id, target_id AS enterprise_id, month, quarter, min_by(_file, linked_from) AS _file,
    min_by(_line, linked_from) AS _line
  FROM rosters.links
  JOIN calendar.months ON linked_from <= months.first_day AND coalesce(linked_to, DATE 'infinity') >= months.last_day
  JOIN visits.known_days ON months.first_day BETWEEN known_days.first_day AND known_days.last_day
  WHERE link_type = '企业'
  GROUP BY cadre_id, target_id, month, quarter
)
SELECT due.quarter, due.month, due.cadre_id, due.enterprise_id, coalesce(identity, enterprises.area) AS area,
  CASE cadres.level WHEN '区' THEN '区县级' WHEN '镇街' THEN '镇街级' END AS level,
  duty_kept.cadre_id IS NOT NULL AS met, due._file, due._line
FROM due
LEFT JOIN visits.duty_kept USING (cadre_id, enterprise_id, month)
LEFT JOIN rosters.enterprises USING (enterprise_id)
LEFT JOIN rosters.area_identity ON area_id = enterprises.area
LEFT JOIN rosters.cadres ON cadres.cadre_id = due.cadre_id
ORDER BY quarter, month, cadre_id, enterprise_id;

-- grain: 每行一个月中应走访而没有走访的一对联系 | one row per link and month that was due and not met
CREATE OR REPLACE TABLE visits.unmet_links AS
SELECT link_months.quarter, month, cadre_id, enterprise_id, enterprise_name, link_months.area, zh AS township
FROM visits.link_months
LEFT JOIN rosters.enterprises USING (enterprise_id)
LEFT JOIN rosters.area_labels ON value = link_months.area AND area_labels.quarter = link_months.quarter
WHERE NOT met;

-- grain: 每行一个月中至少有一家应走访的一名干部 | one row per cadre and month in which at least one link of the cadre was due
-- column: met | 该月是否走访过联系企业 | whether the cadre made a visit that counts in the month
CREATE OR REPLACE TABLE visits.cadre_months AS
WITH active AS (SELECT DISTINCT cadre_id, month FROM visits.duty_kept)
SELECT quarter, month, link_months.cadre_id, level, active.cadre_id IS NOT NULL AS met, min(_file) AS _file,
  min_by(_line, (_file, _line)) AS _line
FROM visits.link_months
LEFT JOIN active USING (cadre_id, month)
GROUP BY quarter, month, link_months.cadre_id, level, active.cadre_id
ORDER BY quarter, month, cadre_id;

-- grain: 每行一个季度中实地走访过的一家企业 | one row per quarter and enterprise visited on site in it
-- each: visits.visits
CREATE OR REPLACE TABLE visits.visited_on_site AS
SELECT DISTINCT quarter_of(visit_day) AS quarter, enterprise_id FROM visits.visits WHERE method = '实地';

-- grain: 每行一个季度开始前已列入、季度末仍为规上的一家企业 | one row per quarter and enterprise that was above scale before the quarter began and still on its last day
-- column: covered | 季度内是否实地走访过 | whether it was visited on site in the quarter
CREATE OR REPLACE TABLE visits.above_scale_due AS
SELECT quarters.quarter, quarters.last_day, enterprise_id, enterprise_name, coalesce(identity, area) AS area, ownership,
  visited.enterprise_id IS NOT NULL AS covered, enterprises._file, enterprises._line
FROM calendar.quarters
JOIN visits.known_days
  ON quarters.first_day <= known_days.last_day AND quarters.last_day >= known_days.first_day
JOIN rosters.above_scale_spells ON listed_from < quarters.first_day AND listed_to >= quarters.last_day
JOIN rosters.enterprises USING (enterprise_id)
LEFT JOIN rosters.area_identity ON area_id = area
LEFT JOIN visits.visited_on_site AS visited USING (quarter, enterprise_id)
ORDER BY quarter, enterprise_id;

-- grain: 每行一个季度末有联系的一名干部与一个对象，更名的镇街归到现在的一个 | one row per quarter and cadre linked on its last day, with the target's stable identity
-- column: target | 联系对象：企业代码，或现在的镇街代码 | whom the cadre is linked to: an enterprise's code, or the township's present one
CREATE OR REPLACE TABLE visits.links_on_last_day AS
SELECT DISTINCT quarter, link_type, coalesce(identity, target_id) AS target, cadre_id
FROM rosters.links
JOIN calendar.quarters ON quarters.last_day BETWEEN linked_from AND coalesce(linked_to, DATE 'infinity')
LEFT JOIN rosters.area_identity ON link_type = '镇街' AND area_id = target_id;

-- grain: 每行一个季度中应走访而没有实地走访的一家规上企业 | one row per quarter and above-scale enterprise that was due and not visited on site
-- column: cadre_ids | 联系干部的编号；企业没有联系的，取其镇街的 | numbers of the cadres who answer for it, or else for its township
-- column: days_since_visit | 季度末距上次实地走访的天数；空为从未走访 | days since the latest visit on site; empty where there was none
CREATE OR REPLACE TABLE visits.unvisited AS
WITH answering AS (
  SELECT quarter, link_type, target, string_agg(cadre_id, '、' ORDER BY cadre_id) AS cadre_ids
  FROM visits.links_on_last_day
  GROUP BY quarter, link_type, target
),
seen AS (
  SELECT due.quarter, due.enterprise_id, max(visit_day) AS last_visit
  FROM visits.above_scale_due AS due
  JOIN visits.visit_log AS log
    ON log.enterprise_id = due.enterprise_id AND method = '实地' AND visit_day <= due.last_day
  WHERE NOT covered
  GROUP BY due.quarter, due.enterprise_id
)
SELECT due.quarter, due.enterprise_id, enterprise_name, due.area, zh AS township,
  -- Who answers for the enterprise itself, else who answers for its township.
  coalesce(own.cadre_ids, local.cadre_ids) AS cadre_ids,
  date_diff('day', last_visit, due.last_day) AS days_since_visit, due._file, due._line
FROM visits.above_scale_due AS due
LEFT JOIN seen USING (quarter, enterprise_id)
LEFT JOIN answering AS own
  ON own.quarter = due.quarter AND own.link_type = '企业' AND own.target = due.enterprise_id
LEFT JOIN answering AS local
  ON local.quarter = due.quarter AND local.link_type = '镇街' AND local.target = due.area
LEFT JOIN rosters.area_labels ON area_labels.quarter = due.quarter AND value = due.area
WHERE NOT covered
ORDER BY quarter, area, enterprise_id;

-- grain: 每行一个季度末在任的一名干部 | one row per quarter and cadre in post on its last day
-- column: links | 联系企业数 | enterprises the cadre is linked to
-- column: off_design | 比应联系的多几家（负为少） | how many more than designed; negative where fewer
CREATE OR REPLACE TABLE visits.cadre_links AS
WITH linked AS (
  SELECT quarter, cadre_id, count(*) AS links
  FROM visits.links_on_last_day
  WHERE link_type = '企业'
  GROUP BY quarter, cadre_id
),
design AS (SELECT CAST(value AS BIGINT) AS links FROM settings WHERE name = 'visit_links_per_cadre')
SELECT cadre_quarters.quarter, cadre_id, union_name, level, coalesce(linked.links, 0) AS links,
  coalesce(linked.links, 0) - (SELECT links FROM design) AS off_design, _file, _line
FROM rosters.cadre_quarters
LEFT JOIN linked USING (quarter, cadre_id)
ORDER BY quarter, cadre_id;

-- grain: 每行一个季度末联系企业数与应联系数不符的一名干部 | one row per quarter and cadre whose number of links is not the designed one
CREATE OR REPLACE TABLE visits.links_off_design AS
SELECT quarter, cadre_id, union_name, links, off_design FROM visits.cadre_links WHERE off_design <> 0;

-- grain: 每行一个季度中的一家重点服务企业 | one row per quarter and key enterprise
-- column: linked | 季度末是否有干部联系 | whether a cadre is linked to it on the last day
CREATE OR REPLACE TABLE visits.key_enterprises AS
WITH linked AS (SELECT DISTINCT quarter, target FROM visits.links_on_last_day WHERE link_type = '企业')
SELECT roster.quarter, enterprise_id, area, target IS NOT NULL AS linked, _file, _line
FROM rosters.enterprise_quarters AS roster
LEFT JOIN linked ON linked.quarter = roster.quarter AND target = enterprise_id
WHERE key_service
ORDER BY roster.quarter, enterprise_id;

-- grain: 每行一个季度末没有干部联系的一家重点服务企业 | one row per quarter and key enterprise that no cadre is linked to
CREATE OR REPLACE TABLE visits.unlinked AS
SELECT unlinked.quarter, enterprise_id, enterprise_name, unlinked.area, zh AS township
FROM visits.key_enterprises AS unlinked
JOIN rosters.enterprises USING (enterprise_id)
LEFT JOIN rosters.area_labels ON area_labels.quarter = unlinked.quarter AND value = unlinked.area
WHERE NOT linked;

-- grain: 每行一次走访中完成的一项任务 | one row per visit and task done in it
-- column: kind | 任务类别 | task
-- each: visits.visits
CREATE OR REPLACE VIEW visits.visit_tasks AS
SELECT quarter, unnest(string_split(tasks, '、')) AS kind, enterprise_id, enterprise_day, area, method, _file, _line
FROM visits.visit_log
WHERE tasks <> '';

-- grain: 每行一个季度中的一家企业和在该企业完成过的一项任务 | one row per quarter, enterprise and task that was done there in it
-- column: kind | 任务类别 | task
-- each: visits.visits
CREATE OR REPLACE TABLE visits.tasks_done AS
-- Each list of tasks is taken apart once, not once for every visit.
SELECT DISTINCT quarter_of(visit_day) AS quarter, unnest(string_split(tasks, '、')) AS kind, enterprise_id
FROM (SELECT DISTINCT visit_day, tasks, enterprise_id FROM visits.visits WHERE tasks <> '') AS lists;

-- grain: 每行一个季度、一项任务、一个镇街，连同季度末有联系的重点服务企业数 | one row per quarter, task and township, with the key enterprises linked there on the quarter's last day
-- column: kind | 任务类别 | task
-- column: due | 有联系的重点服务企业数 | key enterprises that a cadre is linked to
-- column: reached | 其中本年截至季度末做过该任务的企业数 | those of them where the task was done in the year by the last day
CREATE OR REPLACE TABLE visits.task_reach AS
WITH kinds AS (
  SELECT unnest(string_split(value, '、')) AS kind FROM settings WHERE name = 'visit_tasks'
),
due AS (
  SELECT quarter, area, count(*) AS enterprises FROM visits.key_enterprises WHERE linked GROUP BY quarter, area
),
done AS (
  -- From the start of the year: the tasks are the year's work, not each quarter's.
  SELECT DISTINCT so_far.quarter, kind, enterprise_id
  FROM visits.tasks_done
  JOIN calendar.quarters AS own ON own.quarter = tasks_done.quarter
  JOIN calendar.quarters AS so_far ON so_far.year = own.year AND so_far.last_day >= own.last_day
),
reached AS (
  SELECT quarter, kind, area, count(*) AS enterprises
  FROM done
  JOIN visits.key_enterprises USING (quarter, enterprise_id)
  WHERE linked
  GROUP BY quarter, kind, area
)
SELECT quarter, kind, area, due.enterprises AS due, coalesce(reached.enterprises, 0) AS reached
FROM due
CROSS JOIN kinds
LEFT JOIN reached USING (quarter, kind, area)
ORDER BY quarter, kind, area;

-- grain: 每行一个问题，连同归入季度所依据的日期 | one row per problem, with the days that place it in quarters
-- column: due_day | 应办结日期：办理时限；没有写的，提出所在季度的末日 | day by which it was due: its deadline, else the end of the quarter in which it was raised
-- column: closed_day | 办结日期；没有办结的为空 | day it was closed; empty where it is not
CREATE OR REPLACE TABLE visits.problem_days AS
SELECT problem_id, raised_day, party, problem_kind AS kind, handled_by, deadline, state, satisfaction,
  coalesce(identity, area) AS area,
  coalesce(deadline, (SELECT last_day FROM calendar.quarters WHERE quarter = quarter_of(raised_day))) AS due_day,
  CASE WHEN state = '办结' THEN closed_day END AS closed_day, problems._file, problems._line
FROM visits.problems
LEFT JOIN visits.visits ON visits.visit_id = problems.visit_id
LEFT JOIN rosters.enterprises ON enterprises.enterprise_id = coalesce(problems.enterprise_id, visits.enterprise_id)
LEFT JOIN rosters.area_identity ON area_id = area;

-- grain: 每行一个问题，归入提出所在季度 | one row per problem, in the quarter in which it was raised
CREATE OR REPLACE TABLE visits.problems_raised AS
SELECT quarter_of(raised_day) AS quarter, problem_id, party, kind, area, _file, _line FROM visits.problem_days;

-- grain: 每行一个受理的问题，归入应办结所在季度 | one row per problem taken on, in the quarter in which it fell due
-- column: closed | 季度末是否已办结 | whether it was closed by the last day
-- column: has_deadline | 是否写了办理时限 | whether it has a deadline
-- column: on_time | 是否在办理时限内办结 | whether it was closed by its deadline
CREATE OR REPLACE TABLE visits.problems_due AS
SELECT quarters.quarter, quarters.last_day, problem_id, party, kind, area, handled_by, state, due_day,
  coalesce(closed_day <= quarters.last_day, false) AS closed,
  deadline IS NOT NULL AS has_deadline, coalesce(closed_day <= deadline, false) AS on_time, _file, _line
FROM visits.problem_days
JOIN calendar.quarters ON due_day BETWEEN quarters.first_day AND quarters.last_day
WHERE state <> '不予受理';

-- grain: 每行一个本季度应办结、季度末没有办结的问题 | one row per problem that fell due in the quarter and was open on its last day
-- column: days_over | 超过应办结日期的天数 | days past the day it was due
CREATE OR REPLACE TABLE visits.problems_open AS
SELECT quarter, problem_id, kind, handled_by, state, due_day, date_diff('day', due_day, last_day) AS days_over, area,
  _file, _line
FROM visits.problems_due
WHERE NOT closed;

-- grain: 每行一个季度末在办的受理问题，不论何时提出 | one row per quarter and problem taken on that was open on its last day, whenever it was raised
-- column: age | 提出至季度末的时长，分四档 | time since it was raised, in four bands
CREATE OR REPLACE TABLE visits.problems_on_hand AS
WITH open AS (
  SELECT quarter, last_day, problem_days.*, date_diff('day', raised_day, last_day) AS days_open
  FROM visits.problem_days
  JOIN calendar.quarters ON raised_day <= last_day
  WHERE state <> '不予受理' AND (closed_day IS NULL OR closed_day > last_day)
)
SELECT quarter, problem_id, kind, party, area,
  CASE WHEN days_open <= 30 THEN '1: 30天以内' WHEN days_open <= 90 THEN '2: 31—90天'
    WHEN days_open <= 180 THEN '3: 91—180天' ELSE '4: 半年以上' END AS age,
  _file, _line
FROM open
ORDER BY quarter, problem_id;

-- grain: 每行一个问题，归入办结所在季度 | one row per problem, in the quarter in which it was closed
-- column: followed_up | 是否已回访 | whether it was followed up
-- column: satisfied | 是否满意或基本满意 | whether satisfied or fairly satisfied
CREATE OR REPLACE TABLE visits.problems_closed AS
SELECT quarter_of(closed_day) AS quarter, problem_id, party, kind, area,
  coalesce(satisfaction, '未回访') <> '未回访' AS followed_up,
  coalesce(satisfaction IN ('满意', '基本满意'), false) AS satisfied, _file, _line
FROM visits.problem_days
WHERE closed_day IS NOT NULL;

-- grain: 每行一条建议在其年度中的一个季度 | one row per proposal and quarter of its year
-- column: done | 入选且季度末已完成 | voted in and done by the last day
-- column: due | 入选且季度末已到完成时限 | voted in and due by the last day
-- column: on_time | 是否在完成时限内完成 | whether it was done by its deadline
-- column: days_over | 季度末超过完成时限的天数（负为未到） | days past the deadline on the last day; negative before it
CREATE OR REPLACE TABLE visits.proposal_quarters AS
SELECT quarters.quarter, proposal_id, proposal, origin, votes, lead_unit, deadline, chosen,
  chosen AND coalesce(done_day <= quarters.last_day, false) AS done,
  chosen AND coalesce(deadline <= quarters.last_day, false) AS due, coalesce(done_day <= deadline, false) AS on_time,
  date_diff('day', deadline, quarters.last_day) AS days_over, _file, _line
FROM visits.proposals
JOIN calendar.quarters ON quarters.year = substr(proposals.year, 1, 4)
ORDER BY quarters.quarter, proposal_id;

-- grain: 每行一条入选而季度末没有完成的建议 | one row per proposal voted in and not done by the quarter's last day
-- column: days_over | 超过完成时限的天数；未到的为空 | days past the deadline; empty before it
CREATE OR REPLACE TABLE visits.task_list_open AS
SELECT quarter, proposal_id, proposal, origin, lead_unit, deadline, CASE WHEN days_over > 0 THEN days_over END AS days_over
FROM visits.proposal_quarters
WHERE chosen AND NOT done;

-- grain: 每行一个季度中的一条以前年度入选、本季度所在年度开始前没有完成的建议 | one row per quarter and proposal voted in in an earlier year and not done before this one began
-- column: list_year | 列入清单的年度 | year of its list
-- column: done | 季度末是否已完成 | whether it was done by the last day
CREATE OR REPLACE TABLE visits.proposals_carried AS
WITH years AS (
  -- The calendar may begin within a year: the year's first day is counted back from the quarter's.
  SELECT quarter, year, last_day,
    CAST(first_day - to_months(3 * (CAST(substr(quarter, 6, 1) AS INTEGER) - 1)) AS DATE) AS year_began
  FROM calendar.quarters
)
SELECT years.quarter, proposal_id, substr(proposals.year, 1, 4) AS list_year, proposal, origin, lead_unit, deadline,
  coalesce(done_day <= years.last_day, false) AS done, _file, _line
FROM visits.proposals
JOIN years ON years.year > substr(proposals.year, 1, 4) AND coalesce(done_day >= year_began, true)
WHERE chosen
ORDER BY years.quarter, proposal_id;

-- grain: 每行一条结转而季度末仍没有完成的建议 | one row per proposal carried over and not done by the quarter's last day
CREATE OR REPLACE TABLE visits.carried_open AS
SELECT quarter, proposal_id, list_year, proposal, lead_unit, deadline FROM visits.proposals_carried WHERE NOT done;
