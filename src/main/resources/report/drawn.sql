-- The initial networks of each cell, as claims compare widths by them: how many ended well in each repeat, and how many
-- of these have a test AUC.
SELECT
  cell,
  min(nullif(inits, 0)) AS fewest_inits,
  max(inits) AS most_inits,
  array_sort(
    collect_list(if(inits > 0, named_struct('repeat', repeat, 'inits', inits), NULL))
  ) AS inits_of_repeats,
  array_sort(
    collect_list(if(scored > 0, named_struct('repeat', repeat, 'inits', scored), NULL))
  ) AS scored_of_repeats
FROM (
  SELECT cell, repeat, count(train_loss) AS inits, count(test_auc) AS scored
  FROM runs
  WHERE stage = 'dense'
  GROUP BY cell, repeat
)
GROUP BY cell
