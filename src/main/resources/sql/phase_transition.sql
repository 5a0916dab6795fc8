-- Figure 3: test AUC of the lowest-loss init, averaged over repeats, and where its curve over p falls through 0.8.
WITH
  ranked AS (
    SELECT
      *,
      row_number() OVER (PARTITION BY cell, stage, repeat ORDER BY train_loss, seed) AS rank,
      count(*) OVER (PARTITION BY cell, stage, repeat) AS inits
    FROM runs
    WHERE train_loss IS NOT NULL
  ),
  averaged AS (
    SELECT
      cell,
      stage,
      count(*) AS repeats,
      max(inits) AS inits,
      exact_mean(train_loss) AS train_loss,
      exact_mean(train_auc) AS train_auc,
      exact_mean(test_auc) AS test_auc,
      exact_std(test_auc) AS test_auc_std,
      exact_mean(test_accuracy) AS test_accuracy
    FROM ranked
    WHERE rank = 1
    GROUP BY cell, stage
  ),
  -- Two standard errors below and above the mean: some 70 percent with two repeats, 82 with three, 92 with ten.
  banded AS (
    SELECT
      *,
      test_auc - 2 * test_auc_std / sqrt(repeats) AS low,
      test_auc + 2 * test_auc_std / sqrt(repeats) AS high
    FROM averaged JOIN cells USING (cell)
  ),
  stepped AS (
    SELECT
      *,
      lead(p) OVER along AS next_p,
      lead(test_auc) OVER along AS next_test_auc,
      lead(low) OVER along AS next_low,
      lead(high) OVER along AS next_high
    FROM banded
    WINDOW along AS (PARTITION BY data, k, n, hidden, settings, stage ORDER BY p)
  ),
  crossed AS (
    SELECT
      *,
      if(test_auc >= 0.8D AND next_test_auc < 0.8D, p, NULL) AS above,
      if(
        test_auc >= 0.8D AND next_test_auc < 0.8D,
        p + (next_p - p) * (test_auc - 0.8D) / (test_auc - next_test_auc),
        NULL
      ) AS here,
      if(low >= 0.8D AND next_low < 0.8D, p + (next_p - p) * (low - 0.8D) / (low - next_low), NULL) AS here_low,
      if(high >= 0.8D AND next_high < 0.8D, p + (next_p - p) * (high - 0.8D) / (high - next_high), NULL) AS here_high
    FROM stepped
  )
SELECT
  cell, data, k, p, n, hidden, h, settings, stage, repeats, inits, train_loss, train_auc, test_auc, test_auc_std,
  test_accuracy,
  min(above) OVER curve AS crossing_after,
  min(here) OVER curve AS crossing,
  min(here_low) OVER curve AS crossing_low,
  min(here_high) OVER curve AS crossing_high
FROM crossed
WINDOW curve AS (PARTITION BY data, k, n, hidden, settings, stage)
ORDER BY data, k, n, h, hidden, settings, stage, p
