-- The stages that ended well, each with its cell: one row for a repeat and seed, no NaN, nothing twice.
WITH
  ended_well AS (
    SELECT
      cells.cell,
      settled.*,
      -- A grid that overlaps another but asks for other stages or curves runs the same network twice.
      row_number() OVER (PARTITION BY cells.cell, stage, repeat, seed ORDER BY trial_id) AS copy
    FROM settled JOIN cells ON settled.setting = cells.setting
    WHERE status = 'ok'
  )
SELECT
  cell,
  stage,
  repeat,
  seed,
  trial_id,
  nanvl(train_loss, CAST(NULL AS DOUBLE)) AS train_loss,
  nanvl(test_loss, CAST(NULL AS DOUBLE)) AS test_loss,
  nanvl(train_auc, CAST(NULL AS DOUBLE)) AS train_auc,
  nanvl(test_auc, CAST(NULL AS DOUBLE)) AS test_auc,
  nanvl(train_accuracy, CAST(NULL AS DOUBLE)) AS train_accuracy,
  nanvl(test_accuracy, CAST(NULL AS DOUBLE)) AS test_accuracy,
  nanvl(gradient_norm, CAST(NULL AS DOUBLE)) AS gradient_norm,
  hidden_units,
  inputs,
  hidden_connections,
  output_connections,
  relevant_inputs
FROM ended_well
WHERE copy = 1
