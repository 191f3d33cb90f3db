-- Organising: which unions stand, which enterprises still have none, whom collective contracts cover and when they end.
-- Reads this room's registers, and of the rosters: enterprises, enterprise_quarters, area_identity, area_labels.
-- The last day of a contract's term still belongs to it.
-- column: area | 所属镇街代码；更名、撤并的归到现在的一个 | township code; renamed or merged ones are one
-- column: township | 镇街当季的名称 | name of the township in that quarter
-- column: workers | 职工人数 | workers
-- column: valid_from | 生效日期 | first day in force
-- column: valid_to | 到期日期，当天仍有效 | last day in force
-- column: kind | 合同类型 | kind of contract
-- column: agreement_kind | 合同类型 | kind of contract
-- column: party | 合同一方：企业代码；没有代码的以合同编号代替 | whose contract it is: the enterprise's code, else the contract's own number

-- grain: 每行一个工会，企业在名册上的连同所属镇街 | one row per union, with the township of its enterprise where the roster knows it
-- column: union_form | 建会形式 | form of the union
-- column: members | 会员人数 | members
CREATE OR REPLACE TABLE organising.union_places AS
SELECT union_id, unions.enterprise_id, form AS union_form, founded_day, unions.workers, unions.members,
  coalesce(identity, area) AS area, unions._file, unions._line
FROM organising.unions
LEFT JOIN rosters.enterprises USING (enterprise_id)
LEFT JOIN rosters.area_identity ON area_id = area
ORDER BY union_id;

-- grain: 每行一个工会，归入建会所在季度 | one row per union, in the quarter in which it was founded
CREATE OR REPLACE TABLE organising.unions_founded AS
SELECT quarter_of(founded_day) AS quarter, union_id, union_form, area, _file, _line
FROM organising.union_places
ORDER BY quarter, union_id;

-- grain: 每行一个季度末已建立的一个工会 | one row per quarter and union founded by its last day
CREATE OR REPLACE TABLE organising.unions_standing AS
SELECT quarter, union_id, enterprise_id, union_form, area, workers, members, _file, _line
FROM organising.union_places
JOIN calendar.quarters ON founded_day <= last_day
ORDER BY quarter, union_id;

-- grain: 每行一个季度中应建会的一家在册企业：规上，或职工25人以上 | one row per quarter and rostered enterprise that is above scale or has 25 workers
-- column: enterprise_size | 规模：规上，或规下25人以上 | size: above scale, or below it with 25 workers or more
-- column: organised | 季度末是否已建会 | whether it has a union on the last day
CREATE OR REPLACE TABLE organising.enterprises_to_organise AS
WITH organised AS (
  SELECT DISTINCT quarter, enterprise_id FROM organising.unions_standing WHERE enterprise_id IS NOT NULL
)
SELECT quarter, enterprise_id, area, ownership, workers,
  CASE WHEN above_scale THEN '规上' ELSE '规下25人以上' END AS enterprise_size,
  organised.enterprise_id IS NOT NULL AS organised, _file, _line
FROM rosters.enterprise_quarters
LEFT JOIN organised USING (quarter, enterprise_id)
WHERE above_scale OR enterprise_quarters.workers >= 25 -- 工会法第十条
ORDER BY quarter, enterprise_id;

-- grain: 每行一个季度末应建会而没有建会的一家企业 | one row per quarter and enterprise of these without a union on its last day
CREATE OR REPLACE TABLE organising.enterprises_without_union AS
SELECT due.quarter, enterprise_id, enterprise_name, due.area, zh AS township, due.workers, enterprise_size
FROM organising.enterprises_to_organise AS due
JOIN rosters.enterprises USING (enterprise_id)
LEFT JOIN rosters.area_labels ON area_labels.quarter = due.quarter AND value = due.area
WHERE NOT organised;

-- grain: 每行一份合同，补充协议不算 | one row per contract; amendments are none
-- column: scope | 范围：企业、区域性或行业性 | scope: one enterprise, a region or a trade
CREATE OR REPLACE TABLE organising.contracts AS
SELECT agreement_id, kind, CASE WHEN kind IN ('区域性', '行业性') THEN kind ELSE '企业' END AS scope,
  enterprise_id, enterprise_name, coalesce(identity, area) AS area,
  -- Whose contract it is; one without a code cannot be told to be another's, so it stands for itself.
  coalesce(enterprise_id, 'contract ' || agreement_id) AS party,
  signed_day, valid_from, valid_to, enterprises_covered, workers_covered, annuity, chosen_by,
  agreements._file, agreements._line
FROM organising.agreements
LEFT JOIN rosters.enterprises USING (enterprise_id)
LEFT JOIN rosters.area_identity ON area_id = area
WHERE kind <> '补充协议'
ORDER BY agreement_id;

-- grain: 每行一份补充协议，主合同已知且属同一企业的连同主合同 | one row per amendment, with the contract that it changes where that is known and of the same enterprise
-- column: contract_id | 所补充的合同；空为对不上 | contract that it changes; empty where none fits
CREATE OR REPLACE TABLE organising.amendments AS
SELECT amendment.agreement_id, amendment.enterprise_id, amendment.main_id, amendment.signed_day, amendment.valid_from,
  amendment.valid_to, amendment.annuity, contracts.agreement_id AS contract_id, amendment._file, amendment._line
FROM organising.agreements AS amendment
LEFT JOIN organising.contracts ON contracts.agreement_id = amendment.main_id
  AND coalesce(contracts.enterprise_id = amendment.enterprise_id, true)
WHERE amendment.kind = '补充协议'
ORDER BY amendment.agreement_id;

-- grain: 每行一份合同，归入签订所在季度 | one row per contract, in the quarter in which it was signed
CREATE OR REPLACE TABLE organising.contracts_signed AS
SELECT quarter_of(signed_day) AS quarter, agreement_id, kind AS agreement_kind, area, _file, _line
FROM organising.contracts
ORDER BY quarter, agreement_id;

-- grain: 每行一份补充协议，归入签订所在季度 | one row per amendment, in the quarter in which it was signed
CREATE OR REPLACE TABLE organising.amendments_signed AS
SELECT quarter_of(signed_day) AS quarter, agreement_id, contract_id, _file, _line
FROM organising.amendments
ORDER BY quarter, agreement_id;

-- grain: 每行一个季度末已有同类、同一方的新合同接续的一份合同 | one row per quarter and contract of which another of the same kind and party, signed by then, takes the place
CREATE OR REPLACE TABLE organising.renewals AS
SELECT DISTINCT quarter, ended.agreement_id
FROM organising.contracts AS ended
JOIN calendar.quarters ON ended.valid_from <= last_day
JOIN organising.contracts AS next
  ON next.party = ended.party AND next.kind = ended.kind AND next.valid_to > ended.valid_to
  AND next.signed_day <= last_day AND next.valid_to >= last_day
ORDER BY quarter, ended.agreement_id;

-- grain: 每行一个季度末有效的一份合同 | one row per quarter and contract in force on its last day
-- column: agreement_scope | 范围：企业、区域性或行业性 | scope: one enterprise, a region or a trade
-- column: days_left | 季度末距到期的天数 | days from the quarter's last day to the contract's
-- column: annuity | 是否含企业年金，补充协议加进的也算 | has an annuity clause, an amendment's included
-- column: renewed | 是否已续签 | whether another contract takes its place
CREATE OR REPLACE TABLE organising.contracts_in_force AS
WITH clauses_added AS (
  SELECT DISTINCT quarter, contract_id AS agreement_id
  FROM organising.amendments
  JOIN calendar.quarters ON last_day BETWEEN valid_from AND valid_to
  WHERE annuity AND contract_id IS NOT NULL
)
SELECT quarters.quarter, agreement_id, kind AS agreement_kind, scope AS agreement_scope, enterprise_id, enterprise_name,
  area, party, valid_to, date_diff('day', last_day, valid_to) AS days_left, enterprises_covered, workers_covered,
  CASE WHEN clauses_added.agreement_id IS NOT NULL THEN true ELSE annuity END AS annuity, chosen_by,
  renewals.agreement_id IS NOT NULL AS renewed, _file, _line
FROM organising.contracts
JOIN calendar.quarters ON last_day BETWEEN valid_from AND valid_to
LEFT JOIN clauses_added USING (quarter, agreement_id)
LEFT JOIN organising.renewals USING (quarter, agreement_id)
ORDER BY quarters.quarter, agreement_id;

-- grain: 每行一个季度末有有效合同的一方；一家企业不论几份合同只算一家 | one row per quarter and party with contracts in force; one enterprise is one, however many contracts it has
-- column: has_code | 是否有企业代码 | whether the enterprise's code is known
-- column: enterprises | 覆盖企业数 | enterprises covered
-- column: workers | 覆盖职工数，同一方的几份合同取最多的一份 | workers covered, the largest number of the party's contracts
CREATE OR REPLACE TABLE organising.parties_covered AS
SELECT quarter, agreement_scope, party, max(enterprise_id) IS NOT NULL AS has_code,
  CASE agreement_scope WHEN '企业' THEN 1 ELSE max(enterprises_covered) END AS enterprises,
  -- The contracts of one party cover the same workers: the largest number, not the sum.
  max(workers_covered) AS workers
FROM organising.contracts_in_force
GROUP BY quarter, agreement_scope, party
ORDER BY quarter, agreement_scope, party;

-- grain: 每行一个季度末有效、当日或90天内到期的一份合同 | one row per quarter and contract in force on its last day that ends then or within 90 days
CREATE OR REPLACE TABLE organising.expiring AS
SELECT quarter, agreement_id, agreement_kind, enterprise_name, area, valid_to, days_left, renewed, _file, _line
FROM organising.contracts_in_force
WHERE days_left <= 90; -- 集体合同规定第三十八条: 期满前3个月内

-- grain: 每行一份将到期而还没有续签的合同 | one row per quarter and contract of these for which no other was signed
-- column: enterprise_name | 企业名称；没有的为“—” | enterprise; a dash where none is known
CREATE OR REPLACE TABLE organising.expiring_unrenewed AS
SELECT quarter, agreement_id, agreement_kind, coalesce(enterprise_name, '—') AS enterprise_name, valid_to, days_left
FROM organising.expiring
WHERE NOT renewed;

-- grain: 每行一个季度末以前到期的合同：同类、同一方取最后到期的一份 | one row per quarter, kind and party whose contract had ended before its last day: the one that ended last
-- column: days_since | 季度末距到期已过的天数 | days since its last day
-- column: renewed | 是否已续签 | whether another contract takes its place
CREATE OR REPLACE TABLE organising.ended AS
WITH past AS (
  SELECT quarter, agreement_id, kind, enterprise_name, area, valid_to, last_day,
    renewals.agreement_id IS NOT NULL AS renewed, _file, _line,
    row_number() OVER (PARTITION BY quarter, kind, party ORDER BY valid_to DESC, agreement_id DESC) AS place
  FROM organising.contracts
  JOIN calendar.quarters ON valid_to < last_day
  LEFT JOIN organising.renewals USING (quarter, agreement_id)
)
SELECT quarter, agreement_id, kind AS agreement_kind, enterprise_name, area, valid_to,
  date_diff('day', valid_to, last_day) AS days_since, renewed, _file, _line
FROM past
WHERE place = 1
ORDER BY quarter, agreement_id;

-- grain: 每行一份已到期而没有续签的合同 | one row per quarter and contract of these that was not renewed
-- column: enterprise_name | 企业名称；没有的为“—” | enterprise; a dash where none is known
CREATE OR REPLACE TABLE organising.lapsed AS
SELECT quarter, agreement_id, agreement_kind, coalesce(enterprise_name, '—') AS enterprise_name, valid_to, days_since
FROM organising.ended
WHERE NOT renewed;
