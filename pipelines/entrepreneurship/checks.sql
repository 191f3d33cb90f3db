-- check: budget_arithmetic | error | 计划数量乘单价不等于预算金额 | planned number times the amount each is not the budget of the line
SELECT _file, _line, line_id, planned, unit_price, budget
FROM entrepreneurship.lines
WHERE planned * unit_price <> budget
ORDER BY ALL;

-- check: budget_total | error | 全年预算各项目之和与设计总额不符；获奖创业园的10万元是替代5万元，不是另加 | the lines of the year do not add up to the designed budget; the award's sum replaces the ordinary one and is not added to it
SELECT NULL AS _file, NULL AS _line, budget_year, sum(budget) AS budget, any_value(value) AS designed
FROM entrepreneurship.lines
JOIN settings ON name = 'entrepreneurship_budget_' || budget_year
GROUP BY budget_year
HAVING sum(budget) <> any_value(value)::DECIMAL(18,2)
ORDER BY ALL;

-- check: parks_counted_twice | error | 创业园与获奖创业园的计划数之和超过设计的创业园总数：获奖的创业园在普通项目中又算了一次 | ordinary and award-winning parks together are more than the parks designed: the award-winning ones are budgeted for twice
SELECT _file, _line, line_id, planned, value AS designed
FROM entrepreneurship.lines
JOIN settings ON name = 'entrepreneurship_parks_' || budget_year
WHERE line IN ('创业园', '获奖创业园')
QUALIFY sum(planned) OVER (PARTITION BY budget_year) > value::BIGINT
ORDER BY ALL;

-- check: line_twice | warning | 同一年度同一对象类型有两条预算项目，每个对象按其中较高的单价计 | two lines for one kind of object in one year: each is due the higher of the two amounts
SELECT _file, _line, line_id, budget_year, line
FROM entrepreneurship.lines
QUALIFY count(*) OVER (PARTITION BY budget_year, line) > 1
ORDER BY ALL;

-- check: line_overpaid | error | 拨付累计超过该项目的预算金额 | payments on a line come to more than its budget
SELECT pay._file, pay._line, line_id, payment_id, budget
FROM entrepreneurship.payment_log AS pay
JOIN entrepreneurship.lines USING (line_id)
QUALIFY sum(amount) OVER (PARTITION BY line_id) > budget
  AND sum(amount) OVER (PARTITION BY line_id ORDER BY paid_day, payment_id ROWS UNBOUNDED PRECEDING) > budget
ORDER BY ALL;

-- check: award_park_overpaid | error | 获奖创业园全年拨款合计超过10万元的标准（10万元替代5万元，不是另加） | an award-winning park got more than the award's sum in the year: it replaces the ordinary sum and is not added to it
SELECT _file, _line, honouree_id, payment_id, paid_so_far, due
FROM entrepreneurship.honouree_payments
WHERE own_line = '获奖创业园' AND paid_so_far > due AND paid > due
ORDER BY ALL;

-- check: award_park_short | warning | 预算年度已经结束，获奖创业园已拨款合计仍不足10万元，应补足差额 | the budget year is over and an award-winning park has got less than the award's sum: the rest is due
SELECT _file, _line, honouree_id, payment_id, paid, due
FROM entrepreneurship.honouree_payments
WHERE own_line = '获奖创业园' AND paid < due
  AND budget_year < (SELECT max(year) FROM calendar.quarters)
ORDER BY ALL;

-- check: honouree_overpaid | error | 命名对象全年拨款合计超过该项目的单价（未获奖的创业园为5万元） | one that was named got more in the year than is due each (5万元 for a park without the award)
SELECT _file, _line, honouree_id, payment_id, paid_so_far, due
FROM entrepreneurship.honouree_payments
WHERE own_line <> '获奖创业园' AND paid_so_far > due AND paid > due
ORDER BY ALL;

-- check: payee_unregistered | error | 拨款对象不在命名台账上 | paid to one that is not on the register of those named
SELECT _file, _line, payment_id, honouree_id
FROM entrepreneurship.payment_log
WHERE honouree_id IS NOT NULL
  AND EXISTS (FROM entrepreneurship.honourees)
  AND NOT EXISTS (FROM entrepreneurship.honourees AS known WHERE known.honouree_id = payment_log.honouree_id)
ORDER BY ALL;

-- check: payment_wrong_line | error | 拨款所用项目与对象类型不符，例如农民工之星用了创业园的项目 | paid from a line that is for another kind of object
SELECT _file, _line, payment_id, honouree_id, line, own_line
FROM entrepreneurship.honouree_payments
WHERE line <> own_line AND NOT (line = '创业园' AND own_line = '获奖创业园')
ORDER BY ALL;

-- check: award_park_on_ordinary_line | warning | 获奖创业园的拨款记在普通创业园项目下，请调账到获奖创业园项目 | an award-winning park was paid from the line for ordinary parks: book it over to the award's line
SELECT _file, _line, payment_id, honouree_id
FROM entrepreneurship.honouree_payments
WHERE line = '创业园' AND own_line = '获奖创业园'
ORDER BY ALL;

-- check: payment_other_year | warning | 用其他年度的预算拨付，不计入该对象命名当年的应拨款 | paid from the budget of another year than that of the naming: what is due for that year stays due
SELECT _file, _line, payment_id, honouree_id, budget_year, named_year
FROM entrepreneurship.honouree_payments
WHERE budget_year <> named_year
ORDER BY ALL;

-- check: payment_before_naming | warning | 拨付日期早于命名日期 | paid before it was named
SELECT _file, _line, payment_id, honouree_id, paid_day, named_day
FROM entrepreneurship.honouree_payments
WHERE paid_day < named_day
ORDER BY ALL;

-- check: payment_without_payee | warning | 除参训人员外，拨款应写明对象编号，否则无法核对每个对象的拨款 | payment without the number of the one named: what each has got cannot be checked
SELECT _file, _line, payment_id, line
FROM entrepreneurship.payment_log
WHERE honouree_id IS NULL AND line <> '参训人员'
ORDER BY ALL;

-- check: honouree_without_line | warning | 命名当年没有这一类型的预算项目，不计入应拨对象 | named in a year whose budget has no line of this kind: it is not among those due
SELECT _file, _line, honouree_id, budget_year, line
FROM entrepreneurship.namings
WHERE EXISTS (FROM entrepreneurship.lines)
  AND NOT EXISTS (
    FROM entrepreneurship.year_lines AS own
    WHERE own.budget_year = namings.budget_year AND own.line = namings.line)
ORDER BY ALL;
