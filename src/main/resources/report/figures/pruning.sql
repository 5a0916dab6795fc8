-- Mean and spread of test scores (`metric` names them) against H, dense and pruned; two widths or more.
SELECT
  concat_ws(', ', problem, nullif(settings, '')) AS panel, stage AS series, h, runs,
  mean,
  mean - coalesce(std, 0D) AS low,
  least(mean + coalesce(std, 0D), 1D) AS high,
  best,
  deep_share,
  metric
FROM (
  SELECT
    *,
    if(metric = 'AUC', test_auc_mean, test_accuracy_mean) AS mean,
    if(metric = 'AUC', test_auc_std, test_accuracy_std) AS std,
    if(metric = 'AUC', test_auc_best, test_accuracy_best) AS best,
    count(*) OVER (PARTITION BY data, k, p, n, settings, stage) AS widths,
    count_if(stage <> 'dense') OVER (PARTITION BY data, k, p, n, settings) AS pruned
  FROM pruning JOIN named USING (cell)
)
WHERE widths >= 2 AND pruned > 0 AND stage IN ('dense', 'cpa_hidden', 'cpna_hidden', 'cpna_all')
ORDER BY
  data, k, p, n, settings, array_position(array('dense', 'cpa_hidden', 'cpna_hidden', 'cpna_all'), stage), h
