-- Mean and spread of test scores (`metric` names them) against H, dense and pruned; two sizes or more of the same
-- number of layers.
SELECT
  concat_ws(', ', problem, nullif(settings, ''), depth) AS panel, stage AS series, h, hidden, runs,
  mean,
  if(std IS NULL, 'unknown of one run', format_string('%.3f', std)) AS std,
  mean - coalesce(std, 0D) AS low,
  least(mean + coalesce(std, 0D), 1D) AS high,
  best,
  deep_share,
  metric
FROM (
  SELECT *, count_if(stage <> 'dense') OVER (PARTITION BY data, k, p, n, settings, layers) AS pruned
  FROM (
    SELECT
      *,
      if(metric = 'AUC', test_auc_mean, test_accuracy_mean) AS mean,
      if(metric = 'AUC', test_auc_std, test_accuracy_std) AS std,
      if(metric = 'AUC', test_auc_best, test_accuracy_best) AS best,
      min(h) OVER sizes < max(h) OVER sizes AS sizes_differ
    FROM pruning JOIN named USING (cell)
    WHERE runs > 0 AND stage IN ('dense', 'cpa_hidden', 'cpna_hidden', 'cpna_all')
    WINDOW sizes AS (PARTITION BY data, k, p, n, settings, layers, stage)
  )
  WHERE sizes_differ
)
WHERE pruned > 0
ORDER BY data, k, p, n, settings, layers, stage_place(stage), h, hidden
