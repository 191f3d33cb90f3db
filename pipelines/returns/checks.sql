-- check: register_unknown | error | 应报清单写的台账名称不是本系统的台账，这一行没有计入应报 | register that does not exist: this line of the list is not counted as due
SELECT _file, _line, register_name
FROM returns.returns_due
WHERE trim(register_name) NOT IN (SELECT zh FROM intake.registers UNION ALL SELECT register FROM intake.registers)
ORDER BY ALL;

-- check: due_before_end | warning | 截止日期早于季度最后一天，到期时该季度还没有结束 | due before the quarter has ended
SELECT _file, _line, register_name, unit_name
FROM returns.returns_due
JOIN calendar.quarters ON quarter = period
WHERE due_day < last_day
ORDER BY ALL;

-- check: unit_not_on_list | warning | 文件写明的填报单位不在应报清单中，不计入报送率 | file of a unit that owes no such return: it is not counted
SELECT path AS _file, 1 AS _line, files.unit_name
FROM intake.files
WHERE files.unit_name IS NOT NULL AND files.register IS NOT NULL
  -- A roster is of no quarter, so nobody owes it for one.
  AND (files.period IS NOT NULL OR EXISTS (FROM intake.quarters WHERE quarters.path = files.path))
  AND EXISTS (FROM returns.returns_due)
  AND NOT EXISTS (
    FROM returns.returns
    WHERE returns.register = files.register
      AND translate(trim(returns.unit_name), '（）', '()') = translate(trim(files.unit_name), '（）', '()'))
ORDER BY ALL;
