-- check: flow_identity | error | 季初未结加本季受理，与本季结案加季末未结对不上，请联系维护人员 | open at start plus accepted is not closed plus open at end: tell the maintainers
WITH parts AS (
  SELECT quarter, level, 1 AS in_or_out, count(*) AS cases
  FROM legal_aid.cases_on_hand WHERE open_at_start GROUP BY ALL
  UNION ALL
  SELECT quarter, level, 1, count(*) FROM legal_aid.accepted_cases GROUP BY ALL
  UNION ALL
  SELECT quarter, level, -1, count(*) FROM legal_aid.closed_cases GROUP BY ALL
  UNION ALL
  SELECT quarter, level, -1, count(*) FROM legal_aid.cases_on_hand WHERE open_at_end GROUP BY ALL
)
SELECT NULL AS _file, NULL AS _line, quarter, level, sum(in_or_out * cases) AS difference
FROM parts
WHERE quarter IN (SELECT quarter FROM calendar.quarters)
GROUP BY quarter, level
HAVING sum(in_or_out * cases) <> 0
ORDER BY quarter, level;

-- check: carried_over | error | 季末未结件数与下一季的季初未结件数对不上，请联系维护人员 | cases open at a quarter's end are not those open at the next one's start: tell the maintainers
WITH ends AS (
  SELECT quarter, level, count(*) AS cases FROM legal_aid.cases_on_hand WHERE open_at_end GROUP BY ALL
),
starts AS (
  SELECT q.previous AS quarter, c.level, count(*) AS cases
  FROM legal_aid.cases_on_hand AS c
  JOIN calendar.quarters AS q ON q.quarter = c.quarter
  WHERE c.open_at_start GROUP BY ALL
)
SELECT NULL AS _file, NULL AS _line, quarter, level, ends.cases AS at_end, starts.cases AS at_next_start
FROM ends FULL JOIN starts USING (quarter, level)
WHERE quarter IN (SELECT previous FROM calendar.quarters)
  AND quarter IN (SELECT quarter FROM calendar.quarters)
  AND coalesce(ends.cases, 0) <> coalesce(starts.cases, 0)
ORDER BY quarter, level;

-- check: closed_before_accepted | error | 结案日期早于受理日期 | closed before it was accepted
SELECT _file, _line, case_id, accepted_on, closed_on
FROM legal_aid.cases
WHERE closed_on < accepted_on
ORDER BY _file, _line;

-- check: received_before_accepted | error | 到账日期早于该案件的受理日期 | money received before the case was accepted
SELECT r._file, r._line, r.voucher_id, r.case_id, c.accepted_on, r.received_on
FROM legal_aid.receipts AS r
JOIN legal_aid.cases AS c USING (case_id)
WHERE r.received_on < c.accepted_on
ORDER BY r._file, r._line;

-- check: received_over_confirmed | error | 案件的到账合计超过确认金额 | more was received than was confirmed
-- A confirmed amount written as 余 or 约 may be exceeded; a receipt written as 近 or 约 may be less than the number.
WITH received AS (
  SELECT case_id, sum(amount) AS amount, bool_or(coalesce(amount_bound IN ('<', '≈'), FALSE)) AS vague
  FROM legal_aid.receipts
  GROUP BY case_id
)
SELECT c._file, c._line, c.case_id, c.confirmed, received.amount AS received
FROM legal_aid.cases AS c
JOIN received USING (case_id)
WHERE received.amount > c.confirmed AND NOT vague AND coalesce(c.confirmed_bound, '') NOT IN ('≥', '≈')
ORDER BY c._file, c._line;

-- check: received_without_confirmed | warning | 案件已结案，也有到账，但没有填确认金额 | closed and paid, yet without a confirmed amount
SELECT c._file, c._line, c.case_id, c.closed_on
FROM legal_aid.cases AS c
WHERE c.closed_on IS NOT NULL AND c.confirmed IS NULL
  AND c.case_id IN (SELECT case_id FROM legal_aid.receipts)
ORDER BY c._file, c._line;

-- check: confirmed_without_outcome | warning | 填了确认金额，但没有填结案方式和结果，不计入挽回经济损失 | an amount is confirmed without an outcome, so it is not counted
SELECT _file, _line, case_id, closed_on, confirmed
FROM legal_aid.cases
WHERE confirmed > 0 AND closing IS NULL AND outcome IS NULL
ORDER BY _file, _line;

-- check: confirmed_without_success | warning | 填了确认金额，但既没有获得支持，也不是调解或和解，不计入挽回经济损失 | an amount is confirmed though nothing was granted or settled, so it is not counted
SELECT _file, _line, case_id, closing, outcome, confirmed
FROM legal_aid.cases
WHERE confirmed > 0
  AND (closing IS NOT NULL OR outcome IS NOT NULL)
  AND NOT coalesce(closing IN ('调解', '和解'), FALSE)
  AND NOT coalesce(outcome IN ('全部支持', '部分支持'), FALSE)
ORDER BY _file, _line;

-- check: amount_on_advice | error | 法律咨询、代拟法律文书或“仅咨询”结案的案件填了确认金额或避免损失金额 | an amount confirmed or avoided by mere advice or drafting
SELECT _file, _line, case_id, form, closing, confirmed, avoided
FROM legal_aid.cases
WHERE (form IN ('法律咨询', '代拟法律文书') OR coalesce(closing = '仅咨询', FALSE))
  AND (coalesce(confirmed, 0) > 0 OR coalesce(avoided, 0) > 0)
ORDER BY _file, _line;

-- check: adjudicated_without_outcome | warning | 以裁决或判决结案但没有填结果，计算胜诉率时按未胜诉计 | ended by award or judgment without an outcome, which counts as not won
SELECT _file, _line, case_id, closing, closed_on
FROM legal_aid.cases
WHERE closing IN ('仲裁裁决', '判决') AND outcome IS NULL AND closed_on IS NOT NULL
ORDER BY _file, _line;

-- check: outcome_against_closing | warning | 结案方式与结果互相矛盾，如撤回却填“全部支持” | the outcome contradicts the way of closing
SELECT _file, _line, case_id, closing, outcome
FROM legal_aid.cases
WHERE (closing IN ('撤回', '转出', '仅咨询') AND outcome IN ('全部支持', '部分支持', '不支持'))
   OR (closing IN ('调解', '和解') AND outcome IN ('不支持', '撤回'))
   OR (closing IN ('仲裁裁决', '判决') AND outcome = '撤回')
ORDER BY _file, _line;

-- check: confirmed_over_claimed | warning | 确认金额大于请求金额 | more was confirmed than was claimed
SELECT _file, _line, case_id, claimed, confirmed
FROM legal_aid.cases
WHERE confirmed > claimed
  AND coalesce(claimed_bound, '') NOT IN ('≥', '≈') AND coalesce(confirmed_bound, '') NOT IN ('<', '≈')
ORDER BY _file, _line;

-- check: amount_out_of_scale | warning | 金额与本单位的中位数相差千倍以上，请核对元和万元是否填混 | an amount a thousand times off its unit's median: see whether yuan and 万元 were mixed up
-- Reads intake.files: the reporting unit is the one that the file states, else the area. A unit with fewer than ten
-- amounts has no median of its own and is held against all.
WITH amounts AS (
  SELECT 'confirmed' AS field, coalesce(f.unit_name, c.area) AS unit, c.case_id, c.confirmed AS amount, c._file, c._line
  FROM legal_aid.cases AS c
  LEFT JOIN intake.files AS f ON f.path = c._file
  WHERE c.confirmed > 0
  UNION ALL
  SELECT 'received', coalesce(f.unit_name, c.area), r.case_id, r.amount, r._file, r._line
  FROM legal_aid.receipts AS r
  LEFT JOIN legal_aid.cases AS c ON c.case_id = r.case_id
  LEFT JOIN intake.files AS f ON f.path = r._file
  WHERE r.amount > 0
),
own AS (
  SELECT field, unit, quantile_disc(amount, 0.5) AS median, count(*) AS n FROM amounts GROUP BY ALL
),
every AS (
  SELECT field, quantile_disc(amount, 0.5) AS median, count(*) AS n FROM amounts GROUP BY ALL
),
judged AS (
  SELECT a.*, CASE WHEN own.n >= 10 THEN own.median WHEN every.n >= 10 THEN every.median END AS median
  FROM amounts AS a
  JOIN own ON own.field = a.field AND own.unit IS NOT DISTINCT FROM a.unit
  JOIN every ON every.field = a.field
)
SELECT _file, _line, case_id, field, amount, unit, median
FROM judged
WHERE amount >= median * 1000 OR amount * 1000 <= median
ORDER BY _file, _line, field;

-- check: amount_not_exact | warning | 金额写的是“余”“近”“约”等约数，按所写数字统计 | an amount given as more than, nearly or about: counted as the number written
SELECT _file, _line, case_id, concat_ws('、', confirmed_bound || confirmed, avoided_bound || avoided) AS amounts
FROM legal_aid.cases
WHERE confirmed_bound IS NOT NULL OR avoided_bound IS NOT NULL
UNION ALL
SELECT _file, _line, case_id, amount_bound || amount
FROM legal_aid.receipts
WHERE amount_bound IS NOT NULL
ORDER BY _file, _line;

-- check: batch_over_levels | warning | 同一批次号出现在不同的受理级次，各级次批次数相加会大于合计 | one batch number at several levels: the levels add up to more than the total
WITH spread AS (
  SELECT batch_id FROM legal_aid.cases GROUP BY batch_id HAVING count(DISTINCT level) > 1
)
SELECT c._file, c._line, c.case_id, c.batch_id, c.level
FROM legal_aid.cases AS c
JOIN spread USING (batch_id)
ORDER BY c.batch_id, c._file, c._line;

-- check: batch_over_quarters | warning | 同一批次号的案件在不同季度受理，每个季度各计一个批次 | one batch number accepted in several quarters: it counts once in each
WITH spread AS (
  SELECT batch_id FROM legal_aid.accepted_cases GROUP BY batch_id HAVING count(DISTINCT quarter) > 1
)
SELECT c._file, c._line, c.case_id, c.batch_id, c.quarter
FROM legal_aid.accepted_cases AS c
JOIN spread USING (batch_id)
ORDER BY c.batch_id, c._file, c._line;

-- check: pre_litigation_unsaid | warning | 已结案但没有填是否诉前化解，按“否”统计 | closed without saying whether it was resolved before any action: counted as not
SELECT _file, _line, case_id, closed_on
FROM legal_aid.cases
WHERE closed_on IS NOT NULL AND pre_litigation IS NULL
ORDER BY _file, _line;

-- check: pre_litigation_but_adjudicated | error | 填了诉前化解，却以裁决或判决结案 | said to be resolved before any action, yet ended by award or judgment
SELECT _file, _line, case_id, closing
FROM legal_aid.cases
WHERE pre_litigation AND closing IN ('仲裁裁决', '判决')
ORDER BY _file, _line;

-- check: closed_after_last_quarter | warning | 结案日期晚于现有台账的最后一个季度，暂未计入任何季度 | closed after the last quarter of all registers, so in no quarter yet
SELECT _file, _line, case_id, closed_on
FROM legal_aid.cases
WHERE closed_on > (SELECT max(last_day) FROM calendar.quarters)
ORDER BY _file, _line;
