-- Table 1 and figure 6: what each stage reached over all its runs, and what was left of the networks.
WITH
  summed AS (
    SELECT
      cell,
      stage,
      count(*) AS runs,
      max(test_auc) AS test_auc_best,
      exact_mean(test_auc) AS test_auc_mean,
      exact_std(test_auc) AS test_auc_std,
      median(test_auc) AS test_auc_median,
      count_if(test_auc >= 0.95D) / nullif(count(test_auc), 0) AS deep_share,
      max(test_accuracy) AS test_accuracy_best,
      exact_mean(test_accuracy) AS test_accuracy_mean,
      exact_std(test_accuracy) AS test_accuracy_std,
      exact_mean(CAST(hidden_units AS DOUBLE)) AS hidden_units,
      exact_mean(CAST(hidden_connections AS DOUBLE)) AS hidden_connections,
      exact_mean(CAST(output_connections AS DOUBLE)) AS output_connections,
      exact_mean(CAST(inputs AS DOUBLE)) AS inputs,
      exact_mean(CAST(relevant_inputs AS DOUBLE)) AS relevant_inputs
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
