-- AUC of the lowest-loss init against p, a curve for each n and what else differs; a crossing on its curve's first row.
SELECT
  concat_ws(', ', task, network, nullif(stage, 'dense')) AS panel,
  concat_ws(', ', concat('n\u00a0=\u00a0', n), nullif(apart, '')) AS series,
  p, repeats, inits, test_auc,
  greatest(test_auc - coalesce(test_auc_std, 0D), 0D) AS low,
  least(test_auc + coalesce(test_auc_std, 0D), 1D) AS high,
  if(first, crossing, NULL) AS crossing,
  if(first, crossing_after, NULL) AS crossing_after,
  if(first, crossing_before, NULL) AS crossing_before,
  if(first, crossing_low, NULL) AS crossing_low,
  if(first, crossing_high, NULL) AS crossing_high
FROM (
  SELECT
    *,
    count(*) OVER curve AS points,
    p = min(p) OVER curve AS first
  FROM phase_transition
  WHERE test_auc IS NOT NULL
  WINDOW curve AS (PARTITION BY data, k, n, hidden, settings, stage)
) JOIN named USING (cell)
WHERE points >= 3
ORDER BY data, k, h, hidden, settings, stage_place(stage), stage, n, p
