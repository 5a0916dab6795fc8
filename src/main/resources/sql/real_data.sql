-- Real data: what each network reached, over splits and retrainings; of the paper's sets its tables 2 and 3.
WITH
  -- A step that chose one network for each split is called by its name. Those count that did not end well.
  steps AS (
    SELECT
      data,
      duplicates,
      split,
      step,
      step = '' OR max(networks) > 1 AS several
    FROM (
      SELECT data, duplicates, split, step, repeat, count(DISTINCT setting) AS networks
      FROM settled
      WHERE duplicates IS NOT NULL AND coalesce(fold, 0) = 0
      GROUP BY data, duplicates, split, step, repeat
    )
    GROUP BY data, duplicates, split, step
  ),
  finals AS (
    SELECT
      runs.*,
      steps.data,
      steps.duplicates,
      steps.split,
      p,
      n,
      setting.test,
      if(several, concat_ws(' ', concat('hidden=', hidden), nullif(settings, '')), steps.step) AS network
    FROM runs JOIN cells USING (cell) JOIN steps
      ON steps.data = cells.data AND steps.duplicates = setting.duplicates AND steps.split = setting.split
      AND steps.step = setting.step
    WHERE coalesce(setting.fold, 0) = 0
  ),
  -- Of a network that two grids ran, the one with curves and the one without, which is in `runs` is a matter of their
  -- ids.
  traces AS (
    SELECT
      cells.cell,
      settled.stage,
      settled.repeat,
      settled.seed,
      curves.test_accuracy,
      curves.hidden_connections,
      curves.output_connections
    FROM settled JOIN cells ON settled.setting = cells.setting
      JOIN curves ON settled.trial_id = curves.trial_id AND settled.stage = curves.stage
    WHERE duplicates IS NOT NULL
  ),
  -- The paper "records the best test accuracy" of each retraining: here of the epochs at the network's final size, of
  -- which the last is one, though no point of the curve may be of it.
  best_epochs AS (
    SELECT
      finals.trial_id,
      finals.stage,
      greatest(max(traces.test_accuracy), max(finals.test_accuracy)) AS best_epoch
    FROM finals JOIN traces
      ON finals.cell = traces.cell AND finals.stage = traces.stage AND finals.repeat = traces.repeat
      AND finals.seed = traces.seed
    WHERE traces.hidden_connections + traces.output_connections <= finals.hidden_connections + finals.output_connections
    GROUP BY finals.trial_id, finals.stage
  ),
  splits AS (
    SELECT
      data,
      duplicates,
      split,
      network,
      stage,
      repeat,
      min(cell) AS cell,
      count(*) AS runs,
      max(p) AS features,
      max(n + test) AS observations,
      exact_mean(CAST(hidden_connections AS DOUBLE)) AS hidden_connections,
      exact_mean(CAST(output_connections AS DOUBLE)) AS output_connections,
      exact_mean(test_accuracy) AS accuracy,
      exact_std(test_accuracy) AS accuracy_std,
      max(test_accuracy) AS accuracy_best,
      if(count(best_epoch) = count(*), exact_mean(best_epoch), NULL) AS accuracy_best_epoch
    FROM finals LEFT JOIN best_epochs USING (trial_id, stage)
    GROUP BY data, duplicates, split, network, stage, repeat
  ),
  summed AS (
    SELECT
      data,
      duplicates,
      split,
      network,
      stage,
      min(cell) AS cell,
      max(features) AS features,
      max(observations) AS observations,
      count(*) AS splits,
      sum(runs) AS runs,
      exact_mean(hidden_connections) AS hidden_connections,
      exact_mean(output_connections) AS output_connections,
      exact_mean(accuracy) AS accuracy_mean,
      exact_std(accuracy) AS accuracy_std_splits,
      exact_mean(accuracy_std) AS accuracy_std_runs,
      exact_mean(accuracy_best) AS accuracy_best,
      max(accuracy) AS accuracy_best_split,
      if(count(accuracy_best_epoch) = count(*), exact_mean(accuracy_best_epoch), NULL) AS accuracy_best_epoch
    FROM splits
    GROUP BY data, duplicates, split, network, stage
  ),
  paper AS (
    SELECT *
    FROM
      VALUES
        ('car', 'dense', 'dense', 1600, 1.0000D, 0.0000D),
        ('car', 'equivalent', 'dense', 150, 0.9823D, 0.0006D),
        ('car', 'cpna', 'cpna_all', 152, 1.0000D, 0.0000D),
        ('segmentation', 'dense', 'dense', 6656, 0.9687D, 0.0072D),
        ('segmentation', 'equivalent', 'dense', 364, 0.9627D, 0.0058D),
        ('segmentation', 'cpna', 'cpna_all', 364, 0.9840D, 0.0032D),
        ('optdigits', 'dense', 'dense', 37888, 0.9880D, 0.0029D),
        ('optdigits', 'equivalent', 'dense', 1998, 0.9825D, 0.0019D),
        ('optdigits', 'cpna', 'cpna_all', 1952, 0.9901D, 0.0020D),
        ('mfeat-fac', 'dense', 'dense', 14464, 0.9785D, 0.0080D),
        ('mfeat-fac', 'equivalent', 'dense', 904, 0.9545D, 0.0098D),
        ('mfeat-fac', 'cpna', 'cpna_all', 903, 0.9815D, 0.0082D),
        ('isolet', 'dense', 'dense', 41152, 0.9673D, 0.0050D),
        ('isolet', 'equivalent', 'dense', 5787, 0.9431D, 0.0061D),
        ('isolet', 'cpna', 'cpna_all', 5801, 0.9691D, 0.0054D)
        AS paper (data, network, stage, paper_connections, paper_accuracy, paper_std)
  )
SELECT
  data, duplicates, split, features, observations, network, stage, splits, runs, hidden_connections, output_connections,
  hidden_connections + output_connections AS connections, accuracy_mean, accuracy_std_splits, accuracy_std_runs,
  accuracy_best, accuracy_best_split, accuracy_best_epoch, paper_connections, paper_accuracy, paper_std
FROM summed LEFT JOIN paper USING (data, network, stage)
ORDER BY
  data, duplicates DESC, split DESC, array_position(array('dense', 'equivalent', 'cpna'), network), cell,
  stage_place(stage)
