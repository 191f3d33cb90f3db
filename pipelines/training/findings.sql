-- What of training is not plausible. No learner is named: file and line lead to the row. Reads this room's registers.

-- finding: two_points | contradiction | 学员同日两地 | Learners in two places at once
-- reading: 同一学员同一天在两个教学点的两个班次都有出勤（含迟到、早退），停课的课次不算；同一天、同两个班次的学员合为一条。 | One learner attended (late or leaving early included) sessions of two classes at two teaching points on one day, cancelled sessions left out; learners of the same two classes on the same day are one finding.
-- tells: {day} 有 {learners} 名学员在“{point}”的班次 {class} 和“{other_point}”的班次 {other_class} 都有出勤 | On {day} {learners} learners attended both class {class} at “{point}” and class {other_class} at “{other_point}”
WITH
several AS (
  SELECT learner_id FROM training.enrolments GROUP BY learner_id HAVING count(*) > 1
),
there AS (
  SELECT a._file, a._line, a.learner_id, a.class_id, k.point, s.held_on
  FROM training.attendance a
  SEMI JOIN several e ON e.learner_id = a.learner_id
  JOIN training.sessions s ON s.class_id = a.class_id AND s.session_no = a.session_no
  JOIN training.classes k ON k.class_id = a.class_id
  WHERE a.mark IN ('出勤', '迟到', '早退') AND s.cancelled IS DISTINCT FROM true
),
twice AS (
  SELECT one.held_on, one.learner_id, one.class_id, one.point, other.class_id AS other_class, other.point AS other_point,
    one._file, one._line, other._file AS other_file, other._line AS other_line
  FROM there one
  JOIN there other ON other.learner_id = one.learner_id AND other.held_on = one.held_on
    AND other.class_id > one.class_id AND other.point <> one.point
),
counted AS (
  SELECT held_on, class_id, other_class, point, other_point, count(DISTINCT learner_id) AS learners
  FROM twice
  GROUP BY ALL
),
told AS (
  SELECT held_on, class_id, other_class, _file, _line FROM twice
  UNION ALL
  SELECT held_on, class_id, other_class, other_file, other_line FROM twice
)
SELECT t.class_id || '+' || t.other_class || '/' || t.held_on AS _key, c.learners::DOUBLE AS _score, t._file, t._line,
  t.held_on AS day, c.learners, t.class_id AS class, c.point, t.other_class, c.other_point
FROM told t
JOIN counted c ON c.held_on = t.held_on AND c.class_id = t.class_id AND c.other_class = t.other_class;
