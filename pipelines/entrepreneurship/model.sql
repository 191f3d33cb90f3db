-- Worker start-ups: the budget line by line, who was named, what was paid of what is due, and who was served.
-- Reads this room's registers, calendar.quarters and, of the settings, the design numbers of the services.

-- grain: one row per budget line
CREATE OR REPLACE TABLE entrepreneurship.lines AS
SELECT line_id, left(year, 4) AS budget_year, funding_level, object_kind AS line, planned, unit_price, budget,
  _file, _line
FROM entrepreneurship.budget_lines
ORDER BY line_id;

-- grain: one row per budget year and kind of object
CREATE OR REPLACE TABLE entrepreneurship.year_lines AS
SELECT budget_year, line, max(unit_price) AS unit_price, sum(planned)::BIGINT AS planned
FROM entrepreneurship.lines
GROUP BY ALL
ORDER BY ALL;

-- grain: one row per payment; the budget year is that of its line, whenever it was paid
CREATE OR REPLACE TABLE entrepreneurship.payment_log AS
SELECT quarter_of(paid_day) AS quarter, payment_id, paid_day, line_id, budget_year, funding_level, line, honouree_id,
  amount, payments._file, payments._line
FROM entrepreneurship.payments
LEFT JOIN entrepreneurship.lines USING (line_id)
ORDER BY paid_day, payment_id;

-- grain: one row per quarter and budget line of its year or of the year before, with what was paid by the last day
CREATE OR REPLACE TABLE entrepreneurship.line_quarters AS
WITH to_date AS (
  SELECT quarters.quarter, line_id, sum(amount) AS paid
  FROM entrepreneurship.payment_log
  JOIN calendar.quarters ON paid_day <= last_day
  GROUP BY ALL
)
SELECT quarters.quarter, budget_year < quarters.year AS prior, line_id, budget_year, funding_level, line, planned,
  unit_price, budget, coalesce(paid, 0) AS paid, _file, _line
FROM entrepreneurship.lines
JOIN calendar.quarters ON quarters.year::INTEGER - budget_year::INTEGER BETWEEN 0 AND 1
LEFT JOIN to_date USING (quarter, line_id)
ORDER BY quarters.quarter, line_id;

-- grain: one row per park, base or person named, on the line of its own: an award-winning park is on the award's line only
CREATE OR REPLACE TABLE entrepreneurship.namings AS
SELECT quarters.quarter, quarters.year AS budget_year, honouree_id, kind, city, named_day,
  CASE WHEN kind = '创业园' AND coalesce(award, false) THEN '获奖创业园' ELSE kind END AS line,
  honourees._file, honourees._line
FROM entrepreneurship.honourees
JOIN calendar.quarters ON quarters.quarter = quarter_of(named_day)
ORDER BY named_day, honouree_id;

-- grain: one row per quarter and kind of object with places to fill in its year
CREATE OR REPLACE TABLE entrepreneurship.naming_quarters AS
WITH to_date AS (
  SELECT quarters.quarter, line, count(*) AS named
  FROM entrepreneurship.namings
  JOIN calendar.quarters ON quarters.year = budget_year AND named_day <= last_day
  GROUP BY ALL
)
SELECT quarters.quarter, line, planned, coalesce(named, 0) AS named
FROM entrepreneurship.year_lines
JOIN calendar.quarters ON quarters.year = budget_year
LEFT JOIN to_date USING (quarter, line)
-- Trainees are paid for and not named.
WHERE line <> '参训人员'
ORDER BY quarters.quarter, line;

-- grain: one row per payment to one that was named, with its own line, the sum due and what it had got with this payment
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

-- grain: one row per quarter and one that was named by its last day and has a line in the year of its naming
CREATE OR REPLACE TABLE entrepreneurship.honouree_quarters AS
WITH to_date AS (
  SELECT quarters.quarter, honouree_id, sum(amount) AS paid
  FROM entrepreneurship.honouree_payments
  JOIN calendar.quarters ON paid_day <= last_day
  WHERE budget_year = named_year
  GROUP BY ALL
)
SELECT quarters.quarter, namings.budget_year, namings.honouree_id, line, city, named_day, unit_price AS due,
  coalesce(paid, 0) AS paid, coalesce(paid, 0) >= unit_price AS in_full, _file, _line
FROM entrepreneurship.namings
JOIN entrepreneurship.year_lines USING (budget_year, line)
JOIN calendar.quarters ON named_day <= last_day
LEFT JOIN to_date ON to_date.quarter = quarters.quarter AND to_date.honouree_id = namings.honouree_id
ORDER BY quarters.quarter, namings.honouree_id;

-- grain: one row per quarter and one named that was not paid in full by its last day
CREATE OR REPLACE TABLE entrepreneurship.unpaid_honourees AS
SELECT quarter, honouree_id, line, city, named_day, due - paid AS lacking,
  -- For reading: whole yuan without their .00.
  regexp_replace((due - paid)::VARCHAR, '\.00$', '') AS lacking_yuan, _file, _line
FROM entrepreneurship.honouree_quarters
WHERE NOT in_full;

-- grain: one row per activity of training or service
CREATE OR REPLACE TABLE entrepreneurship.service_log AS
SELECT quarter_of(service_day) AS quarter, service_kind, city, service_day, persons, person_times, _file, _line
FROM entrepreneurship.services
ORDER BY service_day, service_id;

-- grain: one row per quarter by whose end its year has any service, with the year so far beside the design numbers
CREATE OR REPLACE TABLE entrepreneurship.service_progress AS
WITH design AS (
  SELECT max(value) FILTER (WHERE name = 'entrepreneurship_trained')::BIGINT AS trained,
    max(value) FILTER (WHERE name = 'entrepreneurship_started')::BIGINT AS started,
    max(value) FILTER (WHERE name = 'entrepreneurship_services')::BIGINT AS services
  FROM settings
)
SELECT quarters.quarter,
  coalesce(sum(persons) FILTER (WHERE service_kind = '创业培训'), 0)::BIGINT AS trained,
  coalesce(sum(persons) FILTER (WHERE service_kind = '扶持创业'), 0)::BIGINT AS started,
  coalesce(sum(person_times) FILTER (WHERE service_kind = '就业服务'), 0)::BIGINT AS services,
  any_value(design.trained) AS trained_design, any_value(design.started) AS started_design,
  any_value(design.services) AS services_design
FROM entrepreneurship.service_log
JOIN calendar.quarters AS own ON own.quarter = service_log.quarter
JOIN calendar.quarters ON quarters.year = own.year AND quarters.last_day >= own.last_day
CROSS JOIN design
GROUP BY quarters.quarter
ORDER BY quarters.quarter;
