-- Section 4.1 of the paper (figure 8), decided by how the stages of the trial that is drawn ended.
WITH
  ends AS (
    SELECT
      cell, problem, network,
      concat('; one trial: repeat ', repeat, ', seed ', seed) AS of_trial,
      max(if(stage = 'dense', train_auc, NULL)) AS dense_train,
      max(if(stage = 'dense', test_auc, NULL)) AS dense_test,
      max(if(stage = 'cpna_hidden', test_auc, NULL)) AS hidden_test,
      max(if(stage = 'cpna_all', train_auc, NULL)) AS all_train,
      max(if(stage = 'cpna_all', test_auc, NULL)) AS all_test
    FROM (SELECT DISTINCT cell, repeat, seed FROM traced)
      JOIN runs USING (cell, repeat, seed)
      JOIN (SELECT cell FROM cells WHERE data = 'xor') USING (cell)
      JOIN named USING (cell)
    GROUP BY cell, problem, network, repeat, seed
  )
SELECT
  1 AS place, cell, concat(problem, ', ', network) AS problem,
  'The dense network fits its training rows (AUC 0.99) but not the test rows (AUC below 0.8).' AS claim,
  dense_train >= 0.99D AND dense_test < 0.8D AS holds,
  concat('train AUC ', format_number(dense_train, 3), ', test AUC ', format_number(dense_test, 3), of_trial)
    AS evidence
FROM ends
WHERE dense_train IS NOT NULL
UNION ALL
SELECT
  2, cell, concat(problem, ', ', network),
  'Pruning hidden connections improves the test AUC considerably (by 0.1 or more).',
  hidden_test - dense_test >= 0.1D,
  concat('test AUC ', format_number(dense_test, 3), ' dense, ', format_number(hidden_test, 3), ' after phase 1',
    of_trial)
FROM ends
WHERE dense_test IS NOT NULL AND hidden_test IS NOT NULL
UNION ALL
SELECT
  3, cell, concat(problem, ', ', network),
  'After pruning the inputs too, the test AUC is comparable to the train AUC (within 0.05, at 0.8 or more).',
  all_train - all_test <= 0.05D AND all_test >= 0.8D,
  concat('train AUC ', format_number(all_train, 3), ', test AUC ', format_number(all_test, 3), ' after phase 2',
    of_trial)
FROM ends
WHERE all_train IS NOT NULL
ORDER BY place, cell
