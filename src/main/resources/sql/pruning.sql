-- Table 1 and figure 6: what each stage reached over all its runs, and what was left of the networks.
WITH
  summed AS (
    SELECT
      cell,
      stage,
      count(*) AS runs,
      max(test_auc) AS test_auc_best,
      mean_in_order(collect_list(test_auc)) AS test_auc_mean,
      std_in_order(collect_list(test_auc)) AS test_auc_std,
      median(test_auc) AS test_auc_median,
      count_if(test_auc >= 0.95D) / nullif(count(test_auc), 0) AS deep_share,
      max(test_accuracy) AS test_accuracy_best,
      mean_in_order(collect_list(test_accuracy)) AS test_accuracy_mean,
      std_in_order(collect_list(test_accuracy)) AS test_accuracy_std,
      mean_in_order(collect_list(CAST(hidden_units AS DOUBLE))) AS hidden_units,
      mean_in_order(collect_list(CAST(hidden_connections AS DOUBLE))) AS hidden_connections,
      mean_in_order(collect_list(CAST(output_connections AS DOUBLE))) AS output_connections,
      mean_in_order(collect_list(CAST(inputs AS DOUBLE))) AS inputs,
      mean_in_order(collect_list(CAST(relevant_inputs AS DOUBLE))) AS relevant_inputs
    FROM runs
    GROUP BY cell, stage
  )
SELECT
  cell, data, k, p, n, hidden, h, settings, stage, runs, test_auc_best, test_auc_mean, test_auc_std, test_auc_median,
  deep_share, test_accuracy_best, test_accuracy_mean, test_accuracy_std, hidden_units, hidden_connections,
  output_connections, inputs, relevant_inputs
FROM summed JOIN cells USING (cell)
ORDER BY
  cell,
  array_position(
    array('dense', 'cpa_hidden', 'cpna_hidden', 'cpna_all', 'retrained_random', 'retrained_initial'), stage
  ),
  stage
