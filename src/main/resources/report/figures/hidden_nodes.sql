-- Best test AUC over inits and that network's train AUC against hidden units; two widths or more.
SELECT
  concat_ws(', ', task, concat('n\u00a0=\u00a0', n), nullif(stage, 'dense')) AS panel,
  concat_ws(', ', concat('p\u00a0=\u00a0', p), nullif(settings, '')) AS series,
  measure, h, repeats, inits,
  if(measure = 'train', coalesce(train_auc, train_accuracy), coalesce(test_auc, test_accuracy)) AS score
FROM (
  SELECT *, count(*) OVER (PARTITION BY data, k, p, n, settings, stage) AS widths
  FROM hidden_nodes
  WHERE stage = 'dense'
) JOIN named USING (cell)
CROSS JOIN (VALUES ('test'), ('train')) AS measures (measure)
WHERE widths >= 2
ORDER BY data, k, n, stage, p, settings, measure, h
