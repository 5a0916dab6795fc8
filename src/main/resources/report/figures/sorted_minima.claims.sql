-- Sections 2.1 and 2.2 of the paper, decided by the ends of each sorted curve. Irrelevant inputs are few where they are
-- no more than the relevant ones, and fewest of the sweep; the paper has none there.
WITH
  -- The ranks that all repeats have: a mean at another one is of fewer data sets.
  shared AS (
    SELECT *
    FROM (
      SELECT *, max(repeats) OVER cell_of AS most, min(repeats) OVER cell_of AS least
      FROM sorted_minima
      WHERE stage = 'dense' AND data = 'xor'
      WINDOW cell_of AS (PARTITION BY cell)
    )
    WHERE repeats = most
  ),
  ends AS (
    SELECT
      cell, problem, data, k, p, n, h, hidden, settings, network, layers, depth,
      max(repeats) AS repeats,
      max(rank) AS inits,
      min(least) < max(most) AS cut,
      min_by(train_loss, rank) AS lowest,
      max_by(train_loss, rank) AS highest,
      max(gradient_norm) AS gradient_norm,
      max(test_auc) AS best_test_auc
    FROM shared JOIN named USING (cell)
    GROUP BY ALL
    HAVING max(rank) >= 3
  ),
  reached AS (
    SELECT cell, max(test_auc) AS highest_test_auc, count(test_auc) AS networks
    FROM sorted_runs
    WHERE stage = 'dense'
    GROUP BY cell
  ),
  -- Widths are compared where they share their settings; those that are alone with theirs stay together, undecided.
  asked AS (
    SELECT
      *,
      p = min(p) OVER (PARTITION BY data, k) AND p <= 2 * k AS few,
      if(
        size(collect_set(h) OVER (PARTITION BY data, k, p, n, layers, settings)) >= 2,
        settings,
        NULL
      ) AS shared_settings
    FROM ends JOIN reached USING (cell) JOIN drawn USING (cell)
  ),
  problems AS (
    SELECT
      concat_ws(', ', problem, depth) AS problem, data, k, p, n, layers, few,
      max_by(
        named_struct('network', network, 'lowest', lowest, 'highest', highest, 'inits', inits, 'repeats', repeats,
          'gradient_norm', gradient_norm),
        named_struct('ratio', highest / greatest(lowest, 1e-6D), 'network', network)
      ) AS widest,
      max(cut) AS cut,
      max(best_test_auc) AS best_test_auc,
      max(highest_test_auc) AS highest_test_auc,
      sum(networks) AS networks
    FROM asked
    GROUP BY problem, data, k, p, n, layers, depth, few
  ),
  compared AS (
    SELECT
      concat_ws(', ', problem, nullif(shared_settings, ''), depth) AS problem,
      data, k, p, n, layers, few, shared_settings,
      min_by(
        named_struct('network', network, 'h', h, 'lowest', lowest),
        named_struct('lowest', lowest, 'h', h, 'network', network)
      ) AS winner,
      min(h) AS narrowest_h,
      max(h) AS widest_h,
      shared_settings IS NOT NULL AND min(inits_of_repeats) = max(inits_of_repeats) AS comparable,
      concat(
        concat_ws(' to ', array_distinct(array(min(fewest_inits), max(most_inits)))), ' inits on ',
        concat_ws(' to ', array_distinct(array(min(repeats), max(repeats)))),
        if(max(repeats) = 1, ' data set', ' data sets'),
        if(
          min(repeats) = max(repeats) AND min(inits_of_repeats.repeat) <> max(inits_of_repeats.repeat),
          ', not the same ones',
          ''
        )
      ) AS inits_compared
    FROM asked
    GROUP BY problem, data, k, p, n, layers, depth, few, shared_settings
    HAVING count(DISTINCT h) >= 2
  )
SELECT
  1 AS place, data, k, p, n, layers, '' AS settings, problem,
  'Local minima are not equivalent: the lowest is much smaller than the highest (at most half of it).' AS claim,
  -- The highest of all inits is no lower than that of the ranks shared, nor than that of fewer inits than the paper's.
  CASE
    WHEN widest.lowest <= widest.highest / 2 AND widest.highest > 0 THEN true
    WHEN NOT cut AND widest.inits >= 100 THEN false
  END AS holds,
  concat(widest.network, ': lowest ', format_string('%.3g', widest.lowest), ', highest ',
    format_string('%.3g', widest.highest), ' of ', widest.inits, ' inits on ', widest.repeats,
    if(widest.repeats = 1, ' data set', ' data sets'),
    if(
      widest.gradient_norm IS NULL,
      '',
      concat(', mean gradient norm at most ', format_string('%.2g', widest.gradient_norm))
    ),
    CASE
      WHEN widest.lowest <= widest.highest / 2 THEN ''
      WHEN cut THEN '; some data sets have more inits'
      WHEN widest.inits < 100 THEN '; the paper has 100 inits'
      ELSE ''
    END) AS evidence
FROM problems
UNION ALL
SELECT
  2, data, k, p, n, layers, shared_settings, problem,
  if(p >= 100, 'With many irrelevant inputs the narrowest network has the lowest loss.',
    'With few irrelevant inputs the widest network has the lowest loss.'),
  if(comparable, winner.h = if(p >= 100, narrowest_h, widest_h), NULL),
  concat('lowest loss ', format_string('%.3g', winner.lowest), ' by ', winner.network, '; ', inits_compared)
FROM compared
WHERE p >= 100 OR few
UNION ALL
SELECT
  3, data, k, p, n, layers, '', problem,
  if(p >= 100, 'With too many irrelevant inputs every test AUC is near 0.5 (none reaches 0.6).',
    'With few irrelevant inputs a deep optimum is easy to find (mean test AUC of 0.9 or more at some rank).'),
  CASE WHEN p >= 100 THEN highest_test_auc < 0.6D WHEN best_test_auc >= 0.9D THEN true WHEN NOT cut THEN false END,
  if(p >= 100, concat('best test AUC of ', networks, ' networks: ', format_number(highest_test_auc, 3)),
    concat('best mean test AUC at a rank: ', format_number(best_test_auc, 3)))
FROM problems
WHERE p >= 100 OR few
ORDER BY place, data, k, p, n, layers, settings
