-- The paper's table 3 beside ours: test accuracy, the mean over splits of the mean over retrainings.
SELECT
  concat_ws(
    ', ', data, if(duplicates = 'drop', 'without copies', NULL), if(split = 'plain', 'split plainly', NULL)
  ) AS data,
  network,
  paper_connections AS `the paper's connections`,
  connections AS ours,
  paper_accuracy AS `the paper's accuracy`,
  accuracy_mean AS accuracy,
  accuracy_mean - paper_accuracy AS difference,
  accuracy_std_splits AS `std over splits`,
  accuracy_std_runs AS `std over retrainings`,
  accuracy_best AS `best retraining`,
  accuracy_best_epoch AS `best epoch`,
  splits,
  runs
FROM real_data
WHERE paper_accuracy IS NOT NULL
ORDER BY data, array_position(array('dense', 'equivalent', 'cpna'), network)
