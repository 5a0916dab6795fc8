-- Sections 2.1 and 2.2 of the paper, decided by the ends of each sorted curve; of widths by the lowest losses, each on
-- the same data sets, three or more, where they differ by more than two standard errors. A network that has learned its
-- training rows (a loss below 0.01, or a train AUC of 0.999 without a penalty) is at no minimum: its loss goes on
-- towards 0, how far is a matter of epochs, and among such losses nothing is decided. Irrelevant inputs are few where
-- they are no more than the relevant ones, and fewest of the sweep; the paper has none there.
WITH
  -- The ranks that all repeats have: a mean at another one is of fewer data sets.
  shared AS (
    SELECT *, train_loss < 0.01D OR setting.l2 = 0 AND coalesce(train_auc, 0D) >= 0.999D AS learned
    FROM (
      SELECT *, max(repeats) OVER cell_of AS most, min(repeats) OVER cell_of AS least
      FROM sorted_minima
      WHERE stage = 'dense' AND data = 'xor'
      WINDOW cell_of AS (PARTITION BY cell)
    )
      JOIN (SELECT cell, setting FROM cells) USING (cell)
    WHERE repeats = most
  ),
  ends AS (
    SELECT
      cell, problem, data, k, p, n, h, hidden, settings, network, layers, depth,
      max(repeats) AS repeats,
      max(rank) AS inits,
      min(least) < max(most) AS cut,
      min_by(train_loss, rank) AS lowest,
      max_by(train_loss, rank) AS highest,
      min_by(learned, rank) AS lowest_learned,
      min(learned) AS all_learned,
      max(gradient_norm) AS gradient_norm,
      max(test_auc) AS best_test_auc
    FROM shared JOIN named USING (cell)
    GROUP BY ALL
    HAVING max(rank) >= 3
  ),
  reached AS (
    SELECT cell, max(test_auc) AS highest_test_auc, count(test_auc) AS networks
    FROM sorted_runs
    WHERE stage = 'dense'
    GROUP BY cell
  ),
  lowest_of_repeats AS (
    SELECT cell, repeat, min(train_loss) AS loss
    FROM sorted_runs
    WHERE stage = 'dense' AND data = 'xor' AND train_loss IS NOT NULL
    GROUP BY cell, repeat
  ),
  -- Widths are compared where they share their settings; those that are alone with theirs stay together, undecided.
  asked AS (
    SELECT
      *,
      p = min(p) OVER (PARTITION BY data, k) AND p <= 2 * k AS few,
      if(min(h) OVER alike < max(h) OVER alike, settings, NULL) AS shared_settings
    FROM ends JOIN reached USING (cell) JOIN drawn USING (cell)
    WINDOW alike AS (PARTITION BY data, k, p, n, layers, settings)
  ),
  problems AS (
    SELECT
      concat_ws(', ', problem, depth) AS problem, data, k, p, n, layers, few,
      max_by(
        named_struct('network', network, 'lowest', lowest, 'highest', highest, 'inits', inits, 'repeats', repeats,
          'gradient_norm', gradient_norm),
        named_struct('tells', NOT all_learned, 'ratio', highest / greatest(lowest, 1e-6D), 'network', network)
      ) AS widest,
      min(all_learned) AS all_learned,
      max(all_learned) AS some_learned,
      max(cut) AS cut,
      max(best_test_auc) AS best_test_auc,
      max(highest_test_auc) AS highest_test_auc,
      sum(networks) AS networks
    FROM asked
    GROUP BY problem, data, k, p, n, layers, depth, few
  ),
  compared AS (
    SELECT
      concat_ws(', ', problem, nullif(shared_settings, ''), depth) AS problem,
      data, k, p, n, layers, few, shared_settings,
      -- The network that is said to have the lowest loss, and the lowest of the others.
      min_by(side, if(said, named_struct('lowest', lowest, 'h', h, 'network', network), NULL)) AS one,
      min_by(side, if(said, NULL, named_struct('lowest', lowest, 'h', h, 'network', network))) AS other,
      shared_settings IS NOT NULL AND min(inits_of_repeats) = max(inits_of_repeats) AS comparable,
      concat(
        concat_ws(' to ', array_distinct(array(min(fewest_inits), max(most_inits)))), ' inits on ',
        if(
          max(repeats) = 1,
          'one data set',
          concat(concat_ws(' to ', array_distinct(array(min(repeats), max(repeats)))), ' data sets')
        ),
        if(
          min(repeats) = max(repeats) AND min(inits_of_repeats.repeat) <> max(inits_of_repeats.repeat),
          ', not the same ones',
          ''
        )
      ) AS inits_compared
    FROM (
      SELECT
        *,
        h = if(p >= 100, min(h) OVER alike, max(h) OVER alike) AS said,
        named_struct('cell', cell, 'network', network, 'lowest', lowest, 'learned', lowest_learned) AS side
      FROM asked
      WINDOW alike AS (PARTITION BY data, k, p, n, layers, shared_settings)
    )
    GROUP BY problem, data, k, p, n, layers, depth, few, shared_settings
    HAVING count(DISTINCT h) >= 2
  ),
  paired AS (
    SELECT
      problem, data, k, p, n, layers, few, shared_settings, one, other, comparable, inits_compared,
      if(
        comparable AND count(theirs.loss) >= 3,
        2 * exact_std(ours.loss - theirs.loss) / sqrt(count(theirs.loss)),
        NULL
      ) AS error
    FROM compared
      JOIN lowest_of_repeats AS ours ON ours.cell = one.cell
      LEFT JOIN lowest_of_repeats AS theirs ON theirs.cell = other.cell AND theirs.repeat = ours.repeat
    GROUP BY problem, data, k, p, n, layers, few, shared_settings, one, other, comparable, inits_compared
  ),
  differences AS (
    SELECT
      *,
      one.lowest - other.lowest AS difference,
      one.learned AND other.learned AS both_learned,
      -- As many digits as tell them apart, or nine.
      concat(
        '%.',
        coalesce(
          array_min(
            filter(
              sequence(3, 9),
              digits -> format_string(concat('%.', digits, 'g'), one.lowest)
                <> format_string(concat('%.', digits, 'g'), other.lowest)
            )
          ),
          9
        ),
        'g'
      ) AS digits
    FROM paired
  )
SELECT
  1 AS place, data, k, p, n, layers, '' AS settings, problem,
  'Local minima are not equivalent: the lowest is much smaller than the highest (at most half of it).' AS claim,
  -- The highest of all inits is no lower than that of the ranks shared, nor than that of fewer inits than the paper's.
  CASE
    WHEN all_learned THEN NULL
    WHEN widest.lowest <= widest.highest / 2 AND widest.highest > 0 THEN true
    WHEN NOT cut AND NOT some_learned AND widest.inits >= 100 THEN false
  END AS holds,
  concat(widest.network, ': lowest ', format_string('%.3g', widest.lowest), ', highest ',
    format_string('%.3g', widest.highest), ' of ', widest.inits, ' inits on ',
    if(widest.repeats = 1, 'one data set', concat(widest.repeats, ' data sets')),
    if(
      widest.gradient_norm IS NULL,
      '',
      concat(', mean gradient norm at most ', format_string('%.2g', widest.gradient_norm))
    ),
    CASE
      WHEN all_learned THEN '; the training rows are learned: losses may still fall towards 0'
      WHEN widest.lowest <= widest.highest / 2 THEN ''
      WHEN some_learned THEN '; other networks have learned the training rows: their losses may still fall towards 0'
      WHEN cut THEN '; some data sets have more inits'
      WHEN widest.inits < 100 THEN '; the paper has 100 inits'
      ELSE ''
    END) AS evidence
FROM problems
UNION ALL
SELECT
  2, data, k, p, n, layers, shared_settings, problem,
  if(p >= 100, 'With many irrelevant inputs the narrowest network has the lowest loss.',
    'With few irrelevant inputs the widest network has the lowest loss.'),
  if(comparable AND NOT both_learned AND abs(difference) > error, difference < 0, NULL),
  concat('lowest loss ', format_string(digits, one.lowest), ' by ', one.network, ', ',
    format_string(digits, other.lowest), ' by ', other.network,
    if(
      error IS NULL,
      '',
      concat('; difference ', format_string('%.2g', difference), ' ± ', format_string('%.2g', error),
        ' (two standard errors)')
    ),
    '; ', inits_compared,
    if(both_learned, '; both have learned the training rows: their losses may still fall towards 0', ''))
FROM differences
WHERE p >= 100 OR few
UNION ALL
SELECT
  3, data, k, p, n, layers, '', problem,
  if(p >= 100, 'With too many irrelevant inputs every test AUC is near 0.5 (none reaches 0.6).',
    'With few irrelevant inputs a deep optimum is easy to find (mean test AUC of 0.9 or more at some rank).'),
  CASE WHEN p >= 100 THEN highest_test_auc < 0.6D WHEN best_test_auc >= 0.9D THEN true WHEN NOT cut THEN false END,
  if(p >= 100, concat('best test AUC of ', networks, ' networks: ', format_number(highest_test_auc, 3)),
    concat('best mean test AUC at a rank: ', format_number(best_test_auc, 3)))
FROM problems
WHERE p >= 100 OR few
ORDER BY place, data, k, p, n, layers, settings
