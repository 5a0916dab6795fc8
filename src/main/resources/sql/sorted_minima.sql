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
      count(test_auc) AS auc_repeats,
      exact_mean(train_loss) AS train_loss,
      exact_std(train_loss) AS train_loss_std,
      min(train_loss) AS train_loss_min,
      max(train_loss) AS train_loss_max,
      exact_mean(train_auc) AS train_auc,
      exact_mean(test_auc) AS test_auc,
      exact_std(test_auc) AS test_auc_std,
      exact_mean(train_accuracy) AS train_accuracy,
      exact_mean(test_accuracy) AS test_accuracy,
      exact_mean(gradient_norm) AS gradient_norm
    FROM ranked
    GROUP BY cell, stage, rank
  )
SELECT
  cell, data, k, p, n, hidden, h, settings, stage, rank, repeats, auc_repeats, train_loss, train_loss_std,
  train_loss_min, train_loss_max, train_auc, test_auc, test_auc_std, train_accuracy, test_accuracy, gradient_norm
FROM averaged JOIN cells USING (cell)
ORDER BY cell, stage_place(stage), stage, rank
