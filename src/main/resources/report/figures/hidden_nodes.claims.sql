-- Section 3 of the paper, decided by the widest network against the narrower ones.
WITH
  curves_over_h AS (
    SELECT
      data, k, p, n, settings, concat_ws(', ', min(problem), nullif(settings, '')) AS problem,
      max(h) AS widest,
      max_by(train_auc, h) AS widest_train,
      max_by(test_auc, h) AS widest_test,
      min_by(train_auc, h) AS narrowest_train,
      max(if(h <= most / 2, test_auc, NULL)) AS best_test,
      max_by(if(h <= most / 2, h, NULL), if(h <= most / 2, test_auc, NULL)) AS best_h
    FROM (SELECT *, max(h) OVER (PARTITION BY data, k, p, n, settings, stage) AS most FROM hidden_nodes)
      JOIN named USING (cell)
    WHERE stage = 'dense' AND test_auc IS NOT NULL
    GROUP BY data, k, p, n, settings
    HAVING count(DISTINCT h) >= 3
  )
SELECT
  1 AS place, data, k, p, n, settings, problem,
  'With more hidden units the train AUC rises and reaches 1 (0.99).' AS claim,
  widest_train >= 0.99D AS holds,
  concat(format_number(narrowest_train, 3), ' at the narrowest, ', format_number(widest_train, 3), ' at H\u00a0=\u00a0', widest)
    AS evidence
FROM curves_over_h
UNION ALL
SELECT
  2, data, k, p, n, settings, problem,
  'The test AUC reaches its best at a relatively small H: the widest network is no better (by more than 0.01) than all of at most half its width.',
  widest_test <= best_test + 0.01D,
  concat('best ', format_number(best_test, 3), ' at H\u00a0=\u00a0', best_h, ', ', format_number(widest_test, 3), ' at H\u00a0=\u00a0',
    widest)
FROM curves_over_h
ORDER BY place, data, k, p, n, settings
