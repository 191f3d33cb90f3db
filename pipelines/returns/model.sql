-- Returns: what was due against what came. Reads the ledger of files (intake) and this room's list.
-- column: register | 台账代号 | id of the register
-- column: unit_name | 填报单位 | reporting unit

-- grain: 每行一种台账及其名称 | one row per register, with the name it goes by
CREATE OR REPLACE TABLE returns.register_labels AS
SELECT register AS value, CAST(NULL AS VARCHAR(6)) AS quarter, zh, en FROM intake.registers ORDER BY value;

-- grain: 每行一份应报台账：一种台账、一个单位、一个季度，连同收到情况 | one row per return that was due: a register, a unit and a quarter, with what came and when
-- column: received | 是否收到 | whether it came
-- column: filed | 填报日期；没有写明的为空 | day of filing; empty where the file states none
-- column: zero | 是否零报告 | whether it was an empty return, sent on purpose
-- column: late | 是否逾期 | whether it was filed after its due day
-- column: arrival | 报送情况：按时、逾期、发布后补报、缺报 | how it came: in time, late, after publication, not at all
CREATE OR REPLACE TABLE returns.returns AS
WITH due AS (
  SELECT period AS quarter, registers.register, registers.zh AS register_name, unit_name, due_day,
    returns_due._file, returns_due._line
  FROM returns.returns_due
  JOIN intake.registers ON trim(returns_due.register_name) IN (registers.zh, registers.register)
),
sent AS (
  -- A file is a return for the 期别 it states; where it states none, for the quarters its rows lie in.
  SELECT files.register, files.unit_name, coalesce(files.period, quarters.quarter) AS quarter, files.read AS rows,
    -- A file that states a 期别 and no day has that quarter's last day in its place: it cannot be called late.
    files.filed
  FROM intake.files
  LEFT JOIN intake.quarters ON files.period IS NULL AND quarters.path = files.path
),
matched AS (
  SELECT due.quarter, due.register, due.register_name, due.unit_name, due.due_day,
    count(sent.register) > 0 AS received, min(sent.filed) AS filed,
    count(sent.register) > 0 AND sum(sent.rows) = 0 AS zero, due._file, due._line
  FROM due
  LEFT JOIN sent ON sent.register = due.register
    AND translate(trim(sent.unit_name), '（）', '()') = translate(trim(due.unit_name), '（）', '()')
    AND sent.quarter = due.quarter
  GROUP BY due.quarter, due.register, due.register_name, due.unit_name, due.due_day, due._file, due._line
),
timed AS (
  SELECT matched.*, received AND coalesce(filed, due_day) > due_day AS late,
    last_day + (SELECT CAST(value AS INTEGER) FROM settings WHERE name = 'publication_days') AS published
  FROM matched
  LEFT JOIN calendar.quarters USING (quarter)
)
SELECT quarter, register, register_name, unit_name, due_day, received, filed, zero, _file, _line, late,
  CASE WHEN NOT received THEN '4: 缺报' WHEN NOT late THEN '1: 按时'
    WHEN filed > published THEN '3: 发布后补报' ELSE '2: 逾期' END AS arrival
FROM timed
ORDER BY quarter, register, unit_name;

-- grain: 每行一份应报而没有报的台账 | one row per return that was due and did not come
CREATE OR REPLACE TABLE returns.missing_returns AS
SELECT quarter, register_name, unit_name, due_day, _file, _line FROM returns.returns WHERE NOT received;

-- grain: 每行一份没有按时报或没有报的台账 | one row per return that was due and did not come in time, or not at all
-- column: filed | 填报日期；没有报的为空 | day of filing; empty where it did not come
-- column: days_late | 逾期天数；没有报的为空 | days after the due day; empty where it did not come
CREATE OR REPLACE TABLE returns.late_returns AS
SELECT quarter, register_name, unit_name, due_day, CASE WHEN received THEN filed END AS filed,
  CASE WHEN received THEN date_diff('day', due_day, filed) END AS days_late, _file, _line
FROM returns.returns
WHERE late OR NOT received;

-- grain: 每行一个季度中有应报的一种台账 | one row per quarter and register with returns due
-- column: due | 应报份数 | returns due
-- column: received | 收到份数，含逾期和零报告 | returns that came, late and empty ones included
-- column: late | 逾期份数 | returns that came late
-- column: zero | 零报告份数 | empty returns, sent on purpose
-- column: missing | 缺报份数 | returns that did not come
CREATE OR REPLACE TABLE returns.completeness AS
SELECT quarter, register, count(*) AS due, count(*) FILTER (WHERE received) AS received,
  count(*) FILTER (WHERE late) AS late, count(*) FILTER (WHERE zero) AS zero,
  count(*) FILTER (WHERE NOT received) AS missing
FROM returns.returns
GROUP BY quarter, register
ORDER BY quarter, register;
