-- Best test score over inits (`metric` names it) and that network's train score against H; two sizes or more
-- of the same number of layers.
SELECT
  concat_ws(', ', task, concat('n\u00a0=\u00a0', n), nullif(stage, 'dense')) AS panel,
  concat_ws(', ', concat('p\u00a0=\u00a0', p), nullif(settings, ''), depth) AS series,
  measure, h, hidden, repeats,
  concat_ws(' to ', array_distinct(array(inits_least, inits))) AS inits,
  if(metric = 'AUC', if(measure = 'train', train_auc, test_auc), if(measure = 'train', train_accuracy, test_accuracy))
    AS score,
  metric
FROM (
  SELECT *, min(h) OVER sizes < max(h) OVER sizes AS sizes_differ
  FROM hidden_nodes JOIN named USING (cell)
  WHERE stage = 'dense'
  WINDOW sizes AS (PARTITION BY data, k, p, n, settings, layers)
)
CROSS JOIN (VALUES ('test'), ('train')) AS measures (measure)
WHERE sizes_differ
ORDER BY data, k, n, stage, p, settings, layers, measure, h, hidden
