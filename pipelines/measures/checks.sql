-- check: spending_source_mismatch | error | 支出的资金来源与所属措施的资金性质不一致 | payment out of money of another nature than its measure's
SELECT _file, _line, spending_id, measure_id, source, funding
FROM measures.spending_log
WHERE funding <> '未定' AND source <> funding
ORDER BY ALL;

-- check: spending_over_budget | error | 支出累计已超过措施预算（每年整合的按年累计，其他的一直累计） | payment that takes a measure over its budget, by year for pooled money and in all for other money
SELECT _file, _line, spending_id, measure_id, amount, spent_so_far, budget
FROM measures.spending_log
WHERE spent_so_far > budget
ORDER BY ALL;

-- check: spending_undetermined | warning | 资金性质未定的措施已有支出，请在措施清单补明，暂单列不并入专项或每年整合 | spending on a measure whose money is not settled; it stands apart until the list of measures says which
SELECT _file, _line, spending_id, measure_id, source
FROM measures.spending_log
WHERE funding = '未定'
ORDER BY ALL;

-- check: spending_without_budget | warning | 措施没有填预算金额却有支出，无法计算执行率，该支出不进执行率 | spending on a measure without a budget: it is in no rate
SELECT _file, _line, spending_id, measure_id
FROM measures.spending_log
WHERE funding <> '未定' AND budget IS NULL
ORDER BY ALL;

-- check: subsidy_below_threshold | warning | 补助发给了职工人数不足的企业 | subsidy to an enterprise with fewer workers than it takes
SELECT _file, _line, subsidy_id, enterprise_id, workers
FROM measures.subsidy_log
WHERE workers < (SELECT value::BIGINT FROM settings WHERE name = 'subsidy_least_workers')
ORDER BY ALL;

-- check: subsidy_not_private | warning | 补助发给了不是民营的企业 | subsidy to an enterprise that is not private
SELECT _file, _line, subsidy_id, enterprise_id, ownership
FROM measures.subsidy_log
WHERE ownership <> '民营'
ORDER BY ALL;

-- check: subsidy_without_measure | warning | 措施清单中没有名称含此补助类型的措施，这笔发放不能说明哪项措施已启动 | subsidy whose kind is in no measure's name, so it shows no measure to be under way
SELECT _file, _line, subsidy_id, kind
FROM measures.subsidies
WHERE NOT EXISTS (FROM measures.measures WHERE contains(measure_name, kind))
ORDER BY ALL;

-- check: measures_unlike_plan | warning | 措施清单登记的项数与应有项数不符，启动率以登记的项数为分母 | number of measures on the list is not the planned one; the share under way is of those listed
SELECT NULL AS _file, NULL AS _line, count(*) AS listed
FROM measures.measures
HAVING count(*) > 0 AND count(*) <> (SELECT value::BIGINT FROM settings WHERE name = 'measures_planned')
ORDER BY ALL;

-- check: spending_adds_up | error | 专项、每年整合、未定三项支出之和与资金台账不等 | special, pooled and unsettled spending that is not what the register holds
SELECT NULL AS _file, NULL AS _line, logged.amount, handed_in.amount AS in_register
FROM (SELECT coalesce(sum(amount), 0) AS amount FROM measures.spending_log
  WHERE funding IN ('专项', '每年整合', '未定')) AS logged
CROSS JOIN (SELECT coalesce(sum(amount), 0) AS amount FROM measures.spending) AS handed_in
WHERE logged.amount <> handed_in.amount
ORDER BY ALL;

-- check: gaps_add_up | error | 未享受补助的企业名单与覆盖率分母减分子不等 | lists of enterprises without a subsidy that are not denominator minus numerator
WITH lacking AS (
  SELECT quarter, count(*) FILTER (WHERE NOT has_stipend) AS stipend,
    count(*) FILTER (WHERE NOT has_insurance) AS insurance
  FROM measures.eligible
  GROUP BY quarter
)
SELECT NULL AS _file, NULL AS _line, quarter, stipend, insurance
FROM lacking
WHERE stipend <> (SELECT count(*) FROM measures.without_stipend WHERE without_stipend.quarter = lacking.quarter)
  OR insurance <> (SELECT count(*) FROM measures.without_insurance WHERE without_insurance.quarter = lacking.quarter)
ORDER BY ALL;
