-- Trials, each with all its settings but repeat and seed as one value: what makes a cell.
SELECT
  *,
  struct(
    step, data, k, p, n, test, duplicates, split, fold, folds, h, hidden, lr, l2,
    CASE WHEN l2_input IS NULL THEN l2 ELSE l2_input END AS l2_input, batch, epochs_dense, epochs_hidden, epochs_input,
    keep_hidden, keep_input, mu, normalise, phases, prune
  ) AS setting
FROM trials
