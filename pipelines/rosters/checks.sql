-- check: area_parent_unknown | warning | 上级代码在行政区划中查不到 | parent code that is not on the list of areas
SELECT _file, _line, area_id, parent_id
FROM rosters.areas
WHERE parent_id NOT IN (SELECT area_id FROM rosters.areas)
ORDER BY ALL;

-- check: area_successor_unknown | error | 继任代码在行政区划中查不到，改名前后的数据接不上 | successor code that is not on the list of areas, so figures before and after the renaming stay apart
SELECT _file, _line, area_id, successor_id
FROM rosters.areas
WHERE successor_id NOT IN (SELECT area_id FROM rosters.areas)
ORDER BY ALL;

-- check: area_successor_circle | error | 继任代码互相指向，绕成一圈，分不清现用哪个代码 | successor codes that lead in a circle, so nobody can tell which code is in use
-- Only the rows that make the circle; a code that merely leads into one is not at fault.
WITH RECURSIVE steps AS (
  SELECT area_id, max_by(successor_id, valid_from) FILTER (WHERE successor_id <> area_id) AS next
  FROM rosters.areas
  GROUP BY area_id
),
walk AS (
  SELECT area_id AS start, next FROM steps
  UNION
  SELECT walk.start, steps.next FROM walk JOIN steps ON steps.area_id = walk.next
)
SELECT _file, _line, areas.area_id, successor_id
FROM rosters.areas
JOIN steps ON steps.area_id = areas.area_id AND next = successor_id
WHERE areas.area_id IN (SELECT start FROM walk WHERE start = next)
ORDER BY ALL;

-- check: area_without_township_level | warning | 企业的“所属镇街”填的是区县或市，没有归到镇街 | enterprise whose township is a district or the municipality
SELECT enterprises._file, enterprises._line, enterprise_id, area, area_identity.level
FROM rosters.enterprises
JOIN rosters.area_identity ON area_id = area
WHERE area_identity.level <> '镇街'
ORDER BY ALL;

-- check: link_to_unknown_enterprise | error | 联系的企业在企业名册中查不到 | link to an enterprise that is not on the roster
SELECT _file, _line, cadre_id, target_id
FROM rosters.links
WHERE link_type = '企业' AND target_id NOT IN (SELECT enterprise_id FROM rosters.enterprises)
ORDER BY ALL;

-- check: link_to_unknown_township | error | 联系的镇街在行政区划中查不到 | link to a township that is not on the list of areas
SELECT _file, _line, cadre_id, target_id
FROM rosters.links
WHERE link_type = '镇街' AND target_id NOT IN (SELECT area_id FROM rosters.areas)
ORDER BY ALL;

-- check: link_to_ordinary_enterprise | warning | 联系的企业在名册中不是重点服务企业 | link to an enterprise that the roster does not name as a key enterprise
SELECT links._file, links._line, cadre_id, target_id
FROM rosters.links
JOIN rosters.enterprises ON enterprise_id = target_id
WHERE link_type = '企业' AND NOT key_service
ORDER BY ALL;

-- check: link_outlives_post | error | 干部已离任，联系终止日期却没有填，或晚于离任日期 | link without an end, or with a later one, though the cadre has left the post
-- A day of leaving that lies ahead is not yet an end.
SELECT links._file, links._line, cadre_id, target_id
FROM rosters.links
JOIN rosters.cadres USING (cadre_id)
WHERE to_day < (SELECT max(last_day) FROM calendar.quarters) AND coalesce(linked_to, DATE 'infinity') > to_day
ORDER BY ALL;

-- check: link_overlaps | warning | 同一干部对同一对象的两段联系关系时间重叠 | two links of one cadre to one target that overlap
SELECT later._file, later._line, later.cadre_id, later.target_id
FROM rosters.links AS later
SEMI JOIN rosters.links AS earlier
  ON earlier.cadre_id = later.cadre_id AND earlier.link_type = later.link_type
  AND earlier.target_id = later.target_id AND earlier.linked_from < later.linked_from
  AND coalesce(earlier.linked_to, DATE 'infinity') >= later.linked_from
ORDER BY ALL;

-- check: above_scale_after_exit | warning | “是否规上”填“是”，但退出规上日期已过，此后各季度不按规上统计 | flagged as above scale though its last day above scale is past; it is not counted after that day
SELECT _file, _line, enterprise_id, above_scale_to
FROM rosters.enterprises
WHERE above_scale AND above_scale_to < (SELECT max(last_day) FROM calendar.quarters)
ORDER BY ALL;

-- check: above_scale_exit_unsaid | warning | “是否规上”填“否”，有纳入规上日期却没有退出规上日期，各季度都不按规上统计 | flagged as not above scale, with a day of entry and none of exit: it is never counted as above scale
SELECT _file, _line, enterprise_id, above_scale_from
FROM rosters.enterprises
WHERE NOT above_scale AND above_scale_to IS NULL AND above_scale_from <= (SELECT max(last_day) FROM calendar.quarters)
ORDER BY ALL;
