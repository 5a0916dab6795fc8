-- Figure 4: the best test AUC over inits and that network's train AUC, averaged over repeats, against hidden units.
WITH
  ranked AS (
    SELECT
      *,
      row_number() OVER (
        PARTITION BY cell, stage, repeat
        ORDER BY test_auc DESC NULLS LAST, if(test_auc IS NULL, test_accuracy, NULL) DESC NULLS LAST, seed
      ) AS rank,
      count(*) OVER (PARTITION BY cell, stage, repeat) AS inits
    FROM runs
  ),
  averaged AS (
    SELECT
      cell,
      stage,
      count(*) AS repeats,
      count(test_auc) AS auc_repeats,
      max(inits) AS inits,
      min(inits) AS inits_least,
      exact_mean(train_auc) AS train_auc,
      exact_std(train_auc) AS train_auc_std,
      exact_mean(test_auc) AS test_auc,
      exact_std(test_auc) AS test_auc_std,
      exact_mean(train_accuracy) AS train_accuracy,
      exact_mean(test_accuracy) AS test_accuracy
    FROM ranked
    WHERE rank = 1
    GROUP BY cell, stage
  )
SELECT
  cell, data, k, p, n, hidden, h, settings, stage, repeats, auc_repeats, inits, inits_least, train_auc, train_auc_std,
  test_auc, test_auc_std, train_accuracy, test_accuracy
FROM averaged JOIN cells USING (cell)
ORDER BY data, k, p, n, settings, stage_place(stage), stage, h, hidden
