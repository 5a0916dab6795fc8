-- Figure 4: the best test AUC over inits and that network's train AUC, averaged over repeats, against hidden units.
WITH
  ranked AS (
    SELECT
      *,
      row_number() OVER (
        PARTITION BY cell, stage, repeat
        ORDER BY coalesce(test_auc, test_accuracy) DESC NULLS LAST, seed
      ) AS rank,
      count(*) OVER (PARTITION BY cell, stage, repeat) AS inits
    FROM runs
  ),
  averaged AS (
    SELECT
      cell,
      stage,
      count(*) AS repeats,
      max(inits) AS inits,
      mean_in_order(collect_list(train_auc)) AS train_auc,
      std_in_order(collect_list(train_auc)) AS train_auc_std,
      mean_in_order(collect_list(test_auc)) AS test_auc,
      std_in_order(collect_list(test_auc)) AS test_auc_std,
      mean_in_order(collect_list(train_accuracy)) AS train_accuracy,
      mean_in_order(collect_list(test_accuracy)) AS test_accuracy
    FROM ranked
    WHERE rank = 1
    GROUP BY cell, stage
  )
SELECT
  cell, data, k, p, n, hidden, h, settings, stage, repeats, inits, train_auc, train_auc_std, test_auc, test_auc_std,
  train_accuracy, test_accuracy
FROM averaged JOIN cells USING (cell)
ORDER BY data, k, p, n, settings, stage, h, hidden
