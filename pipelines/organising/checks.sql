-- check: unions_add_up | error | 上季末工会数加本季新建不等于本季末工会数 | unions at the last quarter's end plus those founded are not those standing now
WITH standing AS (SELECT quarter, count(*) AS unions FROM organising.unions_standing GROUP BY quarter),
founded AS (SELECT quarter, count(*) AS unions FROM organising.unions_founded GROUP BY quarter)
SELECT NULL AS _file, NULL AS _line, quarters.quarter
FROM calendar.quarters
JOIN calendar.quarters AS before ON before.quarter = quarters.previous
LEFT JOIN standing AS at_end ON at_end.quarter = quarters.quarter
LEFT JOIN standing AS at_start ON at_start.quarter = before.quarter
LEFT JOIN founded ON founded.quarter = quarters.quarter
WHERE coalesce(at_start.unions, 0) + coalesce(founded.unions, 0) <> coalesce(at_end.unions, 0)
ORDER BY ALL;

-- check: coverage_adds_up | error | 未建会清单与建会率分母减分子不等 | list of enterprises without a union that is not denominator minus numerator
SELECT NULL AS _file, NULL AS _line, quarter, count(*) FILTER (WHERE NOT organised) AS unorganised
FROM organising.enterprises_to_organise
GROUP BY quarter
HAVING count(*) FILTER (WHERE NOT organised)
  <> (SELECT count(*) FROM organising.enterprises_without_union AS gap WHERE gap.quarter = enterprises_to_organise.quarter)
ORDER BY ALL;

-- check: union_twice | warning | 同一企业登记了两个工会，会员会重复计算 | enterprise with two unions: its members count twice
SELECT _file, _line, union_id, enterprise_id
FROM organising.unions
WHERE enterprise_id IS NOT NULL AND form <> '行业'
QUALIFY count(*) OVER (PARTITION BY enterprise_id) > 1
ORDER BY ALL;

-- check: union_without_code | warning | 单独建会没有统一社会信用代码，对不上企业名册，该企业会列入未建会清单 | union of one enterprise without its code: the enterprise stays on the list of those without a union
SELECT _file, _line, union_id
FROM organising.unions
WHERE form = '单独' AND enterprise_id IS NULL
ORDER BY ALL;

-- check: amendment_main_unknown | warning | 补充协议的主合同编号在台账中查不到，不计入任何合同 | amendment to a contract that is not on the register: it counts for none
SELECT _file, _line, agreement_id, main_id
FROM organising.amendments
WHERE main_id NOT IN (SELECT agreement_id FROM organising.agreements)
ORDER BY ALL;

-- check: amendment_of_amendment | warning | 补充协议的主合同编号指向另一份补充协议，请改填最初的合同 | amendment that points to an amendment instead of the contract
SELECT _file, _line, agreement_id, main_id
FROM organising.amendments
WHERE main_id IN (SELECT agreement_id FROM organising.amendments)
ORDER BY ALL;

-- check: amendment_other_enterprise | warning | 补充协议与主合同不是同一家企业，不计入该合同 | amendment to the contract of another enterprise: it does not count for it
SELECT amendments._file, amendments._line, amendments.agreement_id, main_id
FROM organising.amendments
JOIN organising.contracts ON contracts.agreement_id = main_id
WHERE contract_id IS NULL
ORDER BY ALL;

-- check: amendment_before_main | warning | 补充协议的签订日期早于主合同 | amendment signed before its contract
SELECT amendments._file, amendments._line, amendments.agreement_id, main_id
FROM organising.amendments
JOIN organising.contracts ON contracts.agreement_id = contract_id
WHERE amendments.signed_day < contracts.signed_day
ORDER BY ALL;

-- check: enterprise_contract_covers_many | warning | 企业自己的合同覆盖企业数大于1，统计按1家计；如为区域性、行业性合同请改合同类型 | an enterprise's own contract that says it covers several: it counts as one
SELECT _file, _line, agreement_id, enterprises_covered
FROM organising.contracts
WHERE scope = '企业' AND enterprises_covered > 1
ORDER BY ALL;

-- check: wide_contract_covers_one | warning | 区域性、行业性合同只覆盖1家企业 | regional or industry contract that covers a single enterprise
SELECT _file, _line, agreement_id
FROM organising.contracts
WHERE scope <> '企业' AND enterprises_covered = 1
ORDER BY ALL;

-- check: contract_covers_nobody | warning | 覆盖企业数或覆盖职工数为0 | contract that covers no enterprise or no worker
SELECT _file, _line, agreement_id
FROM organising.contracts
WHERE enterprises_covered = 0 OR workers_covered = 0
ORDER BY ALL;

-- check: contract_without_code | warning | 企业合同没有统一社会信用代码，认不出是哪家，不计入覆盖企业数 | an enterprise's contract without its code: it is not among the enterprises covered
SELECT _file, _line, agreement_id
FROM organising.contracts
WHERE scope = '企业' AND enterprise_id IS NULL
ORDER BY ALL;

-- check: wide_contract_without_code | warning | 区域性、行业性合同没有签约方信用代码，续签后认不出是同一地区或行业，覆盖企业会重复计算 | regional or industry contract without its party's code: a renewal cannot be told, and enterprises may count twice
SELECT _file, _line, agreement_id
FROM organising.contracts
WHERE scope <> '企业' AND enterprise_id IS NULL
ORDER BY ALL;

-- check: contracts_overlap | warning | 同一签约方同类合同的有效期重叠，两份都计入有效合同 | two contracts of one kind and party whose terms overlap: both count as in force
SELECT later._file, later._line, later.agreement_id, earlier.agreement_id AS earlier_id
FROM organising.contracts AS later
JOIN organising.contracts AS earlier
  ON earlier.party = later.party AND earlier.kind = later.kind
  AND (earlier.valid_from, earlier.agreement_id) < (later.valid_from, later.agreement_id)
  AND earlier.valid_to >= later.valid_from
ORDER BY ALL;

-- check: term_unusual | warning | 合同期限短于1年或长于3年（《集体合同规定》：一般为1至3年） | term under one year or over three, where the Provisions on Collective Contracts say one to three as a rule
SELECT _file, _line, agreement_id, valid_from, valid_to
FROM organising.contracts
-- The last day belongs to the term: 2018-01-01 to 2018-12-31 is one year.
WHERE valid_to + 1 NOT BETWEEN valid_from + INTERVAL 1 YEAR AND valid_from + INTERVAL 3 YEAR
ORDER BY ALL;
