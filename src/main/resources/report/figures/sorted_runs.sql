-- Test scores (`metric` names them) sorted over runs, a curve for each stage; two runs or more, not dense ones alone.
SELECT
  concat(problem, ', ', network) AS panel, stage AS series, run, repeat, seed,
  if(metric = 'AUC', test_auc, test_accuracy) AS score,
  if(metric = 'AUC', train_auc, train_accuracy) AS train_score,
  metric
FROM (
  SELECT
    *,
    count_if(stage <> 'dense') OVER (PARTITION BY cell) AS pruned,
    max(run) OVER (PARTITION BY cell) AS runs
  FROM sorted_runs
) JOIN named USING (cell)
WHERE pruned > 0 AND runs >= 2 AND if(metric = 'AUC', test_auc, test_accuracy) IS NOT NULL
ORDER BY cell, stage_place(stage), run
