-- What the training registers must never say. No learner is named: file and line lead to the row.

-- check: session_outside_class | error | 上课日期不在该班次的开班日期至结束日期之间 | a session lies outside its class's dates
SELECT s._file, s._line, s.class_id, s.session_no, s.held_on, c.first_day, c.last_day
FROM training.sessions s
JOIN training.classes c ON c.class_id = s.class_id
WHERE s.held_on NOT BETWEEN c.first_day AND c.last_day
ORDER BY s._file, s._line;

-- check: attendance_on_cancelled | error | 停课的课次却有考勤记录 | attendance is marked on a cancelled session
SELECT a._file, a._line, a.class_id, a.session_no, s.held_on
FROM training.attendance a
JOIN training.sessions s ON s.class_id = a.class_id AND s.session_no = a.session_no
WHERE s.cancelled
ORDER BY a._file, a._line;

-- check: attendance_without_place | error | 学员当天不在班（候补、尚未报名或已退出），却有考勤记录，不计入出勤 | attendance is marked for a learner without a place that day and is not counted
SELECT a._file, a._line, a.class_id, a.session_no, s.held_on
FROM training.attendance a
JOIN training.sessions s ON s.class_id = a.class_id AND s.session_no = a.session_no
ANTI JOIN training.places p
  ON p.class_id = a.class_id AND p.learner_id = a.learner_id AND s.held_on BETWEEN p.from_day AND p.to_day
WHERE s.cancelled IS DISTINCT FROM true
ORDER BY a._file, a._line;

-- check: sheet_incomplete | warning | 考勤表漏了应到的学员，漏记的按未出勤计算 | an attendance sheet leaves out learners who were due; they count as not there
SELECT _file, _line, class_id, session_no, held_on, due, due - marked AS left_out
FROM training.lessons
WHERE held AND has_sheet AND marked < due
ORDER BY _file, _line;

-- check: two_places_at_once | warning | 同一学员同一天在不同班次都有出勤 | a learner attended more than one class on the same day
WITH
several AS (
  SELECT learner_id FROM training.enrolments GROUP BY learner_id HAVING count(*) > 1
),
there AS (
  SELECT a._file, a._line, a.learner_id, a.class_id, a.session_no, s.held_on
  FROM training.attendance a
  SEMI JOIN several e ON e.learner_id = a.learner_id
  JOIN training.sessions s ON s.class_id = a.class_id AND s.session_no = a.session_no
  WHERE a.mark IN ('出勤', '迟到', '早退') AND s.cancelled IS DISTINCT FROM true
),
twice AS (
  SELECT learner_id, held_on
  FROM there
  GROUP BY learner_id, held_on
  HAVING min(class_id) <> max(class_id)
)
SELECT t._file, t._line, t.class_id, t.session_no, t.held_on
FROM there t
SEMI JOIN twice w ON w.learner_id = t.learner_id AND w.held_on = t.held_on
ORDER BY t._file, t._line;

-- check: over_capacity | warning | 录取人数超过班次容量 | more learners are admitted than the class has places
SELECT _file, _line, class_id, capacity, seated
FROM training.openings
WHERE seated > capacity
ORDER BY _file, _line;

-- check: sessions_short | warning | 班次已结束，实际上课次数少于计划课次 | a class has ended with fewer sessions held than planned
WITH
held AS (
  SELECT class_id, count(*) FILTER (WHERE held) AS sessions_held FROM training.lessons GROUP BY class_id
)
SELECT o._file, o._line, o.class_id, o.planned_sessions, coalesce(h.sessions_held, 0) AS sessions_held
FROM training.openings o
LEFT JOIN held h ON h.class_id = o.class_id
WHERE coalesce(h.sessions_held, 0) < o.planned_sessions
  AND o.last_day <= (SELECT try_cast(value AS DATE) FROM settings WHERE name = 'as_of')
ORDER BY o._file, o._line;

-- check: completion_without_place | error | 有结业记录的学员没有被录取，或开班前已退出，不计入结业 | a completion is recorded for a learner who never held a place and is not counted
SELECT c._file, c._line, c.class_id
FROM training.completions c
ANTI JOIN training.places p ON p.class_id = c.class_id AND p.learner_id = c.learner_id
ORDER BY c._file, c._line;

-- check: completion_before_end | warning | 回访日期早于班次结束日期 | the follow-up is dated before the class ended
SELECT c._file, c._line, c.class_id, c.followed_up_on, k.last_day
FROM training.completions c
JOIN training.classes k ON k.class_id = c.class_id
WHERE c.followed_up_on < k.last_day
ORDER BY c._file, c._line;

-- check: too_many_ratings | warning | 评单份数多于应评人次 | more ratings than people who could have rated
SELECT _file, _line, class_id, session_no, asked, answered
FROM training.asked
WHERE answered > asked
ORDER BY _file, _line;

-- check: rating_on_cancelled | warning | 停课的课次却有评单，评分照样计入平均评分和好评率 | ratings of a cancelled session: their scores count all the same
SELECT r._file, r._line, r.class_id, r.session_no, r.rating_id
FROM training.ratings r
JOIN training.sessions s ON s.class_id = r.class_id AND s.session_no = r.session_no
WHERE s.cancelled
ORDER BY r._file, r._line;
