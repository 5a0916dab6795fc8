-- Section 3.1 of the paper, decided at each cell that has the stages to compare.
WITH
  stages AS (
    SELECT
      cell, min(problem) AS problem, min(network) AS network, min(runs) AS runs,
      max(if(stage = 'dense', test_auc_mean, NULL)) AS dense,
      max(if(stage = 'cpa_hidden', test_auc_mean, NULL)) AS cpa,
      max(if(stage = 'cpna_hidden', test_auc_mean, NULL)) AS cpna,
      max(if(stage = 'cpna_all', test_auc_mean, NULL)) AS pruned_all,
      max(if(stage = 'cpa_hidden', test_auc_std, NULL)) AS cpa_std,
      max(if(stage = 'cpna_hidden', test_auc_std, NULL)) AS cpna_std
    FROM pruning JOIN named USING (cell)
    GROUP BY cell
  )
SELECT
  1 AS place, cell, concat(problem, ', ', network) AS problem,
  'Pruning the hidden connections (CPNA) generalises better than the dense network.' AS claim,
  cpna > dense AS holds,
  concat('mean test AUC ', format_number(dense, 3), ' dense, ', format_number(cpna, 3), ' pruned; runs: ', runs)
    AS evidence
FROM stages
WHERE dense IS NOT NULL AND cpna IS NOT NULL
UNION ALL
SELECT
  2, cell, concat(problem, ', ', network),
  'With normalisation (CPNA) the mean test AUC is higher and its spread smaller than without (CPA).',
  cpna > cpa AND cpna_std < cpa_std,
  concat('CPNA ', format_number(cpna, 3), ' ± ', format_number(cpna_std, 3), ', CPA ', format_number(cpa, 3), ' ± ',
    format_number(cpa_std, 3), '; runs: ', runs)
FROM stages
WHERE cpa_std IS NOT NULL AND cpna_std IS NOT NULL
UNION ALL
SELECT
  3, cell, concat(problem, ', ', network),
  'Pruning the input connections too improves further.',
  pruned_all > cpna,
  concat('mean test AUC ', format_number(cpna, 3), ' after phase 1, ', format_number(pruned_all, 3),
    ' after phase 2; runs: ', runs)
FROM stages
WHERE pruned_all IS NOT NULL AND cpna IS NOT NULL
ORDER BY place, cell
