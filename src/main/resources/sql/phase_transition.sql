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
      count(test_auc) AS auc_repeats,
      max(inits) AS inits,
      min(inits) AS inits_least,
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
      test_auc - 2 * test_auc_std / sqrt(auc_repeats) AS low,
      test_auc + 2 * test_auc_std / sqrt(auc_repeats) AS high
    FROM averaged JOIN cells USING (cell)
  ),
  stepped AS (
    SELECT
      *,
      lead(if(test_auc IS NULL, NULL, named_struct('p', p, 'test_auc', test_auc, 'low', low, 'high', high)))
        IGNORE NULLS OVER (PARTITION BY data, k, n, hidden, settings, stage ORDER BY p, cell) AS next
    FROM banded
  ),
  crossed AS (
    SELECT
      *,
      if(test_auc >= 0.8D AND next.test_auc < 0.8D, p, NULL) AS above,
      if(test_auc >= 0.8D AND next.test_auc < 0.8D, next.p, NULL) AS below,
      if(
        test_auc >= 0.8D AND next.test_auc < 0.8D,
        p + (next.p - p) * (test_auc - 0.8D) / (test_auc - next.test_auc),
        NULL
      ) AS here,
      if(low >= 0.8D AND next.low < 0.8D, p + (next.p - p) * (low - 0.8D) / (low - next.low), NULL) AS here_low,
      if(high >= 0.8D AND next.high < 0.8D, p + (next.p - p) * (high - 0.8D) / (high - next.high), NULL) AS here_high
    FROM stepped
  )
SELECT
  cell, data, k, p, n, hidden, h, settings, stage, repeats, auc_repeats, inits, inits_least, train_loss, train_auc,
  test_auc, test_auc_std, test_accuracy,
  min(above) OVER curve AS crossing_after,
  min(below) OVER curve AS crossing_before,
  min(here) OVER curve AS crossing,
  min(here_low) OVER curve AS crossing_low,
  min(here_high) OVER curve AS crossing_high
FROM crossed
WINDOW curve AS (PARTITION BY data, k, n, hidden, settings, stage)
ORDER BY data, k, n, h, hidden, settings, stage_place(stage), stage, p
