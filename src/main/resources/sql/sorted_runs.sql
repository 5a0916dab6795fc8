-- Figure 7: the runs of each stage, sorted by test AUC (accuracy among those without) from worst to best.
SELECT
  cell, data, k, p, n, hidden, h, settings, stage,
  row_number() OVER (
    PARTITION BY cell, stage
    ORDER BY test_auc NULLS FIRST, if(test_auc IS NULL, test_accuracy, NULL) NULLS FIRST, repeat, seed
  ) AS run,
  train_loss, train_auc, test_auc, train_accuracy, test_accuracy, repeat, seed, trial_id
FROM runs JOIN cells USING (cell)
ORDER BY cell, stage_place(stage), stage, run
