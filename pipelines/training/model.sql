-- What the training registers add up to. Reads rosters.areas and rosters.area_identity as well.
-- A learner is in place from the day of enrolment to the day before withdrawal, both inclusive;
-- due at a session is who is in place on its day. Sessions and places meet within one class only.
-- column: area | 所属区县代码；更名、撤并的归到现在的一个 | district code; renamed or merged ones are one
-- column: name | 地区当季的名称 | name of the area in that quarter
-- column: district | 上级区县当季的名称 | name of its district in that quarter

-- grain: 每行一份开班后仍占名额的报名 | one row per enrolment that held a place after its class began
-- column: from_day | 在班的第一天 | first day in place
-- column: to_day | 在班的最后一天；没有退出的为 9999-12-31 | last day in place; 9999-12-31 where nobody withdrew
-- column: stayed | 是否在班到结束 | whether the place was held to the end
CREATE OR REPLACE TABLE training.places AS
WITH
admitted AS (
  SELECT
    class_id,
    learner_id,
    enrolled_on AS from_day,
    coalesce(withdrawn_on - 1, DATE '9999-12-31') AS to_day,
    _file,
    _line
  FROM training.enrolments
  WHERE status = '录取' OR (status = '退出' AND withdrawn_on IS NOT NULL)
)
SELECT a.class_id, a.learner_id, a.from_day, a.to_day, a.to_day >= c.last_day AS stayed, a._file, a._line
FROM admitted a
JOIN training.classes c USING (class_id)
WHERE a.to_day >= c.first_day;

-- grain: 每行一个班，归入开班所在季度 | one row per class, in the quarter in which it opened
-- column: closing_quarter | 结束所在季度 | quarter in which it ends
-- column: seated | 在班到结束的人数 | learners in place to the end
CREATE OR REPLACE TABLE training.openings AS
WITH
seats AS (
  SELECT class_id, count(*) FILTER (WHERE stayed) AS seated
  FROM training.places
  GROUP BY class_id
)
SELECT
  quarter_of(c.first_day) AS quarter,
  quarter_of(c.last_day) AS closing_quarter,
  c.class_id,
  c.programme,
  c.category,
  c.form,
  c.point,
  coalesce(i.identity, c.area) AS area,
  c.first_day,
  c.last_day,
  c.planned_sessions,
  c.capacity,
  coalesce(s.seated, 0) AS seated,
  c._file,
  c._line
FROM training.classes c
LEFT JOIN rosters.area_identity i ON i.area_id = c.area
LEFT JOIN seats s ON s.class_id = c.class_id;

-- grain: 每行一个班及其名称 | one row per class, with the name it goes by
CREATE OR REPLACE TABLE training.class_labels AS
SELECT class_id AS value, CAST(NULL AS VARCHAR(6)) AS quarter, course || '（' || class_id || '）' AS zh,
  'class ' || class_id AS en
FROM training.classes;

-- grain: 每行一份报名，归入报名所在季度 | one row per enrolment, in the quarter of signing up
-- column: in_place | 开班后是否仍占名额 | whether it held a place after the class began
-- column: from_day | 在班的第一天；不占名额的为空 | first day in place; empty where it held none
-- column: to_day | 在班的最后一天；没有退出的为 9999-12-31 | last day in place; 9999-12-31 where nobody withdrew
-- column: home | 学员所在镇街代码；更名、撤并的归到现在的一个 | the learner's township code; renamed or merged ones are one
-- column: village | 学员所在镇街和村 | the learner's township and village
CREATE OR REPLACE TABLE training.sign_ups AS
SELECT
  quarter_of(e.enrolled_on) AS quarter,
  e.class_id,
  e.learner_id,
  e.status,
  p.learner_id IS NOT NULL AS in_place,
  p.from_day,
  p.to_day,
  coalesce(i.identity, l.area) AS home,
  coalesce(i.identity, l.area, '') || '/' || l.village AS village,
  o.programme,
  o.category,
  o.form,
  o.point,
  o.area,
  e._file,
  e._line
FROM training.enrolments e
JOIN training.openings o ON o.class_id = e.class_id
LEFT JOIN training.places p ON p.class_id = e.class_id AND p.learner_id = e.learner_id
LEFT JOIN training.learners l ON l.learner_id = e.learner_id
LEFT JOIN rosters.area_identity i ON i.area_id = l.area;

-- grain: 每行一次课，归入上课所在季度；应到和考勤只算当天在班的学员 | one row per session, in the quarter of its day; due and marks count only learners in place that day
-- column: held | 是否上课（没有停课） | whether it was held
-- column: has_sheet | 是否有考勤表 | whether it has an attendance sheet
-- column: due | 应到人数 | learners due
-- column: marked | 有考勤的人数 | learners who were marked
-- column: attended | 出勤、迟到、早退的人数 | learners present, late or gone early
-- column: on_leave | 请假的人数 | learners on leave
CREATE OR REPLACE TABLE training.lessons AS
WITH
held AS (
  SELECT class_id, session_no, held_on FROM training.sessions WHERE cancelled IS DISTINCT FROM true
),
due AS (
  SELECT h.class_id, h.session_no, count(*) AS due
  FROM held h
  JOIN training.places p ON p.class_id = h.class_id AND h.held_on BETWEEN p.from_day AND p.to_day
  GROUP BY h.class_id, h.session_no
),
sheets AS (
  SELECT
    a.class_id,
    a.session_no,
    count(p.learner_id) AS marked,
    count(p.learner_id) FILTER (WHERE a.mark IN ('出勤', '迟到', '早退')) AS attended,
    count(p.learner_id) FILTER (WHERE a.mark = '请假') AS on_leave
  FROM training.attendance a
  JOIN held h ON h.class_id = a.class_id AND h.session_no = a.session_no
  LEFT JOIN training.places p
    ON p.class_id = a.class_id AND p.learner_id = a.learner_id AND h.held_on BETWEEN p.from_day AND p.to_day
  GROUP BY a.class_id, a.session_no
)
SELECT
  quarter_of(s.held_on) AS quarter,
  substr(CAST(s.held_on AS VARCHAR(10)), 1, 7) AS month,
  s.class_id,
  s.session_no,
  s.held_on,
  s.cancelled IS DISTINCT FROM true AS held,
  h.class_id IS NOT NULL AS has_sheet,
  coalesce(d.due, 0) AS due,
  coalesce(h.marked, 0) AS marked,
  coalesce(h.attended, 0) AS attended,
  coalesce(h.on_leave, 0) AS on_leave,
  o.programme,
  o.category,
  o.form,
  o.point,
  o.area,
  s._file,
  s._line
FROM training.sessions s
JOIN training.openings o ON o.class_id = s.class_id
LEFT JOIN due d ON d.class_id = s.class_id AND d.session_no = s.session_no
LEFT JOIN sheets h ON h.class_id = s.class_id AND h.session_no = s.session_no;

-- grain: 每行一个名额，归入班次结束所在季度 | one row per place, in the quarter in which its class ended
-- column: judged | 能否判定结业 | whether completion can be told
-- column: finished | 是否结业；没有登记的按出勤判定 | whether completed; by attendance where nothing is recorded
-- column: followed_up | 结业且已回访 | completed and followed up
-- column: employed | 结业、回访且已就业 | completed, followed up and employed
CREATE OR REPLACE TABLE training.outcomes AS
WITH
pass AS (
  -- The setting has four decimals, so 0.6667 means two thirds: the share is held to it rounded to as many.
  SELECT CAST(value AS DECIMAL(9, 4)) - 0.00005 AS rate FROM settings WHERE name = 'completion_attendance_rate'
),
unrecorded AS (
  SELECT p.class_id, p.learner_id, p.from_day, p.to_day
  FROM training.places p
  LEFT JOIN training.completions c ON c.class_id = p.class_id AND c.learner_id = p.learner_id
  WHERE c.class_id IS NULL
),
kept AS (
  SELECT class_id, session_no, held_on FROM training.lessons WHERE held AND has_sheet
),
due AS (
  SELECT u.class_id, u.learner_id, count(*) AS due
  FROM unrecorded u
  JOIN kept k ON k.class_id = u.class_id AND k.held_on BETWEEN u.from_day AND u.to_day
  GROUP BY u.class_id, u.learner_id
),
attended AS (
  SELECT u.class_id, u.learner_id, count(*) AS attended
  FROM training.attendance a
  JOIN unrecorded u ON u.class_id = a.class_id AND u.learner_id = a.learner_id
  JOIN kept k
    ON k.class_id = a.class_id AND k.session_no = a.session_no AND k.held_on BETWEEN u.from_day AND u.to_day
  WHERE a.mark IN ('出勤', '迟到', '早退')
  GROUP BY u.class_id, u.learner_id
),
judged AS (
  SELECT
    p.class_id,
    p.learner_id,
    coalesce(c.completed, p.stayed AND coalesce(a.attended, 0) >= s.rate * d.due) AS finished,
    c.followed_up_on IS NOT NULL AS followed_up,
    coalesce(c.employed, false) AS employed,
    p._file,
    p._line
  FROM training.places p
  CROSS JOIN pass s
  LEFT JOIN training.completions c ON c.class_id = p.class_id AND c.learner_id = p.learner_id
  LEFT JOIN due d ON d.class_id = p.class_id AND d.learner_id = p.learner_id
  LEFT JOIN attended a ON a.class_id = p.class_id AND a.learner_id = p.learner_id
)
SELECT
  o.closing_quarter AS quarter,
  j.class_id,
  j.learner_id,
  j.finished IS NOT NULL AS judged,
  coalesce(j.finished, false) AS finished,
  coalesce(j.finished, false) AND j.followed_up AS followed_up,
  coalesce(j.finished, false) AND j.followed_up AND j.employed AS employed,
  o.programme,
  o.category,
  o.form,
  o.point,
  o.area,
  j._file,
  j._line
FROM judged j
JOIN training.openings o ON o.class_id = j.class_id;

-- grain: 每行一份评单，归入课次上课所在季度；没有写课次的归入班次结束所在季度 | one row per rating, in the quarter of its session's day, or of its class's last day where it names no session
-- column: satisfied | 是否满意（4分以上，含） | whether satisfied: a score of 4 or more
CREATE OR REPLACE TABLE training.opinions AS
SELECT
  coalesce(quarter_of(s.held_on), o.closing_quarter) AS quarter,
  r.rating_id,
  r.class_id,
  r.score,
  r.score >= 4 AS satisfied,
  o.programme,
  o.category,
  o.form,
  o.point,
  o.area,
  r._file,
  r._line
FROM training.ratings r
JOIN training.openings o ON o.class_id = r.class_id
LEFT JOIN training.sessions s ON s.class_id = r.class_id AND s.session_no = r.session_no;

-- grain: 每行一件可评的：按课次评的班，每次课一行；其他的，每班一行 | one row per thing that could be rated: each session held of a class rated by session, else the class
-- column: session_no | 课次；按班评的为空 | session; empty where the class is rated
-- column: asked | 应评人数 | learners who could rate it
-- column: answered | 评单份数 | ratings that came
CREATE OR REPLACE TABLE training.asked AS
WITH
answers AS (
  SELECT class_id, session_no, count(*) AS answered FROM training.ratings GROUP BY class_id, session_no
),
sessions_asked AS (
  SELECT
    l.quarter,
    l.class_id,
    l.session_no,
    CASE WHEN l.has_sheet THEN l.attended ELSE l.due END AS asked,
    coalesce(a.answered, 0) AS answered,
    l._file,
    l._line
  FROM training.lessons l
  LEFT JOIN answers a ON a.class_id = l.class_id AND a.session_no = l.session_no
  WHERE l.held AND l.class_id IN (SELECT class_id FROM answers WHERE session_no IS NOT NULL)
),
classes_asked AS (
  SELECT
    o.closing_quarter AS quarter,
    o.class_id,
    CAST(NULL AS BIGINT) AS session_no,
    o.seated AS asked,
    coalesce(a.answered, 0) AS answered,
    o._file,
    o._line
  FROM training.openings o
  LEFT JOIN answers a ON a.class_id = o.class_id AND a.session_no IS NULL
  WHERE a.class_id IS NOT NULL OR o.class_id NOT IN (SELECT class_id FROM answers)
),
both_asked AS (
  SELECT quarter, class_id, session_no, asked, answered, _file, _line FROM sessions_asked
  UNION ALL
  SELECT quarter, class_id, session_no, asked, answered, _file, _line FROM classes_asked
)
SELECT
  b.quarter,
  b.class_id,
  b.session_no,
  b.asked,
  b.answered,
  o.programme,
  o.category,
  o.form,
  o.point,
  o.area,
  b._file,
  b._line
FROM both_asked b
JOIN training.openings o ON o.class_id = b.class_id;

-- grain: 每行一份点单，归入点单所在季度 | one row per request, in the quarter in which it was made
-- column: met | 是否已办单 | whether it was met
-- column: days | 点单到办单的天数；没有办单的为空 | days from request to class; empty where it is not met
CREATE OR REPLACE TABLE training.orders AS
SELECT
  quarter_of(requested_on) AS quarter,
  request_id,
  category,
  requester,
  requested_on,
  dispatched_on,
  done_on IS NOT NULL AS met,
  done_on - requested_on AS days,
  _file,
  _line
FROM training.requests;

-- grain: 每行一个季度中开着的一个班 | one row per quarter and class that was open on a day of it
-- column: first_day | 季度第一天 | first day of the quarter
-- column: last_day | 季度最后一天 | last day of the quarter
CREATE OR REPLACE TABLE training.open_classes AS
SELECT q.quarter, q.first_day, q.last_day, o.class_id, o.category, o.area
FROM training.openings o
JOIN calendar.quarters q ON o.first_day <= q.last_day AND o.last_day >= q.first_day;

-- grain: 每行一个季度末在册的区县或镇街 | one row per quarter and district or township on the roster on the quarter's last day
-- column: level | 层级（区县、镇街） | level: district or township
-- column: identity | 区划代码；更名、撤并的归到现在的一个 | area code; renamed or merged ones are one
-- column: area | 所属区县的代码；区县即本身 | code of its district, its own for a district
-- column: reached | 季度内是否有班（镇街：有班，或有学员在班） | whether a class was open there; in a township, or a learner of it in one
CREATE OR REPLACE TABLE training.area_reach AS
WITH
listed AS (
  SELECT DISTINCT q.quarter, i.identity, i.level, i.parent_identity
  FROM calendar.quarters q
  JOIN rosters.areas a ON a.valid_from <= q.last_day AND (a.valid_to IS NULL OR a.valid_to >= q.last_day)
  JOIN rosters.area_identity i ON i.area_id = a.area_id
  WHERE i.level IN ('区县', '镇街')
),
hosts AS (
  SELECT DISTINCT quarter, area FROM training.open_classes WHERE area IS NOT NULL
),
homes AS (
  SELECT DISTINCT c.quarter, s.home AS area
  FROM training.open_classes c
  JOIN training.sign_ups s
    ON s.class_id = c.class_id AND s.from_day <= c.last_day AND s.to_day >= c.first_day
  WHERE s.home IS NOT NULL
),
reached AS (
  SELECT quarter, area FROM hosts
  UNION
  SELECT h.quarter, i.parent_identity FROM hosts h JOIN rosters.area_identity i ON i.area_id = h.area
  UNION
  SELECT h.quarter, h.area FROM homes h JOIN rosters.area_identity i ON i.area_id = h.area WHERE i.level = '镇街'
)
SELECT
  l.quarter,
  l.level,
  l.identity,
  CASE WHEN l.level = '镇街' THEN l.parent_identity ELSE l.identity END AS area,
  r.area IS NOT NULL AS reached
FROM listed l
LEFT JOIN reached r ON r.quarter = l.quarter AND r.area = l.identity;

-- grain: 每行一个季度末以前开过或点过的一个类别 | one row per quarter and category that had been offered or asked for by its end
-- column: reached | 季度内是否有班 | whether a class was open in the quarter
CREATE OR REPLACE TABLE training.category_reach AS
WITH
seen AS (
  SELECT category, first_day AS seen_on FROM training.openings
  UNION ALL
  SELECT category, requested_on FROM training.requests
),
known AS (
  SELECT category, min(seen_on) AS known_from FROM seen GROUP BY category
),
offered AS (
  SELECT DISTINCT quarter, category FROM training.open_classes
)
SELECT q.quarter, k.category, o.category IS NOT NULL AS reached
FROM known k
JOIN calendar.quarters q ON k.known_from <= q.last_day
LEFT JOIN offered o ON o.quarter = q.quarter AND o.category = k.category;

-- grain: 每行一个季度中没有班的一个区县 | one row per quarter and district without a class open in it
CREATE OR REPLACE TABLE training.districts_without_class AS
SELECT r.quarter, r.identity AS area, l.zh AS name
FROM training.area_reach r
LEFT JOIN rosters.area_labels l ON l.value = r.identity AND l.quarter = r.quarter
WHERE r.level = '区县' AND NOT r.reached;

-- grain: 每行一个季度中没有班、也没有学员在班的一个镇街 | one row per quarter and township without a class or a learner in one
CREATE OR REPLACE TABLE training.townships_without_class AS
SELECT r.quarter, r.identity AS area, l.zh AS name, d.zh AS district
FROM training.area_reach r
LEFT JOIN rosters.area_labels l ON l.value = r.identity AND l.quarter = r.quarter
LEFT JOIN rosters.area_labels d ON d.value = r.area AND d.quarter = r.quarter
WHERE r.level = '镇街' AND NOT r.reached;

-- grain: 每行一个季度中没有班的一个已知类别 | one row per quarter and known category without a class open in it
-- column: requests | 季度内点这一类的点单数 | requests for it in the quarter
CREATE OR REPLACE TABLE training.categories_without_class AS
SELECT r.quarter, r.category, count(q.request_id) AS requests
FROM training.category_reach r
LEFT JOIN training.orders q ON q.quarter = r.quarter AND q.category = r.category
WHERE NOT r.reached
GROUP BY r.quarter, r.category;

-- grain: 每行一次上了课而没有考勤表的课 | one row per session held without an attendance sheet
CREATE OR REPLACE TABLE training.missing_sheets AS
SELECT l.quarter, l.class_id, c.course, c.union_name, l.session_no, l.held_on, l._file, l._line
FROM training.lessons l
JOIN training.classes c ON c.class_id = l.class_id
WHERE l.held AND NOT l.has_sheet;

-- grain: 每行一份还没有办单的点单 | one row per request not yet met
CREATE OR REPLACE TABLE training.open_requests AS
SELECT quarter, request_id, category, requester, requested_on, dispatched_on, _file, _line
FROM training.orders
WHERE NOT met;
