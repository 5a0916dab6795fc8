-- The paper's table 1 (3000 rows to train on, as many to test on) beside ours: the best test AUC of all cells of the
-- problem, ties by cell.
WITH
  paper AS (
    SELECT *
    FROM
      VALUES
        (3, 60, 'dense', 0.8253D),
        (3, 60, 'cpna_hidden', 0.9658D),
        (3, 60, 'cpna_all', 0.9958D),
        (3, 60, 'retrained_random', 0.7047D),
        (3, 60, 'retrained_initial', 0.7168D),
        (4, 40, 'dense', 0.7217D),
        (4, 40, 'cpna_hidden', 0.9531D),
        (4, 40, 'cpna_all', 0.9831D),
        (4, 40, 'retrained_random', 0.5283D),
        (4, 40, 'retrained_initial', 0.6932D),
        (5, 20, 'dense', 0.6624D),
        (5, 20, 'cpna_hidden', 0.8003D),
        (5, 20, 'cpna_all', 0.9683D),
        (5, 20, 'retrained_random', 0.5321D),
        (5, 20, 'retrained_initial', 0.6629D)
        AS paper (k, p, stage, value)
  ),
  ours AS (
    SELECT
      paper.k, paper.p, paper.stage, paper.value,
      max_by(
        named_struct('network', network, 'runs', runs, 'auc', test_auc_best, 'mean', test_auc_mean, 'std', test_auc_std,
          'deep', deep_share),
        named_struct('auc', test_auc_best, 'before', -cell)
      ) AS best,
      count(*) AS cells,
      sum(runs) AS runs
    FROM paper
      JOIN pruning ON pruning.data = 'xor' AND pruning.n = 3000 AND paper.stage = pruning.stage AND paper.k = pruning.k
        AND paper.p = pruning.p
      JOIN named USING (cell)
      JOIN (SELECT cell FROM cells WHERE setting.test = 3000) USING (cell)
    WHERE test_auc_best IS NOT NULL
    GROUP BY ALL
  )
SELECT
  concat(k, '-D XOR, p = ', p) AS problem,
  stage,
  value AS `the paper`,
  best.auc AS ours,
  best.auc - value AS difference,
  best.mean AS mean,
  best.std AS std,
  best.deep AS `share of 0.95 or more`,
  best.runs AS runs,
  best.network AS network,
  cells AS `of cells`,
  ours.runs AS `of runs`
FROM ours
ORDER BY k, p, stage_place(stage), value
