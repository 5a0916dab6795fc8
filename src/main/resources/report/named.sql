-- The cells as figures name them: `problem` is what is learned, `network` its units and what else differs.
WITH
  -- What figures draw as the score. More than two classes have no AUC; one for a data set, so that no chart mixes them.
  metrics AS (
    SELECT
      data,
      CASE
        WHEN count(nanvl(test_auc, CAST(NULL AS DOUBLE))) > 0 THEN 'AUC'
        WHEN count(test_accuracy) > 0 THEN 'accuracy'
      END AS metric
    FROM trials
    GROUP BY data
  )
SELECT
  cell,
  if(data = 'xor', concat(k, '-D XOR'), data) AS task,
  concat(if(data = 'xor', concat(k, '-D XOR'), data), ', p\u00a0=\u00a0', p, ', n\u00a0=\u00a0', n) AS problem,
  concat('H\u00a0=\u00a0', hidden) AS width,
  concat_ws(', ', concat('H\u00a0=\u00a0', hidden), nullif(settings, '')) AS network,
  metric
FROM cells JOIN metrics USING (data)
