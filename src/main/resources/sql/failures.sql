-- What went wrong, failures alike together: messages that differ in their numbers only count as one.
SELECT
  status,
  stage,
  min_by(message, trial_id) AS message,
  count(*) AS count,
  min(trial_id) AS trial_id
FROM trials
WHERE status <> 'ok'
GROUP BY status, stage, regexp_replace(message, '[0-9]+', '0')
ORDER BY count DESC, status, stage, message, trial_id
