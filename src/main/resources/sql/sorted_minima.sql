-- Figures 1 and 2: local minima sorted by their loss, averaged by rank over repeats.
WITH
  ranked AS (
    SELECT *, row_number() OVER (PARTITION BY cell, stage, repeat ORDER BY train_loss, seed) AS rank
    FROM runs
    WHERE train_loss IS NOT NULL
  ),
  averaged AS (
    SELECT
      cell,
      stage,
      rank,
      count(*) AS repeats,
      mean_in_order(collect_list(train_loss)) AS train_loss,
      std_in_order(collect_list(train_loss)) AS train_loss_std,
      min(train_loss) AS train_loss_min,
      max(train_loss) AS train_loss_max,
      mean_in_order(collect_list(train_auc)) AS train_auc,
      mean_in_order(collect_list(test_auc)) AS test_auc,
      std_in_order(collect_list(test_auc)) AS test_auc_std,
      mean_in_order(collect_list(train_accuracy)) AS train_accuracy,
      mean_in_order(collect_list(test_accuracy)) AS test_accuracy
    FROM ranked
    GROUP BY cell, stage, rank
  )
SELECT
  cell, data, k, p, n, hidden, h, settings, stage, rank, repeats, train_loss, train_loss_std, train_loss_min,
  train_loss_max, train_auc, test_auc, test_auc_std, train_accuracy, test_accuracy
FROM averaged JOIN cells USING (cell)
ORDER BY cell, stage, rank
