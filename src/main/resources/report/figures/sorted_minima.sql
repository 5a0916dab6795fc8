-- Loss by rank with its spread over repeats, a curve for each network; dense networks of three inits or more.
SELECT
  problem AS panel, network AS series, rank, repeats, train_loss,
  greatest(train_loss - coalesce(train_loss_std, 0D), 0D) AS low,
  train_loss + coalesce(train_loss_std, 0D) AS high
FROM (SELECT *, max(rank) OVER (PARTITION BY cell) AS inits FROM sorted_minima WHERE stage = 'dense')
JOIN named USING (cell)
WHERE inits >= 3
ORDER BY data, k, p, n, h, hidden, settings, rank
