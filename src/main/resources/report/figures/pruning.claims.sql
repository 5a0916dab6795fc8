-- Section 3.1 of the paper, decided at each cell by the networks that went through both stages, where their mean
-- difference is more than two standard errors. Inits of one data set share what is easy or hard about it: of three data
-- sets or more each counts once, of one alone its inits do, three or more of them, and two data sets decide nothing.
WITH
  networks AS (
    SELECT
      cell, repeat, seed,
      max(if(stage = 'dense', test_auc, NULL)) AS dense,
      max(if(stage = 'cpa_hidden', test_auc, NULL)) AS cpa,
      max(if(stage = 'cpna_hidden', test_auc, NULL)) AS cpna,
      max(if(stage = 'cpna_all', test_auc, NULL)) AS pruned_all
    FROM sorted_runs
    WHERE data = 'xor'
    GROUP BY cell, repeat, seed
  ),
  pairs_of_repeats AS (
    SELECT
      cell, place, repeat,
      count(*) AS pairs,
      exact_mean(one) AS one,
      exact_mean(other) AS other,
      exact_mean(other - one) AS gain,
      exact_std(other - one) AS gain_std,
      exact_std(one) AS one_std,
      exact_std(other) AS other_std,
      ln(exact_std(other)) - ln(exact_std(one)) AS widening
    FROM networks LATERAL VIEW stack(3, 1, dense, cpna, 2, cpa, cpna, 3, cpna, pruned_all) AS place, one, other
    WHERE one IS NOT NULL AND other IS NOT NULL
    GROUP BY cell, place, repeat
  ),
  -- A spread is that over the inits of a data set.
  compared AS (
    SELECT
      cell, place,
      sum(pairs) AS pairs,
      count(*) AS repeats,
      exact_mean(one) AS one,
      exact_mean(other) AS other,
      exact_mean(gain) AS gain,
      CASE
        WHEN count(*) >= 3 THEN 2 * exact_std(gain) / sqrt(count(*))
        WHEN count(*) = 1 AND sum(pairs) >= 3 THEN 2 * max(gain_std) / sqrt(sum(pairs))
      END AS error,
      exact_mean(one_std) AS one_std,
      exact_mean(other_std) AS other_std,
      exact_mean(widening) AS widening,
      -- The logarithm of a standard deviation has a standard error of 1 / sqrt(2 (pairs - 1)), a ratio's of both.
      CASE
        WHEN count(widening) >= 3 THEN 2 * exact_std(widening) / sqrt(count(widening))
        WHEN count(*) = 1 AND sum(pairs) >= 3 THEN 2 / sqrt(sum(pairs) - 1)
      END AS widening_error
    FROM pairs_of_repeats
    GROUP BY cell, place
  ),
  decided AS (
    SELECT
      *,
      concat_ws(', ', problem, network) AS problem_and_network,
      CASE WHEN abs(gain) > error THEN gain > 0 END AS higher,
      CASE WHEN abs(widening) > widening_error THEN widening < 0 END AS narrower,
      concat(
        '; difference ', format_number(gain, 3),
        coalesce(concat(' ± ', format_number(error, 3), ' (two standard errors)'), ''),
        ', ', pairs, ' of ', begun, ' runs on ', if(repeats = 1, 'one data set', concat(repeats, ' data sets'))
      ) AS difference
    FROM compared
      JOIN (SELECT cell, max(runs + diverged + failed) AS begun FROM pruning GROUP BY cell) USING (cell)
      JOIN named USING (cell)
  )
SELECT
  1 AS place, cell, problem_and_network AS problem,
  'Pruning the hidden connections (CPNA) generalises better than the dense network.' AS claim,
  higher AS holds,
  concat('mean test AUC ', format_number(one, 3), ' dense, ', format_number(other, 3), ' pruned', difference)
    AS evidence
FROM decided
WHERE place = 1
UNION ALL
SELECT
  2, cell, problem_and_network,
  'With normalisation (CPNA) the mean test AUC is higher and its spread smaller than without (CPA).',
  higher AND narrower,
  concat('CPNA ', format_number(other, 3), coalesce(concat(' ± ', format_number(other_std, 3)), ''),
    ', CPA ', format_number(one, 3), coalesce(concat(' ± ', format_number(one_std, 3)), ''), difference)
FROM decided
WHERE place = 2
UNION ALL
SELECT
  3, cell, problem_and_network,
  'Pruning the input connections too improves further.',
  higher,
  concat('mean test AUC ', format_number(one, 3), ' after phase 1, ', format_number(other, 3), ' after phase 2',
    difference)
FROM decided
WHERE place = 3
ORDER BY place, cell
