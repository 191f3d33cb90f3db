-- check: decline_kept | warning | 复查有一项下降，结论却是保留；任何一项下降都应摘牌 | recheck with a decline that concluded in keeping the plaque; any decline ought to end the naming
SELECT _file, _line, canteen_id, rechecked_on, safety, service, satisfaction
FROM canteens.recheck_log
WHERE declined AND NOT removed
ORDER BY ALL;

-- check: removal_without_reason | warning | 已摘牌而没有填摘牌原因 | plaque removed without a reason
SELECT _file, _line, canteen_id, removed_on
FROM canteens.namings
WHERE isfinite(removed_on) AND reasons IS NULL
ORDER BY ALL;

-- check: removal_not_entered | warning | 复查结论是摘牌，命名台账却没有摘牌日期，仍按命名有效计 | recheck that concluded in removal while the naming has no day of removal and still counts
SELECT DISTINCT namings._file, namings._line, canteen_id, rechecked_on
FROM canteens.recheck_log
JOIN canteens.namings USING (canteen_id)
WHERE removed AND named_on <= rechecked_on AND NOT isfinite(removed_on)
ORDER BY ALL;

-- check: removal_unfounded | warning | 摘牌原因写的那一项，复查台账里没有该食堂下降的记录 | removal for a decline that no recheck of the canteen has found
SELECT DISTINCT _file, _line, canteen_id, removed_on, reason
FROM canteens.removals
WHERE reason IN ('食品安全下降', '服务质量下降', '职工满意度下降') AND NOT EXISTS (
  FROM canteens.recheck_aspects
  WHERE recheck_aspects.canteen_id = removals.canteen_id AND trend = '降' AND aspect || '下降' = reason)
ORDER BY ALL;

-- check: recheck_unnamed | warning | 复查当日该食堂没有有效的命名，不计入复查率 | recheck of a canteen without a naming in force that day: it is not in the recheck rate
SELECT _file, _line, canteen_id, rechecked_on
FROM canteens.recheck_log
WHERE NOT EXISTS (
  FROM canteens.namings
  WHERE namings.canteen_id = recheck_log.canteen_id AND rechecked_on BETWEEN named_on AND removed_on)
ORDER BY ALL;

-- check: closed_still_named | warning | 食堂已停办而没有摘牌，仍按命名有效计 | canteen that has closed and kept its plaque: the naming still counts
SELECT _file, _line, canteen_id, closed_on
FROM canteens.namings
WHERE isfinite(closed_on) AND NOT isfinite(removed_on)
ORDER BY ALL;

-- check: named_while_fair | warning | 命名当日食堂的动态等级是“一般” | canteen that was graded fair on the day it was named
SELECT namings._file, namings._line, canteen_id, named_on
FROM canteens.namings
JOIN canteens.grade_spells USING (canteen_id)
WHERE grade = '一般' AND named_on >= graded_on AND named_on < next_on
ORDER BY ALL;

-- check: named_twice | warning | 同一食堂有两个同时有效的命名，只计一家 | canteen with two namings in force at once: it counts once
SELECT DISTINCT one._file, one._line, canteen_id, one.named_on
FROM canteens.namings AS one
JOIN canteens.namings AS other USING (canteen_id)
WHERE one.named_on <> other.named_on AND one.named_on < other.removed_on AND other.named_on < one.removed_on
ORDER BY ALL;

-- check: after_closing | warning | 食堂停办以后还有评定、考评、复查或测评 | something is recorded of a canteen after it closed
WITH done AS (
  SELECT _file, _line, canteen_id, graded_on AS day FROM canteens.grades
  UNION ALL SELECT _file, _line, canteen_id, assessed_on FROM canteens.assessments
  UNION ALL SELECT _file, _line, canteen_id, rechecked_on FROM canteens.rechecks
  UNION ALL SELECT _file, _line, canteen_id, surveyed_on FROM canteens.surveys
)
SELECT done._file, done._line, canteen_id, day, closed_on
FROM done
JOIN canteens.roster USING (canteen_id)
WHERE day > closed_on
ORDER BY ALL;

-- check: survey_blank | warning | 满意、基本满意、不满意之和少于收回份数，差的按未作答留在满意率分母里 | answers that add up to less than was returned: the rest count as blank and stay in the denominator
SELECT _file, _line, canteen_id, surveyed_on, returned, answered
FROM canteens.survey_log
WHERE answered < returned
ORDER BY ALL;

-- check: survey_above_diners | warning | 发出问卷多于就餐人数 | more questionnaires given out than there are diners
SELECT survey_log._file, survey_log._line, canteen_id, surveyed_on, sent, diners
FROM canteens.survey_log
JOIN canteens.roster USING (canteen_id)
WHERE sent > diners
ORDER BY ALL;

-- check: fair_adds_up | error | 季末“一般”食堂不等于年初基数中仍为“一般”的加上新降的 | fair canteens that are not what is still fair of the base and what came after it
WITH still AS (
  SELECT quarter, count(*) FILTER (WHERE exit = '仍为一般') AS canteens FROM canteens.fair_cohort GROUP BY quarter
)
SELECT NULL AS _file, NULL AS _line, quarter,
  count(*) FILTER (WHERE grade = '一般') AS fair, count(*) FILTER (WHERE grade = '一般' AND NOT in_base) AS later
FROM canteens.grade_quarters
LEFT JOIN still USING (quarter)
GROUP BY quarter, still.canteens
HAVING fair <> later + coalesce(still.canteens, 0)
ORDER BY ALL;
