-- Sections 2.1 and 2.2 of the paper, decided by the ends of each sorted curve. Irrelevant inputs are few where they are no
-- more than the relevant ones, and fewest of the sweep; the paper has none there.
WITH
  -- The ranks that all repeats have: a mean at another one is of fewer data sets.
  shared AS (
    SELECT *
    FROM (SELECT *, max(repeats) OVER (PARTITION BY cell) AS most FROM sorted_minima WHERE stage = 'dense')
    WHERE repeats = most
  ),
  ends AS (
    SELECT
      cell, problem, data, k, p, n, h, hidden, network, layers, depth,
      max(repeats) AS repeats,
      max(rank) AS inits,
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
  problems AS (
    SELECT
      concat_ws(', ', problem, depth) AS problem, data, k, p, n, layers,
      count(DISTINCT h) AS widths,
      max_by(
        named_struct('network', network, 'lowest', lowest, 'highest', highest, 'inits', inits, 'repeats', repeats,
          'gradient_norm', gradient_norm),
        named_struct('ratio', highest / greatest(lowest, 1e-6D), 'network', network)
      ) AS widest,
      min_by(
        named_struct('network', network, 'h', h, 'lowest', lowest),
        named_struct('lowest', lowest, 'h', h, 'network', network)
      ) AS winner,
      min(h) AS narrowest_h,
      max(h) AS widest_h,
      min(inits) = max(inits) AND min(repeats) = max(repeats) AS comparable,
      concat(
        concat_ws(' to ', array_distinct(array(min(inits), max(inits)))), ' inits on ',
        concat_ws(' to ', array_distinct(array(min(repeats), max(repeats)))),
        if(max(repeats) = 1, ' data set', ' data sets')
      ) AS compared,
      max(best_test_auc) AS best_test_auc,
      max(highest_test_auc) AS highest_test_auc,
      sum(networks) AS networks,
      p = min(p) OVER (PARTITION BY data, k) AND p <= 2 * k AS few
    FROM ends JOIN reached USING (cell)
    GROUP BY problem, data, k, p, n, layers, depth
  )
SELECT
  1 AS place, data, k, p, n, layers, problem,
  'Local minima are not equivalent: the lowest is much smaller than the highest (at most half of it).' AS claim,
  widest.lowest <= widest.highest / 2 AND widest.highest > 0 AS holds,
  concat(widest.network, ': lowest ', format_string('%.3g', widest.lowest), ', highest ',
    format_string('%.3g', widest.highest), ' of ', widest.inits, ' inits on ', widest.repeats, if(widest.repeats = 1, ' data set', ' data sets'),
    coalesce(concat(', mean gradient norm at most ', format_string('%.2g', widest.gradient_norm)), '')) AS evidence
FROM problems
WHERE data = 'xor'
UNION ALL
SELECT
  2, data, k, p, n, layers, problem,
  if(p >= 100, 'With many irrelevant inputs the narrowest network has the lowest loss.',
    'With few irrelevant inputs the widest network has the lowest loss.'),
  if(comparable, winner.h = if(p >= 100, narrowest_h, widest_h), NULL),
  concat('lowest loss ', format_string('%.3g', winner.lowest), ' by ', winner.network, '; ', compared)
FROM problems
WHERE data = 'xor' AND widths >= 2 AND (p >= 100 OR few)
UNION ALL
SELECT
  3, data, k, p, n, layers, problem,
  if(p >= 100, 'With too many irrelevant inputs every test AUC is near 0.5 (none reaches 0.6).',
    'With few irrelevant inputs a deep optimum is easy to find (mean test AUC of 0.9 or more at some rank).'),
  if(p >= 100, highest_test_auc < 0.6D, best_test_auc >= 0.9D),
  if(p >= 100, concat('best test AUC of ', networks, ' networks: ', format_number(highest_test_auc, 3)),
    concat('best mean test AUC at a rank: ', format_number(best_test_auc, 3)))
FROM problems
WHERE data = 'xor' AND (p >= 100 OR few)
ORDER BY place, data, k, p, n, layers
