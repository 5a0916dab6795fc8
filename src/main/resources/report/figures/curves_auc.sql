-- Train and test score (`metric` names it) per epoch of one trial a cell; a phase is named on its first row.
SELECT
  concat(problem, ', ', network) AS panel, measure AS series, traced.stage, epoch,
  if(metric = 'AUC', if(measure = 'train', train_auc, test_auc), if(measure = 'train', train_accuracy, test_accuracy))
    AS score,
  if(epoch = stage_start AND measure = 'train', traced.stage, NULL) AS phase,
  metric
FROM traced JOIN named USING (cell)
CROSS JOIN (VALUES ('train'), ('test')) AS measures (measure)
ORDER BY cell, series, epoch
