-- Sections 2.1 and 2.2 of the paper, decided by the ends of each sorted curve. Irrelevant inputs are few where they are no
-- more than the relevant ones, and fewest of the sweep; the paper has none there.
WITH
  ends AS (
    SELECT
      problem, data, k, p, n, h, network,
      max(rank) AS inits,
      min_by(train_loss, rank) AS lowest,
      max_by(train_loss, rank) AS highest,
      max(test_auc) AS best_test_auc
    FROM sorted_minima JOIN named USING (cell)
    WHERE stage = 'dense'
    GROUP BY cell, problem, data, k, p, n, h, network
    HAVING max(rank) >= 3
  ),
  problems AS (
    SELECT
      problem, data, k, p, n,
      count(DISTINCT h) AS widths,
      max_by(named_struct('network', network, 'lowest', lowest, 'highest', highest, 'inits', inits),
        highest / greatest(lowest, 1e-6D)) AS widest,
      min_by(network, lowest) AS winner,
      min_by(h, lowest) AS winner_h,
      min(h) AS narrowest_h,
      max(h) AS widest_h,
      min(lowest) AS winner_loss,
      max(best_test_auc) AS best_test_auc,
      p = min(p) OVER (PARTITION BY data, k) AND p <= 2 * k AS few
    FROM ends
    GROUP BY problem, data, k, p, n
  )
SELECT
  1 AS place, data, k, p, n, problem,
  'Local minima are not equivalent: the lowest is much smaller than the highest (at most half of it).' AS claim,
  widest.lowest <= widest.highest / 2 AND widest.highest > 0 AS holds,
  concat(widest.network, ': lowest ', format_string('%.3g', widest.lowest), ', highest ',
    format_string('%.3g', widest.highest), ' of ', widest.inits, ' inits') AS evidence
FROM problems
WHERE data = 'xor'
UNION ALL
SELECT
  2, data, k, p, n, problem,
  if(p >= 100, 'With many irrelevant inputs the narrowest network has the lowest loss.',
    'With few irrelevant inputs the widest network has the lowest loss.'),
  if(p >= 100, winner_h = narrowest_h, winner_h = widest_h),
  concat('lowest loss ', format_string('%.3g', winner_loss), ' by ', winner)
FROM problems
WHERE data = 'xor' AND widths >= 2 AND (p >= 100 OR few)
UNION ALL
SELECT
  3, data, k, p, n, problem,
  if(p >= 100, 'With too many irrelevant inputs every test AUC is near 0.5 (none reaches 0.6).',
    'With few irrelevant inputs a deep optimum is easy to find (mean test AUC of 0.9 or more at some rank).'),
  if(p >= 100, best_test_auc < 0.6D, best_test_auc >= 0.9D),
  concat('best mean test AUC at a rank: ', format_number(best_test_auc, 3))
FROM problems
WHERE data = 'xor' AND (p >= 100 OR few)
ORDER BY place, data, k, p, n
