-- Train and test AUC by rank of the loss, a curve for each network; accuracy where there is no AUC.
SELECT
  problem AS panel, network AS series, rank, repeats, measure,
  if(measure = 'train', coalesce(train_auc, train_accuracy), coalesce(test_auc, test_accuracy)) AS score,
  if(test_auc IS NULL, 'accuracy', 'AUC') AS unit
FROM (SELECT *, max(rank) OVER (PARTITION BY cell) AS inits FROM sorted_minima WHERE stage = 'dense')
JOIN named USING (cell)
CROSS JOIN (VALUES ('test'), ('train')) AS measures (measure)
WHERE inits >= 3
ORDER BY data, k, p, n, h, hidden, settings, measure, rank
