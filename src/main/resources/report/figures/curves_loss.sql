-- Train and test loss per epoch of one trial a cell; a phase is named on its first row.
SELECT
  concat(problem, ', ', network) AS panel, measure AS series, traced.stage, epoch,
  if(measure = 'train', train_loss, test_loss) AS score,
  if(epoch = stage_start AND measure = 'train', traced.stage, NULL) AS phase
FROM traced JOIN named USING (cell)
CROSS JOIN (VALUES ('train'), ('test')) AS measures (measure)
ORDER BY cell, series, epoch
