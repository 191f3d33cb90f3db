-- Worker start-ups: the budget line by line, who was named, what was paid of what is due, and who was served.
-- Reads this room's registers, calendar.quarters and, of the settings, the design numbers of the services.
-- column: honouree_id | 对象编号 | number of the honouree
-- column: budget_year | 预算年度 | year of the budget
-- column: line | 预算项目按对象分的类别；获富民兴鲁奖的创业园单列一类 | budget line by kind of object; parks with the award are one of their own

-- grain: 每行一条预算项目 | one row per budget line
CREATE OR REPLACE TABLE entrepreneurship.lines AS
SELECT line_id, substr(year, 1, 4) AS budget_year, funding_level, object_kind AS line, planned, unit_price, budget,
  _file, _line
FROM entrepreneurship.budget_lines
ORDER BY line_id;

-- grain: 每行一个预算年度的一类对象 | one row per budget year and kind of object
-- column: unit_price | 单价（元），该类各项目中最高的 | amount each in yuan, the highest of the kind's lines
-- column: planned | 计划数量，该类各项目之和 | planned number, of all lines of the kind
CREATE OR REPLACE TABLE entrepreneurship.year_lines AS
SELECT budget_year, line, max(unit_price) AS unit_price, CAST(sum(planned) AS BIGINT) AS planned
FROM entrepreneurship.lines
GROUP BY budget_year, line
ORDER BY budget_year, line;

-- grain: 每行一笔拨付；不论何时拨付，预算年度依项目 | one row per payment; the budget year is that of its line, whenever it was paid
CREATE OR REPLACE TABLE entrepreneurship.payment_log AS
SELECT quarter_of(paid_day) AS quarter, payment_id, paid_day, line_id, budget_year, funding_level, line, honouree_id,
  amount, payments._file, payments._line
FROM entrepreneurship.payments
LEFT JOIN entrepreneurship.lines USING (line_id)
ORDER BY paid_day, payment_id;

-- grain: 每行一个季度中的一条本年或上年预算项目，连同截至季度末的拨付 | one row per quarter and budget line of its year or of the year before, with what was paid by the last day
-- column: prior | 是否上年的项目 | whether it is a line of the year before
-- column: paid | 截至季度末累计拨付（元） | paid by the quarter's last day, in yuan
CREATE OR REPLACE TABLE entrepreneurship.line_quarters AS
WITH to_date AS (
  SELECT quarters.quarter, line_id, sum(amount) AS paid
  FROM entrepreneurship.payment_log
  JOIN calendar.quarters ON paid_day <= last_day
  GROUP BY quarters.quarter, line_id
)
SELECT quarters.quarter, budget_year < quarters.year AS prior, line_id, budget_year, funding_level, line, planned,
  unit_price, budget, coalesce(paid, 0) AS paid, _file, _line
FROM entrepreneurship.lines
JOIN calendar.quarters ON CAST(quarters.year AS INTEGER) - CAST(budget_year AS INTEGER) BETWEEN 0 AND 1
LEFT JOIN to_date USING (quarter, line_id)
ORDER BY quarters.quarter, line_id;

-- grain: 每行一个命名对象，归入它自己的一类；获奖创业园只算在获奖一类 | one row per park, base or person named, on the line of its own: an award-winning park is on the award's line only
-- column: budget_year | 命名所在年度 | year of the naming
CREATE OR REPLACE TABLE entrepreneurship.namings AS
SELECT quarters.quarter, quarters.year AS budget_year, honouree_id, kind, city, named_day,
  CASE WHEN kind = '创业园' AND coalesce(award, false) THEN '获奖创业园' ELSE kind END AS line,
  honourees._file, honourees._line
FROM entrepreneurship.honourees
JOIN calendar.quarters ON quarters.quarter = quarter_of(named_day)
ORDER BY named_day, honouree_id;

-- grain: 每行一个季度中有名额的一类对象 | one row per quarter and kind of object with places to fill in its year
-- column: named | 当年截至季度末命名的数量 | named in the year by the quarter's last day
CREATE OR REPLACE TABLE entrepreneurship.naming_quarters AS
WITH to_date AS (
  SELECT quarters.quarter, line, count(*) AS named
  FROM entrepreneurship.namings
  JOIN calendar.quarters ON quarters.year = budget_year AND named_day <= last_day
  GROUP BY quarters.quarter, line
)
SELECT quarters.quarter, line, planned, coalesce(named, 0) AS named
FROM entrepreneurship.year_lines
JOIN calendar.quarters ON quarters.year = budget_year
LEFT JOIN to_date USING (quarter, line)
-- Trainees are paid for and not named.
WHERE line <> '参训人员'
ORDER BY quarters.quarter, line;

-- grain: 每行一笔拨给命名对象的款，连同对象自己的类别、应得金额和到这一笔为止的累计 | one row per payment to one that was named, with its own line, the sum due and what it had got with this payment
-- column: own_line | 对象自己的类别 | line on which the honouree itself stands
-- column: named_year | 命名所在年度 | year of the naming
-- column: due | 应得金额（元） | amount that the honouree is due, in yuan
-- column: paid_so_far | 同一预算年度到这一笔为止的累计（元） | paid of the same year's budget up to and with this payment, in yuan
-- column: paid | 同一预算年度的累计（元） | paid of the same year's budget in all, in yuan
CREATE OR REPLACE TABLE entrepreneurship.honouree_payments AS
SELECT payment_id, paid_day, pay.budget_year, pay.line, amount, honouree_id, namings.line AS own_line, named_day,
  namings.budget_year AS named_year, unit_price AS due,
  sum(amount) OVER (
    PARTITION BY honouree_id, pay.budget_year ORDER BY paid_day, payment_id ROWS UNBOUNDED PRECEDING
  ) AS paid_so_far,
  sum(amount) OVER (PARTITION BY honouree_id, pay.budget_year) AS paid, pay._file, pay._line
FROM entrepreneurship.payment_log AS pay
JOIN entrepreneurship.namings USING (honouree_id)
LEFT JOIN entrepreneurship.year_lines AS own ON own.budget_year = pay.budget_year AND own.line = namings.line
ORDER BY paid_day, payment_id;

-- grain: 每行一个季度末已命名且命名当年有其预算类别的一个对象 | one row per quarter and one that was named by its last day and has a line in the year of its naming
-- column: due | 应得金额（元） | amount due, in yuan
-- column: paid | 截至季度末已得命名年度预算的金额（元） | paid of the budget of its year by the quarter's last day, in yuan
-- column: in_full | 是否已足额拨付 | whether it was paid in full
CREATE OR REPLACE TABLE entrepreneurship.honouree_quarters AS
WITH to_date AS (
  SELECT quarters.quarter, honouree_id, sum(amount) AS paid
  FROM entrepreneurship.honouree_payments
  JOIN calendar.quarters ON paid_day <= last_day
  WHERE budget_year = named_year
  GROUP BY quarters.quarter, honouree_id
)
SELECT quarters.quarter, namings.budget_year, namings.honouree_id, line, city, named_day, unit_price AS due,
  coalesce(paid, 0) AS paid, coalesce(paid, 0) >= unit_price AS in_full, _file, _line
FROM entrepreneurship.namings
JOIN entrepreneurship.year_lines USING (budget_year, line)
JOIN calendar.quarters ON named_day <= last_day
LEFT JOIN to_date ON to_date.quarter = quarters.quarter AND to_date.honouree_id = namings.honouree_id
ORDER BY quarters.quarter, namings.honouree_id;

-- grain: 每行一个季度末还没有足额拨付的一个命名对象 | one row per quarter and one named that was not paid in full by its last day
-- column: lacking | 尚欠金额（元） | amount still lacking, in yuan
-- column: lacking_yuan | 尚欠金额的写法（元），整数不带小数 | the same as text, whole yuan without decimals
CREATE OR REPLACE TABLE entrepreneurship.unpaid_honourees AS
SELECT quarter, honouree_id, line, city, named_day, due - paid AS lacking,
  -- For reading: whole yuan without their .00.
  replace(CAST(due - paid AS VARCHAR(20)), '.00', '') AS lacking_yuan, _file, _line
FROM entrepreneurship.honouree_quarters
WHERE NOT in_full;

-- grain: 每行一次培训或服务活动 | one row per activity of training or service
CREATE OR REPLACE TABLE entrepreneurship.service_log AS
SELECT quarter_of(service_day) AS quarter, service_kind, city, service_day, persons, person_times, _file, _line
FROM entrepreneurship.services
ORDER BY service_day, service_id;

-- grain: 每行一个当年截至季度末已有服务的季度，本年累计与应达数并列 | one row per quarter by whose end its year has any service, with the year so far beside the design numbers
-- column: trained | 本年截至季度末培训的人数 | persons trained in the year by the quarter's last day
-- column: started | 本年截至季度末扶持创业的人数 | persons helped to start up in the year by then
-- column: services | 本年截至季度末就业服务的人次 | person-times of employment services in the year by then
-- column: trained_design | 全年应培训的人数 | persons to be trained in the year
-- column: started_design | 全年应扶持创业的人数 | persons to be helped to start up in the year
-- column: services_design | 全年应服务的人次 | person-times of employment services due in the year
CREATE OR REPLACE TABLE entrepreneurship.service_progress AS
WITH design AS (
  SELECT CAST(max(value) FILTER (WHERE name = 'entrepreneurship_trained') AS BIGINT) AS trained,
    CAST(max(value) FILTER (WHERE name = 'entrepreneurship_started') AS BIGINT) AS started,
    CAST(max(value) FILTER (WHERE name = 'entrepreneurship_services') AS BIGINT) AS services
  FROM settings
)
SELECT quarters.quarter,
  CAST(coalesce(sum(persons) FILTER (WHERE service_kind = '创业培训'), 0) AS BIGINT) AS trained,
  CAST(coalesce(sum(persons) FILTER (WHERE service_kind = '扶持创业'), 0) AS BIGINT) AS started,
  CAST(coalesce(sum(person_times) FILTER (WHERE service_kind = '就业服务'), 0) AS BIGINT) AS services,
  max(design.trained) AS trained_design, max(design.started) AS started_design,
  max(design.services) AS services_design
FROM entrepreneurship.service_log
JOIN calendar.quarters AS own ON own.quarter = service_log.quarter
JOIN calendar.quarters ON quarters.year = own.year AND quarters.last_day >= own.last_day
CROSS JOIN design
GROUP BY quarters.quarter
ORDER BY quarters.quarter;
