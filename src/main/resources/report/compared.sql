-- The paper's values beside ours: table 1 gives the best test AUC of a cell, table 3 the mean test accuracy.
WITH
  ours AS (
    SELECT
      paper.source, paper.data, paper.k, paper.p, paper.stage, paper.hidden, paper.measure, paper.value, paper.std,
      max_by(
        named_struct('cell', cell, 'network', network, 'runs', runs, 'auc', test_auc_best, 'accuracy',
          test_accuracy_mean, 'accuracy_std', test_accuracy_std, 'mean', test_auc_mean, 'std', test_auc_std,
          'deep', deep_share),
        if(paper.measure = 'test_auc', test_auc_best, test_accuracy_mean)
      ) AS best
    FROM paper
      JOIN pruning
        ON paper.data = pruning.data AND paper.stage = pruning.stage AND paper.k <=> pruning.k
          AND paper.p = pruning.p AND paper.hidden IN ('', pruning.hidden)
      JOIN named USING (cell)
    GROUP BY ALL
  )
SELECT
  source AS paper,
  concat(if(data = 'xor', concat(k, '-D XOR'), data), ', p = ', p) AS problem,
  stage,
  if(measure = 'test_auc', 'best test AUC', 'mean test accuracy') AS measure,
  value AS `the paper`,
  if(measure = 'test_auc', best.auc, best.accuracy) AS ours,
  if(measure = 'test_auc', best.auc, best.accuracy) - value AS difference,
  if(measure = 'test_auc', best.mean, best.accuracy) AS mean,
  if(measure = 'test_auc', best.std, best.accuracy_std) AS std,
  best.deep AS `share of 0.95 or more`,
  best.runs AS runs,
  best.network AS network
FROM ours
ORDER BY source, data, k, p,
  array_position(array('dense', 'cpna_hidden', 'cpna_all', 'retrained_random', 'retrained_initial'), stage), value
