-- What of legal aid is not plausible. Reads this room's models and the calendar.

-- finding: flow | contradiction | 案件进出不平 | Cases in and out do not balance
-- reading: 逐季、逐级次核对：季初未结 + 本季受理 = 本季结案 + 季末未结。填了结案方式或结果、却没有结案日期的案件，既不能算结案，也不是未结，列在受理的那个季度。 | By quarter and level: open at start + accepted = closed + open at end. A case with a way of closing or an outcome but no day of closing is neither closed nor open; it is told in the quarter in which it was accepted.
-- tells: {quarter} {level}案件：季初未结 {at_start} + 受理 {accepted}，不等于结案 {closed} + 季末未结 {at_end}，相差 {difference} 件 | {level} cases of {quarter}: {at_start} open at start + {accepted} accepted are not {closed} closed + {at_end} open at end; the difference is {difference}
WITH
undated AS (
  SELECT quarter_of(accepted_on) AS quarter, level, case_id, _file, _line
  FROM legal_aid.cases
  WHERE closed_on IS NULL AND (closing IS NOT NULL OR outcome IS NOT NULL)
),
hand AS (
  SELECT quarter, level, count(*) FILTER (WHERE open_at_start) AS at_start, count(*) FILTER (WHERE open_at_end) AS at_end
  FROM legal_aid.cases_on_hand ANTI JOIN undated USING (case_id)
  GROUP BY ALL
),
came AS (
  SELECT quarter, level, count(*) AS accepted FROM legal_aid.accepted_cases GROUP BY ALL
),
went AS (
  SELECT quarter, level, count(*) AS closed FROM legal_aid.closed_cases GROUP BY ALL
),
balance AS (
  SELECT quarter, level, coalesce(at_start, 0) AS at_start, coalesce(accepted, 0) AS accepted,
    coalesce(closed, 0) AS closed, coalesce(at_end, 0) AS at_end
  FROM hand FULL JOIN came USING (quarter, level) FULL JOIN went USING (quarter, level)
)
SELECT b.quarter || '/' || b.level AS _key, abs(at_start + accepted - closed - at_end)::DOUBLE AS _score,
  u._file, u._line, b.quarter, b.level,
  CASE b.level WHEN '市级' THEN 'city' WHEN '区县级' THEN 'district' ELSE 'township' END AS level_en,
  at_start, accepted, closed, at_end, abs(at_start + accepted - closed - at_end) AS difference
FROM balance AS b
JOIN calendar.quarters USING (quarter)
LEFT JOIN undated AS u ON u.quarter = b.quarter AND u.level = b.level
WHERE at_start + accepted <> closed + at_end;
