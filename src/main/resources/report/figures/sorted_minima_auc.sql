-- Train and test score (`metric` names it) by rank of the loss, a curve for each network; the same ranks.
SELECT
  problem AS panel, network AS series, rank, repeats, measure,
  if(metric = 'AUC', if(measure = 'train', train_auc, test_auc), if(measure = 'train', train_accuracy, test_accuracy))
    AS score,
  metric
FROM (
  SELECT *, max(rank) OVER (PARTITION BY cell) AS shared
  FROM (SELECT *, max(repeats) OVER (PARTITION BY cell) AS most FROM sorted_minima WHERE stage = 'dense')
  WHERE repeats = most
) JOIN named USING (cell)
CROSS JOIN (VALUES ('test'), ('train')) AS measures (measure)
WHERE shared >= 3
ORDER BY data, k, p, n, h, hidden, settings, measure, rank
