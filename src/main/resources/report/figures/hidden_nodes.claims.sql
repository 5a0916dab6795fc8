-- Section 3 of the paper, decided by the widest network against the narrower ones of as many layers. The best of more
-- inits is better, so that nothing is decided where inits or data sets differ.
WITH
  measured AS (
    SELECT
      *,
      max(h) OVER (PARTITION BY data, k, p, n, settings, layers) AS most,
      named_struct('hidden', hidden, 'train', train_auc, 'test', test_auc) AS reached
    FROM hidden_nodes JOIN named USING (cell)
    WHERE data = 'xor' AND stage = 'dense' AND test_auc IS NOT NULL
  ),
  curves_over_h AS (
    SELECT
      data, k, p, n, settings, layers,
      concat_ws(', ', min(problem), nullif(settings, ''), min(depth)) AS problem,
      min_by(reached, named_struct('h', h, 'hidden', hidden)) AS narrowest,
      max_by(reached, named_struct('h', h, 'hidden', hidden)) AS widest,
      max_by(reached, if(h <= most / 2, named_struct('auc', test_auc, 'less', -h, 'hidden', hidden), NULL)) AS best,
      min(inits_least) = max(inits) AND min(auc_repeats) = max(auc_repeats) AS comparable,
      concat(
        'of ', concat_ws(' to ', array_distinct(array(min(inits_least), max(inits)))), ' inits on ',
        concat_ws(' to ', array_distinct(array(min(auc_repeats), max(auc_repeats)))),
        if(max(auc_repeats) = 1, ' data set', ' data sets')
      ) AS compared
    FROM measured
    GROUP BY data, k, p, n, settings, layers
    HAVING count(DISTINCT h) >= 3
  )
SELECT
  1 AS place, data, k, p, n, settings, layers, problem,
  'With more hidden units the train AUC rises and reaches 1 (0.99).' AS claim,
  if(comparable, widest.train >= 0.99D AND widest.train >= narrowest.train, NULL) AS holds,
  concat(format_number(narrowest.train, 3), ' at H\u00a0=\u00a0', narrowest.hidden, ', ',
    format_number(widest.train, 3), ' at H\u00a0=\u00a0', widest.hidden, '; best ', compared) AS evidence
FROM curves_over_h
UNION ALL
SELECT
  2, data, k, p, n, settings, layers, problem,
  'The test AUC reaches its best at a relatively small H: the widest network is no better (by more than 0.01) than all of at most half its width.',
  if(comparable, widest.test <= best.test + 0.01D, NULL),
  concat('best ', format_number(best.test, 3), ' at H\u00a0=\u00a0', best.hidden, ', ', format_number(widest.test, 3),
    ' at H\u00a0=\u00a0', widest.hidden, '; best ', compared)
FROM curves_over_h
ORDER BY place, data, k, p, n, settings, layers
