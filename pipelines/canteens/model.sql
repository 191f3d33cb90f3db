-- Canteens: which are named, how they are graded, what became of those that were only fair.
-- Reads this room's registers, and of the rosters: area_identity, area_labels.
-- A day that ends something (停办, 摘牌) is the first on which it no longer holds.
-- column: area | 所属区县代码；更名、撤并的归到现在的一个 | district code; renamed or merged ones are one
-- column: kind | 单位类型 | kind of unit that runs the canteen
-- column: district | 区县当季的名称 | name of the district in that quarter
-- column: last_day | 季度最后一天 | last day of the quarter

-- grain: 每行一个季度，从本业务台账记到的第一天所在季度起 | one row per quarter from the first day that this room's registers tell of
-- column: year_day | 该季度所在工作年度的第一天 | first day of the reporting year
CREATE OR REPLACE TABLE canteens.known_quarters AS
WITH days AS (
  SELECT graded_on AS day FROM canteens.grades
  UNION ALL SELECT assessed_on FROM canteens.assessments
  UNION ALL SELECT named_on FROM canteens.honours
  UNION ALL SELECT rechecked_on FROM canteens.rechecks
  UNION ALL SELECT surveyed_on FROM canteens.surveys
)
SELECT quarter, first_day, last_day,
  -- The calendar may begin within a year; the year began with its first quarter all the same.
  CAST(first_day - to_months(3 * (CAST(substr(quarter, 6, 1) AS INTEGER) - 1)) AS DATE) AS year_day
FROM calendar.quarters
WHERE last_day >= (SELECT min(day) FROM days)
ORDER BY quarter;

-- grain: 每行一个食堂 | one row per canteen
-- column: closed_on | 停办日期，当天起不再开办；没有停办的为无穷 | first day on which it is closed; infinite where it is open
CREATE OR REPLACE TABLE canteens.roster AS
SELECT canteen_id, unit_name, unit_kind AS kind, operation, diners, coalesce(identity, area) AS area,
  coalesce(closed_on, DATE 'infinity') AS closed_on, _file, _line
FROM canteens.canteens
LEFT JOIN rosters.area_identity ON area_id = area
ORDER BY canteen_id;

-- grain: 每行一次动态评级，管到下一次评级的前一天 | one row per dynamic grade, which holds until the day before the next one
-- column: next_on | 下一次动态评级的日期；没有的为无穷 | day of the next dynamic grade; infinite where there is none
-- column: since | 从哪天起一直是这个等级 | since when it has been of this grade without a break
CREATE OR REPLACE TABLE canteens.grade_spells AS
WITH following AS (
  SELECT canteen_id, grade, graded_on,
    lead(graded_on, 1, DATE 'infinity') OVER (PARTITION BY canteen_id ORDER BY graded_on) AS next_on,
    grade IS DISTINCT FROM lag(grade) OVER (PARTITION BY canteen_id ORDER BY graded_on) AS changed
  FROM canteens.grades
  WHERE grade_kind = '动态'
)
SELECT canteen_id, grade, graded_on, next_on,
  -- Since when it has been this grade without a break.
  max(CASE WHEN changed THEN graded_on END) OVER (PARTITION BY canteen_id ORDER BY graded_on) AS since
FROM following
ORDER BY canteen_id, graded_on;

-- grain: 每行一个季度中年初为“一般”的一个食堂，连同它的去向 | one row per quarter and canteen that was 一般 when the reporting year began, with what became of it
-- column: exit | 去向：停办、仍为一般、转为不评级、升级 | what became of it: closed, still fair, not rated any more, upgraded
CREATE OR REPLACE TABLE canteens.fair_cohort AS
SELECT quarters.quarter, canteen_id, unit_name, area, kind, operation,
  CASE
    WHEN closed_on <= quarters.last_day THEN '停办'
    WHEN latest.grade = '一般' THEN '仍为一般'
    WHEN latest.grade = '不评级' THEN '转为不评级'
    ELSE '升级'
  END AS exit, roster._file, roster._line
FROM canteens.known_quarters AS quarters
JOIN canteens.grade_spells AS base
  ON base.grade = '一般' AND base.graded_on < quarters.year_day AND base.next_on >= quarters.year_day
JOIN canteens.roster USING (canteen_id)
JOIN canteens.grade_spells AS latest
  ON latest.canteen_id = base.canteen_id AND quarters.last_day >= latest.graded_on
    AND quarters.last_day < latest.next_on
WHERE closed_on >= quarters.year_day
ORDER BY quarters.quarter, canteen_id;

-- grain: 每行一个季度末仍开办的一个食堂，连同当日有效的动态等级 | one row per quarter and canteen open on its last day, with the dynamic grade that holds that day
-- column: grade | 当日有效的动态等级；没有评过的为未评级 | dynamic grade that holds that day; 未评级 where there is none
-- column: graded | 是否评有等级（优秀、良好、一般） | whether it has one of the three grades
-- column: graded_on | 该等级的评定日期 | day on which that grade was given
-- column: since | 从哪天起一直是这个等级 | since when it has been of this grade without a break
-- column: in_base | 年初是否为“一般” | whether it was 一般 when the year began
CREATE OR REPLACE TABLE canteens.grade_quarters AS
WITH open AS (
  SELECT quarter, last_day, roster.*
  FROM canteens.known_quarters
  JOIN canteens.roster ON closed_on > last_day
),
base AS (SELECT quarter, canteen_id, true AS in_base FROM canteens.fair_cohort)
SELECT open.quarter, open.last_day, open.canteen_id, unit_name, area, zh AS district, kind, operation, diners,
  coalesce(grade, '未评级') AS grade, coalesce(grade IN ('优秀', '良好', '一般'), false) AS graded, since, graded_on,
  coalesce(in_base, false) AS in_base, open._file, open._line
FROM open
LEFT JOIN canteens.grade_spells AS spells
  ON spells.canteen_id = open.canteen_id AND last_day >= graded_on AND last_day < next_on
LEFT JOIN base ON base.quarter = open.quarter AND base.canteen_id = open.canteen_id
LEFT JOIN rosters.area_labels ON area_labels.quarter = open.quarter AND value = area
ORDER BY open.quarter, open.canteen_id;

-- grain: 每行一个季度末为“一般”的一个食堂 | one row per quarter and canteen that is 一般 on its last day
-- column: days_fair | 到季度末已“一般”多少天 | days it has been 一般 by the quarter's last day
CREATE OR REPLACE TABLE canteens.fair AS
SELECT quarter, canteen_id, unit_name, area, district, since, date_diff('day', since, last_day) AS days_fair, _file, _line
FROM canteens.grade_quarters
WHERE grade = '一般';

-- grain: 每行一个季度末没有动态等级的一个食堂 | one row per quarter and canteen without a dynamic grade on its last day
CREATE OR REPLACE TABLE canteens.ungraded AS
SELECT quarter, canteen_id, unit_name, area, district, diners, graded_on, _file, _line
FROM canteens.grade_quarters
WHERE NOT graded;

-- grain: 每行一次考评 | one row per assessment
-- column: mark | 达标线 | mark from which a standard is met
-- column: passed_all | 四项是否都达标 | whether all four standards are met
CREATE OR REPLACE TABLE canteens.assessment_log AS
WITH pass AS (SELECT CAST(value AS DECIMAL(18, 2)) AS mark FROM settings WHERE name = 'canteen_pass_mark')
SELECT quarter_of(assessed_on) AS quarter, canteen_id, area, kind, operation, safety, health, civility, service,
  safety >= mark AND health >= mark AND civility >= mark AND service >= mark AS passed_all, mark,
  assessments._file, assessments._line
FROM canteens.assessments
JOIN canteens.roster USING (canteen_id)
CROSS JOIN pass
ORDER BY assessed_on, canteen_id;

-- grain: 每行一次考评中的一项标准 | one row per assessment and standard
-- column: standard | 标准：安全、健康、文明、服务 | the standard: safety, health, civility, service
-- column: points | 得分 | mark given
-- column: passed | 是否达标 | whether it reaches the pass mark
CREATE OR REPLACE TABLE canteens.standard_marks AS
WITH marks AS (
  SELECT quarter, canteen_id, area, kind, operation, mark, _file, _line, standard,
    CASE standard WHEN '安全' THEN safety WHEN '健康' THEN health WHEN '文明' THEN civility ELSE service END AS points
  FROM canteens.assessment_log
  CROSS JOIN (VALUES ('安全'), ('健康'), ('文明'), ('服务')) AS standards (standard)
)
SELECT quarter, canteen_id, area, kind, operation, _file, _line, standard, points, points >= mark AS passed FROM marks;

-- grain: 每行一次命名，归入命名日期所在季度 | one row per naming, in the quarter of its day
-- column: removed_on | 摘牌日期，当天起不再有效；没有摘牌的为无穷 | first day without the plaque; infinite where it stands
-- column: closed_on | 停办日期；没有停办的为无穷 | first day on which the canteen is closed; infinite where it is open
CREATE OR REPLACE TABLE canteens.namings AS
SELECT quarter_of(named_on) AS quarter, canteen_id, unit_name, area, kind, operation, named_on,
  coalesce(removed_on, DATE 'infinity') AS removed_on, reasons, closed_on, honours._file, honours._line
FROM canteens.honours
JOIN canteens.roster USING (canteen_id)
ORDER BY named_on, canteen_id;

-- grain: 每行一个季度末命名仍有效的一个食堂 | one row per quarter and canteen whose naming is in force on its last day
CREATE OR REPLACE TABLE canteens.in_force AS
SELECT DISTINCT quarters.quarter, canteen_id, area, kind, operation
FROM canteens.known_quarters AS quarters
JOIN canteens.namings ON named_on <= quarters.last_day AND removed_on > quarters.last_day;

-- grain: 每行一个季度，连同应命名的家数 | one row per quarter, with the number of canteens to name
-- column: named | 季度末命名有效的食堂数 | canteens whose naming is in force on the last day
-- column: to_name | 计划命名的食堂数 | canteens to be named
CREATE OR REPLACE TABLE canteens.naming_quarters AS
SELECT quarters.quarter, count(canteen_id) AS named,
  (SELECT CAST(value AS BIGINT) FROM settings WHERE name = 'canteens_to_name') AS to_name
FROM canteens.known_quarters AS quarters
LEFT JOIN canteens.in_force USING (quarter)
GROUP BY quarters.quarter
ORDER BY quarters.quarter;

-- grain: 每行一次摘牌的一个原因，归入摘牌所在季度；没有写原因的摘牌为一行 | one row per removal and reason, in the quarter of the removal; a removal without a reason is one row
-- column: removed_on | 摘牌日期 | first day without the plaque
-- column: reason | 摘牌原因；空为没有写 | reason of the removal; empty where none is given
CREATE OR REPLACE TABLE canteens.removals AS
SELECT quarter_of(removed_on) AS quarter, canteen_id, area, kind, operation, removed_on,
  unnest(coalesce(string_split(reasons, '、'), [NULL])) AS reason, _file, _line
FROM canteens.namings
WHERE isfinite(removed_on);

-- grain: 每行一次复查 | one row per recheck
-- column: declined | 三项中是否有下降 | whether any of the three aspects declined
-- column: removed | 结论是否为摘牌 | whether the conclusion is to take the plaque away
CREATE OR REPLACE TABLE canteens.recheck_log AS
SELECT quarter_of(rechecked_on) AS quarter, canteen_id, area, kind, operation, rechecked_on, safety, service,
  satisfaction, '降' IN (safety, service, satisfaction) AS declined, conclusion = '摘牌' AS removed,
  rechecks._file, rechecks._line
FROM canteens.rechecks
JOIN canteens.roster USING (canteen_id)
ORDER BY rechecked_on, canteen_id;

-- grain: 每行一次复查中的一个方面 | one row per recheck and aspect
-- column: aspect | 方面：食品安全、服务质量、职工满意度 | aspect: food safety, service, workers' satisfaction
-- column: trend | 升、平或降 | up, level or down
CREATE OR REPLACE TABLE canteens.recheck_aspects AS
SELECT quarter, canteen_id, area, kind, operation, _file, _line, aspect,
  CASE aspect WHEN '食品安全' THEN safety WHEN '服务质量' THEN service ELSE satisfaction END AS trend
FROM canteens.recheck_log
CROSS JOIN (VALUES ('食品安全'), ('服务质量'), ('职工满意度')) AS aspects (aspect);

-- grain: 每行一个季度中到期应复查的一个食堂，按截至季度末的几个月计 | one row per quarter and canteen whose recheck is due in the months that end with the quarter
-- column: named_on | 命名日期；两次命名的取后一次 | day of naming, the later one of two
-- column: rechecked_on | 截至季度末最近一次复查的日期 | day of the latest recheck by the quarter's last day
-- column: rechecked | 期内是否已复查 | whether it was rechecked in those months
CREATE OR REPLACE TABLE canteens.recheck_due AS
WITH windows AS (
  SELECT quarter, last_day, CAST(last_day + 1 - to_months(CAST(value AS INTEGER)) AS DATE) AS first_day
  FROM canteens.known_quarters
  CROSS JOIN settings
  WHERE name = 'canteen_recheck_months'
),
seen AS (
  SELECT DISTINCT quarter, canteen_id
  FROM windows
  JOIN canteens.rechecks ON rechecked_on BETWEEN first_day AND last_day
),
latest AS (
  SELECT quarter, canteen_id, max(rechecked_on) AS rechecked_on
  FROM windows
  JOIN canteens.rechecks ON rechecked_on <= last_day
  GROUP BY quarter, canteen_id
),
due AS (
  SELECT windows.quarter, windows.last_day, namings.canteen_id, unit_name, area, kind, operation, named_on,
    latest.rechecked_on, seen.canteen_id IS NOT NULL AS rechecked, namings._file, namings._line,
    -- A canteen named twice is due once.
    row_number() OVER (PARTITION BY windows.quarter, namings.canteen_id ORDER BY named_on DESC) AS place
  FROM windows
  JOIN canteens.namings ON named_on < windows.first_day AND removed_on >= windows.first_day
  LEFT JOIN seen ON seen.quarter = windows.quarter AND seen.canteen_id = namings.canteen_id
  LEFT JOIN latest ON latest.quarter = windows.quarter AND latest.canteen_id = namings.canteen_id
  -- Whoever lost the plaque or closed before anybody came is no longer due.
  WHERE seen.canteen_id IS NOT NULL OR (removed_on > windows.last_day AND closed_on > windows.last_day)
)
SELECT quarter, last_day, canteen_id, unit_name, area, kind, operation, named_on, rechecked_on, rechecked, _file, _line
FROM due
WHERE place = 1
ORDER BY quarter, canteen_id;

-- grain: 每行一个季度中应复查而没有复查的一个命名食堂 | one row per quarter and named canteen that was due and not rechecked
-- column: days_since | 到季度末距上次复查（没有复查过的，距命名）的天数 | days since the latest recheck, or since its naming
CREATE OR REPLACE TABLE canteens.not_rechecked AS
SELECT due.quarter, canteen_id, unit_name, due.area, zh AS district, named_on,
  date_diff('day', coalesce(rechecked_on, named_on), due.last_day) AS days_since, due._file, due._line
FROM canteens.recheck_due AS due
LEFT JOIN rosters.area_labels ON area_labels.quarter = due.quarter AND value = due.area
WHERE NOT rechecked;

-- grain: 每行一次测评 | one row per survey
-- column: content | 满意和基本满意的份数 | answers satisfied or fairly satisfied
-- column: answered | 作答的份数 | answers in all
CREATE OR REPLACE TABLE canteens.survey_log AS
SELECT quarter_of(surveyed_on) AS quarter, canteen_id, area, kind, operation, surveyed_on, sent, returned,
  satisfied + fairly AS content, satisfied + fairly + dissatisfied AS answered, surveys._file, surveys._line
FROM canteens.surveys
JOIN canteens.roster USING (canteen_id)
ORDER BY surveyed_on, canteen_id;
