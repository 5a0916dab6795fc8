-- Section 4.1 of the paper (figure 7), decided by the medians of each cell's stages.
WITH
  stages AS (
    SELECT
      cell, min(problem) AS problem, min(network) AS network, min(runs) AS runs,
      max(if(stage = 'cpna_hidden', test_auc_median, NULL)) AS pruned,
      max(if(stage = 'retrained_random', test_auc_median, NULL)) AS random,
      max(if(stage = 'retrained_initial', test_auc_median, NULL)) AS initial
    FROM pruning JOIN named USING (cell)
    GROUP BY cell
  )
SELECT
  1 AS place, cell, concat(problem, ', ', network) AS problem,
  'Neither retraining reaches the pruned network (median test AUC lower by 0.1 or more).' AS claim,
  pruned - greatest(random, initial) >= 0.1D AS holds,
  concat_ws(', ', concat('cpna_hidden ', format_number(pruned, 3)), concat('random weights ', format_number(random, 3)),
    concat('initial weights ', format_number(initial, 3)), concat('runs: ', runs)) AS evidence
FROM stages
WHERE pruned IS NOT NULL AND coalesce(random, initial) IS NOT NULL
UNION ALL
SELECT
  2, cell, concat(problem, ', ', network),
  'Retraining from the initial weights does a little better than from random ones.',
  initial > random,
  concat('median test AUC ', format_number(initial, 3), ' against ', format_number(random, 3), ', runs: ', runs)
FROM stages
WHERE random IS NOT NULL AND initial IS NOT NULL
ORDER BY place, cell
