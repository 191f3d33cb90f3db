-- Legal aid: cases, what they brought back, consultations, and which units have a lawyer.
-- Reads this room's registers, and of the rosters: areas, area_identity.
-- column: area | 所属区市代码；更名、撤并的归到现在的一个 | district code; renamed or merged ones are one
-- column: level | 受理级次（市级、区县级、镇街级） | level that took it on: city, district or township
-- column: channel | 来源渠道 | channel through which it came
-- column: unit_id | 服务单位代码 | code of the unit served

-- grain: 每行一件案件，不含当事人信息 | one row per case
-- Reads rosters.area_identity: a renamed district or township stays one area.
CREATE OR REPLACE TABLE legal_aid.placed_cases AS
SELECT
  c.case_id, c.batch_id, c.accepted_on, c.level, c.employer, c.credit_code, c.applicant_kind, c.people, c.cause, c.form,
  c.claimed, c.claimed_bound, c.confirmed, c.confirmed_bound, c.avoided, c.avoided_bound,
  c.closed_on, c.closing, c.outcome, c.pre_litigation, c._file, c._line,
  coalesce(place.identity, c.area) AS area,
  c.source AS channel
FROM legal_aid.cases AS c
LEFT JOIN rosters.area_identity AS place ON place.area_id = c.area;

-- grain: 每行一件案件，归入受理所在季度 | one row per case, in the quarter of its acceptance
CREATE OR REPLACE TABLE legal_aid.accepted_cases AS
SELECT
  quarter_of(accepted_on) AS quarter,
  substr(CAST(accepted_on AS VARCHAR(10)), 1, 7) AS month,
  case_id, batch_id, accepted_on, people,
  level, area, cause, channel, form, applicant_kind,
  _file, _line
FROM legal_aid.placed_cases;

-- grain: 每行一件结案案件，归入结案所在季度 | one row per closed case, in the quarter of its closing
-- column: month | 结案所在月份，写作 2018-12 | month of closing, written 2018-12
-- column: recovered | 挽回经济损失（确认口径，元）；不合口径的为 0 | recovered, as confirmed, in yuan; 0 where the case does not qualify
-- column: loss_avoided | 避免损失（元）；仅咨询、代书的为 0 | loss avoided, in yuan; 0 where nobody was represented
-- column: adjudicated | 是否以仲裁裁决或判决结案 | whether it ended by an award or a judgment
-- column: won | 以仲裁裁决或判决结案的，是否全部或部分支持 | whether an award or judgment supported it, in full or in part
-- column: pre_litigation | 是否诉前化解；没有写的作否 | resolved before any action; no where nothing is said
CREATE OR REPLACE TABLE legal_aid.closed_cases AS
WITH closed AS (
  SELECT *, quarter_of(closed_on) AS quarter
  FROM legal_aid.placed_cases
  WHERE closed_on IS NOT NULL
),
judged AS (
  SELECT
    *,
    form NOT IN ('法律咨询', '代拟法律文书') AS represented,
    coalesce(outcome IN ('全部支持', '部分支持'), FALSE) AS supported,
    coalesce(closing IN ('调解', '和解'), FALSE) AS settled,
    coalesce(closing IN ('仲裁裁决', '判决'), FALSE) AS adjudicated
  FROM closed
),
counted AS (
  SELECT
    *,
    CASE WHEN represented AND (supported OR settled) THEN coalesce(confirmed, 0) ELSE 0 END AS recovered,
    CASE WHEN represented THEN coalesce(avoided, 0) ELSE 0 END AS loss_avoided
  FROM judged
)
SELECT
  quarter, substr(CAST(closed_on AS VARCHAR(10)), 1, 7) AS month, case_id, batch_id, accepted_on, closed_on, people,
  level, area, cause, channel, form, applicant_kind,
  CAST(recovered AS DECIMAL(18, 2)) AS recovered,
  CAST(loss_avoided AS DECIMAL(18, 2)) AS loss_avoided,
  adjudicated,
  adjudicated AND supported AS won,
  coalesce(pre_litigation, FALSE) AS pre_litigation,
  _file, _line
FROM counted;

-- grain: 每行一个季度中在办或受理的一件案件 | one row per case and quarter in which it was open or was accepted
-- column: open_at_start | 季度开始时是否在办 | whether it was open when the quarter began
-- column: open_at_end | 季度结束时是否在办 | whether it was open when the quarter ended
CREATE OR REPLACE TABLE legal_aid.cases_on_hand AS
SELECT
  q.quarter,
  c.case_id,
  c.accepted_on < q.first_day AS open_at_start,
  c.closed_on IS NULL OR c.closed_on > q.last_day AS open_at_end,
  c.level, c.area, c.cause, c.channel, c.form, c.applicant_kind,
  c._file, c._line
FROM legal_aid.placed_cases AS c
JOIN calendar.quarters AS q
  ON c.accepted_on <= q.last_day AND (c.closed_on IS NULL OR c.closed_on >= q.first_day);

-- grain: 每行一笔到账，归入到账所在季度 | one row per receipt, in the quarter in which the money came
-- column: people | 案件涉及人数；案件不在台账上的为 0 | persons concerned in the case; 0 where the case is not on the register
CREATE OR REPLACE TABLE legal_aid.dated_receipts AS
SELECT
  quarter_of(r.received_on) AS quarter,
  substr(CAST(r.received_on AS VARCHAR(10)), 1, 7) AS month,
  r.voucher_id, r.case_id, r.received_on, r.amount,
  coalesce(c.people, 0) AS people,
  c.level, c.area, c.cause, c.channel, c.form, c.applicant_kind,
  r._file, r._line
FROM legal_aid.receipts AS r
LEFT JOIN legal_aid.placed_cases AS c ON c.case_id = r.case_id;

-- grain: 每行一个季度末已结案且有挽回金额的一件案件 | one row per quarter and case that had brought back money by the quarter's last day
-- column: confirmed | 确认金额（元） | amount confirmed, in yuan
-- column: received | 截至季度末已到账金额（元） | received by the quarter's last day, in yuan
CREATE OR REPLACE TABLE legal_aid.recovered_to_date AS
WITH received AS (
  SELECT q.quarter, r.case_id, sum(r.amount) AS amount
  FROM legal_aid.receipts AS r
  JOIN calendar.quarters AS q ON r.received_on <= q.last_day
  GROUP BY q.quarter, r.case_id
)
SELECT
  q.quarter,
  c.case_id,
  c.people,
  c.recovered AS confirmed,
  CAST(coalesce(received.amount, 0) AS DECIMAL(18, 2)) AS received,
  c.level, c.area, c.cause, c.channel, c.form, c.applicant_kind,
  c._file, c._line
FROM legal_aid.closed_cases AS c
JOIN calendar.quarters AS q ON c.closed_on <= q.last_day
LEFT JOIN received ON received.quarter = q.quarter AND received.case_id = c.case_id
WHERE c.recovered > 0;

-- grain: 每行一次咨询 | one row per consultation
-- column: channel | 咨询渠道 | channel of the consultation
-- Reads rosters.areas: where the row names no level, the level of its area on the roster stands in.
CREATE OR REPLACE TABLE legal_aid.dated_consultations AS
WITH placed AS (
  SELECT
    c.*,
    coalesce(place.identity, c.area) AS place,
    CASE roster.level WHEN '市' THEN '市级' WHEN '区县' THEN '区县级' WHEN '镇街' THEN '镇街级' END AS place_level
  FROM legal_aid.consultations AS c
  LEFT JOIN rosters.areas AS roster ON roster.area_id = c.area
  LEFT JOIN rosters.area_identity AS place ON place.area_id = c.area
)
SELECT
  quarter_of(consulted_on) AS quarter,
  substr(CAST(consulted_on AS VARCHAR(10)), 1, 7) AS month,
  consultation_id, consulted_on,
  coalesce(level, place_level) AS level,
  place AS area,
  channel,
  _file, _line
FROM placed;

-- grain: 每行一个季度末仍在聘期内的一名律师在一个单位的聘任 | one row per quarter and lawyer's term at a unit that runs on the quarter's last day
CREATE OR REPLACE TABLE legal_aid.running_terms AS
SELECT
  q.quarter,
  l.licence, l.unit_id,
  u.unit_kind,
  l._file, l._line
FROM legal_aid.lawyers AS l
JOIN calendar.quarters AS q
  ON l.term_from <= q.last_day AND (l.term_to IS NULL OR l.term_to >= q.last_day)
LEFT JOIN legal_aid.service_units AS u ON u.unit_id = l.unit_id;

-- grain: 每行一个季度中的一个应覆盖单位 | one row per quarter and unit to be served
-- column: served | 季度末是否有律师在聘 | whether a lawyer is under contract on the last day
-- column: last_term_to | 季度末以前最近一次聘期的终止日 | last day of the latest term that ended before
CREATE OR REPLACE TABLE legal_aid.served_units AS
WITH served AS (
  SELECT DISTINCT quarter, unit_id FROM legal_aid.running_terms
),
ended AS (
  SELECT q.quarter, l.unit_id, max(l.term_to) AS last_term_to
  FROM legal_aid.lawyers AS l
  JOIN calendar.quarters AS q ON l.term_to < q.last_day
  GROUP BY q.quarter, l.unit_id
)
SELECT
  q.quarter,
  u.unit_id, u.unit_name, u.unit_kind,
  served.unit_id IS NOT NULL AS served,
  ended.last_term_to,
  u._file, u._line
FROM legal_aid.service_units AS u
CROSS JOIN calendar.quarters AS q
LEFT JOIN served ON served.quarter = q.quarter AND served.unit_id = u.unit_id
LEFT JOIN ended ON ended.quarter = q.quarter AND ended.unit_id = u.unit_id;

-- grain: 每行一个季度末没有律师在聘的一个单位 | one row per quarter and unit without a lawyer on the quarter's last day
CREATE OR REPLACE TABLE legal_aid.units_without_lawyer AS
SELECT quarter, unit_kind, unit_id, unit_name, last_term_to, _file, _line
FROM legal_aid.served_units
WHERE NOT served;
