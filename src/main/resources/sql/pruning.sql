-- Table 1 and figure 6: what each stage reached over all its runs, what was left of the networks, and how many died.
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
  ),
  -- A network that two grids ran counts once, and not here if one of them ended well. Spark 3.5 refuses the join below
  -- if cell and stage are not named anew.
  died AS (
    SELECT
      cell,
      stage,
      count_if(status = 'diverged') AS diverged,
      count_if(status <> 'diverged') AS failed
    FROM (
      SELECT cells.cell AS cell, stage AS stage, repeat, seed, min(status) AS status
      FROM settled JOIN cells ON settled.setting = cells.setting
      WHERE status <> 'ok'
      GROUP BY cells.cell, stage, repeat, seed
    )
    LEFT ANTI JOIN runs USING (cell, stage, repeat, seed)
    GROUP BY cell, stage
  )
SELECT
  cell, data, k, p, n, hidden, h, settings, stage,
  coalesce(runs, 0) AS runs,
  coalesce(diverged, 0) AS diverged,
  coalesce(failed, 0) AS failed,
  test_auc_best, test_auc_mean, test_auc_std, test_auc_median, deep_share, test_accuracy_best, test_accuracy_mean,
  test_accuracy_std, hidden_units, hidden_connections, output_connections, inputs, relevant_inputs
FROM summed FULL JOIN died USING (cell, stage) JOIN cells USING (cell)
ORDER BY cell, stage_place(stage), stage
