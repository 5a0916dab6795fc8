-- Train and test AUC per epoch of one trial a cell; a phase is named on its first row.
SELECT
  concat(problem, ', ', network) AS panel, measure AS series, traced.stage, epoch,
  if(measure = 'train', coalesce(train_auc, train_accuracy), coalesce(test_auc, test_accuracy)) AS score,
  if(epoch = stage_start AND measure = 'train', traced.stage, NULL) AS phase
FROM traced JOIN named USING (cell)
CROSS JOIN (VALUES ('train'), ('test')) AS measures (measure)
ORDER BY cell, series, epoch
