-- Section 3 of the paper, decided by the widest network against the narrower ones of as many layers, where they differ
-- by more than two standard errors, on three data sets or more and each of them by itself. The best of more inits is
-- better, so that nothing is decided where inits or data sets differ.
WITH
  -- The init of each data set that the table takes.
  best_inits AS (
    SELECT
      cell, repeat,
      max(test_auc) AS test,
      max_by(train_auc, named_struct('auc', test_auc, 'before', -seed)) AS train
    FROM sorted_runs
    WHERE data = 'xor' AND stage = 'dense' AND test_auc IS NOT NULL
    GROUP BY cell, repeat
  ),
  measured AS (
    SELECT
      *,
      max(h) OVER (PARTITION BY data, k, p, n, settings, layers) AS most,
      named_struct(
        'cell', cell,
        'hidden', hidden,
        'train', train_auc,
        'train_error', if(auc_repeats >= 3, 2 * train_auc_std / sqrt(auc_repeats), NULL),
        'test', test_auc
      ) AS reached
    FROM hidden_nodes JOIN named USING (cell) JOIN drawn USING (cell)
    WHERE data = 'xor' AND stage = 'dense' AND test_auc IS NOT NULL
  ),
  curves_over_h AS (
    SELECT
      data, k, p, n, settings, layers,
      concat_ws(', ', min(problem), nullif(settings, ''), min(depth)) AS problem,
      min_by(reached, named_struct('h', h, 'hidden', hidden)) AS narrowest,
      max_by(reached, named_struct('h', h, 'hidden', hidden)) AS widest,
      max_by(reached, if(h <= most / 2, named_struct('auc', test_auc, 'less', -h, 'hidden', hidden), NULL)) AS best,
      min(scored_of_repeats) = max(scored_of_repeats) AS comparable,
      concat(
        '; best of ', concat_ws(' to ', array_distinct(array(min(inits_least), max(inits)))),
        if(max(inits) = 1, ' init on ', ' inits on '),
        if(
          max(auc_repeats) = 1,
          'one data set',
          concat(concat_ws(' to ', array_distinct(array(min(auc_repeats), max(auc_repeats)))), ' data sets')
        ),
        if(
          min(auc_repeats) = max(auc_repeats) AND min(scored_of_repeats.repeat) <> max(scored_of_repeats.repeat),
          ', not the same ones',
          ''
        )
      ) AS compared
    FROM measured
    GROUP BY data, k, p, n, settings, layers
    HAVING count(DISTINCT h) >= 3
  ),
  -- By data set: comparable networks have the same ones.
  differences AS (
    SELECT
      data, k, p, n, settings, layers, problem, narrowest, widest, best, comparable, compared,
      widest.train - narrowest.train AS rise,
      if(comparable AND count(*) >= 3, 2 * exact_std(wide.train - narrow.train) / sqrt(count(*)), NULL) AS rise_error,
      widest.test - best.test AS gain,
      if(comparable AND count(*) >= 3, 2 * exact_std(wide.test - good.test) / sqrt(count(*)), NULL) AS gain_error
    FROM curves_over_h
      JOIN best_inits AS wide ON wide.cell = widest.cell
      LEFT JOIN best_inits AS narrow ON narrow.cell = narrowest.cell AND narrow.repeat = wide.repeat
      LEFT JOIN best_inits AS good ON good.cell = best.cell AND good.repeat = wide.repeat
    GROUP BY data, k, p, n, settings, layers, problem, narrowest, widest, best, comparable, compared
  )
SELECT
  1 AS place, data, k, p, n, settings, layers, problem,
  'With more hidden units the train AUC rises and reaches 1 (0.99).' AS claim,
  if(
    comparable,
    if(abs(rise) > rise_error, rise > 0, NULL)
      AND if(abs(widest.train - 0.99D) > widest.train_error, widest.train > 0.99D, NULL),
    NULL
  ) AS holds,
  concat(format_number(narrowest.train, 3), ' at H\u00a0=\u00a0', narrowest.hidden, ', ',
    format_number(widest.train, 3), ' at H\u00a0=\u00a0', widest.hidden, '; difference ', format_number(rise, 3),
    coalesce(concat(' ± ', format_number(rise_error, 3), ' (two standard errors)'), ''), compared) AS evidence
FROM differences
UNION ALL
SELECT
  2, data, k, p, n, settings, layers, problem,
  concat(
    'The test AUC reaches its best at a relatively small H: the widest network is no better (by more than 0.01) ',
    'than all of at most half its width.'
  ),
  if(comparable AND abs(gain - 0.01D) > gain_error, gain < 0.01D, NULL),
  concat('best ', format_number(best.test, 3), ' at H\u00a0=\u00a0', best.hidden, ', ', format_number(widest.test, 3),
    ' at H\u00a0=\u00a0', widest.hidden, '; difference ', format_number(gain, 3),
    coalesce(concat(' ± ', format_number(gain_error, 3), ' (two standard errors)'), ''), compared)
FROM differences
WHERE best IS NOT NULL
ORDER BY place, data, k, p, n, settings, layers
