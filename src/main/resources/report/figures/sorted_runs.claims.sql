-- Section 4.1 of the paper (figure 7), decided at each cell by the networks that went through all the stages compared,
-- where their mean difference is more than two standard errors away from the one asked for. That is one of medians;
-- where the mean is on the other side of it nothing is decided. As for pruning, of three data sets or more each counts
-- once, of one alone its inits do, three or more of them, and two data sets decide nothing.
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
    SELECT
      *,
      pruned IS NOT NULL AND (with_random OR with_initial) AND (random IS NOT NULL OR NOT with_random)
        AND (initial IS NOT NULL OR NOT with_initial) AS whole
    FROM (
      SELECT *, count(random) OVER cell_of > 0 AS with_random, count(initial) OVER cell_of > 0 AS with_initial
      FROM networks
      WINDOW cell_of AS (PARTITION BY cell)
    )
  ),
  medians AS (
    SELECT
      cell, with_random AND with_initial AS with_both,
      median(pruned) AS pruned,
      median(random) AS random,
      median(initial) AS initial
    FROM present
    WHERE whole
    GROUP BY cell, with_random, with_initial
  ),
  gains_of_repeats AS (
    SELECT
      cell, gain_of, repeat,
      count(*) AS pairs,
      exact_mean(one) AS one,
      exact_mean(other) AS other,
      exact_mean(one - other) AS gain,
      exact_std(one - other) AS gain_std
    FROM present
    LATERAL VIEW stack(
      3,
      'pruned, random', if(whole, pruned, NULL), random,
      'pruned, initial', if(whole, pruned, NULL), initial,
      'initial, random', initial, random
    ) AS gain_of, one, other
    WHERE one IS NOT NULL AND other IS NOT NULL
    GROUP BY cell, gain_of, repeat
  ),
  gains AS (
    SELECT
      cell, gain_of,
      sum(pairs) AS pairs,
      count(*) AS repeats,
      exact_mean(one) AS one,
      exact_mean(other) AS other,
      exact_mean(gain) AS gain,
      CASE
        WHEN count(*) >= 3 THEN 2 * exact_std(gain) / sqrt(count(*))
        WHEN count(*) = 1 AND sum(pairs) >= 3 THEN 2 * max(gain_std) / sqrt(sum(pairs))
      END AS error
    FROM gains_of_repeats
    GROUP BY cell, gain_of
  ),
  named_gains AS (
    SELECT
      cell, gain_of, one, other, gain, error,
      concat_ws(', ', problem, network) AS problem,
      concat(pairs, ' of ', begun, ' runs on ', if(repeats = 1, 'one data set', concat(repeats, ' data sets'))) AS runs
    FROM gains
      JOIN named USING (cell)
      JOIN (SELECT cell, max(runs + diverged + failed) AS begun FROM pruning GROUP BY cell) USING (cell)
  ),
  far AS (
    SELECT
      *,
      CASE
        WHEN gain - error > 0.1D AND apart >= 0.1D THEN true
        WHEN gain + error < 0.1D AND apart < 0.1D THEN false
      END AS by_far
    FROM (
      SELECT
        cell, gain_of, problem, runs, gain, error, with_both, pruned, random, initial,
        if(gain_of = 'pruned, random', pruned - random, pruned - initial) AS apart
      FROM named_gains JOIN medians USING (cell)
      WHERE gain_of <> 'initial, random'
    )
  )
SELECT
  1 AS place, cell, problem,
  'Neither retraining reaches the pruned network (median test AUC lower by 0.1 or more).' AS claim,
  if(
    with_both,
    max(if(gain_of = 'pruned, random', by_far, NULL)) AND max(if(gain_of = 'pruned, initial', by_far, NULL)),
    NULL
  ) AS holds,
  concat_ws(', ', concat('cpna_hidden ', format_number(pruned, 3)), concat('random weights ', format_number(random, 3)),
    concat('initial weights ', format_number(initial, 3)), runs) AS evidence
FROM far
GROUP BY cell, problem, runs, with_both, pruned, random, initial
UNION ALL
SELECT
  2, cell, problem,
  'Retraining from the initial weights does a little better than from random ones.',
  CASE WHEN abs(gain) > error THEN gain > 0 END,
  concat('mean test AUC ', format_number(one, 3), ' against ', format_number(other, 3), '; difference ',
    format_number(gain, 3), coalesce(concat(' ± ', format_number(error, 3), ' (two standard errors)'), ''),
    ', ', runs)
FROM named_gains
WHERE gain_of = 'initial, random'
ORDER BY place, cell
