-- Section 4.1 of the paper (figure 7), decided at each cell by the networks that went through all the stages compared:
-- three or more of them, and a mean difference more than two standard errors away from the one asked for. That is one
-- of medians; where the mean is on the other side of it nothing is decided.
WITH
  networks AS (
    SELECT
      cell, repeat, seed,
      max(if(stage = 'cpna_hidden', test_auc, NULL)) AS pruned,
      max(if(stage = 'retrained_random', test_auc, NULL)) AS random,
      max(if(stage = 'retrained_initial', test_auc, NULL)) AS initial
    FROM sorted_runs
    WHERE data = 'xor'
    GROUP BY cell, repeat, seed
  ),
  present AS (
    SELECT *, count(random) OVER cell_of > 0 AS with_random, count(initial) OVER cell_of > 0 AS with_initial
    FROM networks
    WINDOW cell_of AS (PARTITION BY cell)
  ),
  named_cells AS (
    SELECT cell, concat_ws(', ', problem, network) AS problem, begun
    FROM named JOIN (SELECT cell, max(runs + diverged + failed) AS begun FROM pruning GROUP BY cell) USING (cell)
  ),
  reached AS (
    SELECT
      cell, with_random AND with_initial AS with_both,
      count(*) AS runs,
      median(pruned) AS pruned,
      median(random) AS random,
      median(initial) AS initial,
      exact_mean(pruned - random) AS above_random,
      2 * exact_std(pruned - random) / sqrt(count(*)) AS random_error,
      exact_mean(pruned - initial) AS above_initial,
      2 * exact_std(pruned - initial) / sqrt(count(*)) AS initial_error
    FROM present
    WHERE pruned IS NOT NULL AND (with_random OR with_initial)
      AND (random IS NOT NULL OR NOT with_random) AND (initial IS NOT NULL OR NOT with_initial)
    GROUP BY cell, with_random, with_initial
  ),
  decided AS (
    SELECT
      *,
      CASE
        WHEN above_random - random_error > 0.1D AND pruned - random >= 0.1D THEN true
        WHEN above_random + random_error < 0.1D AND pruned - random < 0.1D THEN false
      END AS above_random_by_far,
      CASE
        WHEN above_initial - initial_error > 0.1D AND pruned - initial >= 0.1D THEN true
        WHEN above_initial + initial_error < 0.1D AND pruned - initial < 0.1D THEN false
      END AS above_initial_by_far
    FROM reached
  ),
  retrained AS (
    SELECT
      cell,
      count(*) AS runs,
      exact_mean(random) AS random,
      exact_mean(initial) AS initial,
      exact_mean(initial - random) AS gain,
      2 * exact_std(initial - random) / sqrt(count(*)) AS error
    FROM networks
    WHERE random IS NOT NULL AND initial IS NOT NULL
    GROUP BY cell
  )
SELECT
  1 AS place, cell, problem,
  'Neither retraining reaches the pruned network (median test AUC lower by 0.1 or more).' AS claim,
  if(with_both AND runs >= 3, above_random_by_far AND above_initial_by_far, NULL) AS holds,
  concat_ws(', ', concat('cpna_hidden ', format_number(pruned, 3)), concat('random weights ', format_number(random, 3)),
    concat('initial weights ', format_number(initial, 3)), concat(runs, ' of ', begun, ' runs')) AS evidence
FROM decided JOIN named_cells USING (cell)
UNION ALL
SELECT
  2, cell, problem,
  'Retraining from the initial weights does a little better than from random ones.',
  CASE WHEN runs >= 3 AND abs(gain) > error THEN gain > 0 END,
  concat('mean test AUC ', format_number(initial, 3), ' against ', format_number(random, 3), '; difference ',
    format_number(gain, 3), coalesce(concat(' ± ', format_number(error, 3), ' (two standard errors)'), ''),
    ', ', runs, ' of ', begun, ' runs')
FROM retrained JOIN named_cells USING (cell)
ORDER BY place, cell
