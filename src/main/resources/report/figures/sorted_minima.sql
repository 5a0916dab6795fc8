-- Loss by rank with its spread over repeats, a curve for each dense network; three ranks or more. A rank that some
-- repeats lack is left out: its mean is of fewer data sets.
SELECT
  problem AS panel, network AS series, rank, repeats, train_loss, gradient_norm,
  if(train_loss_std IS NULL, 'unknown of one repeat', format_string('%.4f', train_loss_std)) AS std,
  greatest(train_loss - coalesce(train_loss_std, 0D), 0D) AS low,
  train_loss + coalesce(train_loss_std, 0D) AS high
FROM (
  SELECT *, max(rank) OVER (PARTITION BY cell) AS shared
  FROM (SELECT *, max(repeats) OVER (PARTITION BY cell) AS most FROM sorted_minima WHERE stage = 'dense')
  WHERE repeats = most
) JOIN named USING (cell)
WHERE shared >= 3
ORDER BY data, k, p, n, h, hidden, settings, rank
