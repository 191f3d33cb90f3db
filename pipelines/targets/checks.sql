-- check: indicator_unknown | error | 指标名称在口径说明里没有，或与项目对不上，这项目标没有用上 | indicator that does not exist in this programme: the target is not used
SELECT _file, _line, indicator_name
FROM targets.settled
WHERE indicator IS NULL
ORDER BY ALL;

-- check: unit_mismatch | error | 单位与指标的单位不同（比率写 %，金额写元或万元），这项目标没有用上 | unit that is not the indicator's (% for a rate, 元 or 万元 for money): the target is not used
SELECT _file, _line, indicator_name, said_unit
FROM targets.settled
WHERE indicator IS NOT NULL AND target IS NULL
ORDER BY ALL;

-- check: indicator_ambiguous | error | 几个项目都有这个指标名称，请在“项目”栏写明是哪一个 | several programmes have an indicator of this name: name the programme
SELECT _file, _line, indicator_name
FROM targets.settled
WHERE indicator IS NOT NULL
GROUP BY _file, _line, indicator_name
HAVING count(*) > 1
ORDER BY ALL;
