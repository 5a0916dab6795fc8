-- What went wrong, failures alike together: what diverged at another epoch only, what failed with other numbers only.
SELECT
  status,
  stage,
  min_by(message, trial_id) AS message,
  count(*) AS count,
  count(DISTINCT setting) AS cells,
  min(trial_id) AS trial_id
FROM settled
WHERE status <> 'ok'
GROUP BY status, stage, regexp_replace(message, if(status = 'diverged', 'epoch [0-9]+', '[0-9]+'), '')
ORDER BY count DESC, status, stage, message, trial_id
