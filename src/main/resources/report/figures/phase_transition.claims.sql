-- Section 2.2 of the paper, of dense networks, decided by the ends of each curve, and for n by the values of p where
-- curves that differ in n alone are above 0.8, and below it: each time by more than two standard errors, on three data
-- sets or more. Between them nothing is known, nor of fewer data sets. Those of another n are other ones, so that there
-- are no pairs. The lowest loss of more inits is lower, so that curves of other inits are not compared.
WITH
  points AS (
    SELECT
      *,
      if(auc_repeats >= 3, test_auc - 2 * test_auc_std / sqrt(auc_repeats), NULL) AS low,
      if(auc_repeats >= 3, test_auc + 2 * test_auc_std / sqrt(auc_repeats), NULL) AS high,
      max(test_auc) OVER (
        PARTITION BY data, k, n, hidden, settings
        ORDER BY p
        ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING
      ) AS before
    FROM phase_transition JOIN named USING (cell) JOIN drawn USING (cell)
    WHERE data = 'xor' AND test_auc IS NOT NULL AND stage = 'dense'
  ),
  curves_over_p AS (
    SELECT
      data, k, h, hidden, settings, n,
      concat_ws(', ', min(task), min(network)) AS problem,
      min_by(named_struct('p', p, 'auc', test_auc, 'low', low, 'high', high), p) AS at_first,
      max_by(named_struct('p', p, 'auc', test_auc, 'low', low, 'high', high), p) AS at_last,
      max_by(low, p) > 0.6D AND max_by(test_auc, p) >= max_by(before, p) AS levelled_off,
      min(fewest_inits) AS fewest_inits,
      max(most_inits) AS most_inits,
      min(auc_repeats) AS fewest_repeats,
      max(auc_repeats) AS most_repeats,
      count(low) = count(*) AS banded,
      min(apart) AS apart,
      min(crossing) AS crossing,
      min(crossing_after) AS crossing_after,
      min(crossing_before) AS crossing_before,
      min(crossing_low) AS crossing_low,
      min(crossing_high) AS crossing_high,
      max(if(doubtful_from IS NULL OR p < doubtful_from, p, NULL)) AS above_to,
      min(if(high < 0.8D, p, NULL)) AS below_at
    FROM (
      SELECT *, min(if(low >= 0.8D, NULL, p)) OVER (PARTITION BY data, k, n, hidden, settings) AS doubtful_from
      FROM points
    )
    GROUP BY data, k, h, hidden, settings, n
    HAVING count(*) >= 3
  ),
  described AS (
    SELECT
      *,
      concat('p\u00a0=\u00a0', format_number(crossing, 1)) AS at,
      if(
        most_repeats = 1,
        'one data set',
        concat(concat_ws(' to ', array_distinct(array(fewest_repeats, most_repeats))), ' data sets')
      ) AS data_sets,
      if(
        crossing_before - crossing_after > 1,
        concat(' between ', crossing_after, ' and ', crossing_before),
        ''
      ) AS bracket,
      lag(
        named_struct('above_to', above_to, 'below_at', below_at, 'banded', banded, 'fewest_inits', fewest_inits,
          'most_inits', most_inits)
      ) OVER (
        PARTITION BY data, k, h, hidden, settings, apart
        ORDER BY n
      ) AS fewer
    FROM curves_over_p
  ),
  compared AS (
    SELECT
      *,
      -- Where neither curve falls, or neither is ever above, the two say nothing of each other.
      coalesce(fewer.above_to, above_to) IS NOT NULL AND coalesce(fewer.below_at, below_at) IS NOT NULL AS tells,
      banded AND fewer.banded AS known,
      least(fewest_inits, fewer.fewest_inits) = greatest(most_inits, fewer.most_inits) AS comparable,
      CASE WHEN fewer.below_at <= above_to THEN true WHEN below_at <= fewer.above_to THEN false END AS later,
      concat(
        concat_ws(' ', concat('n\u00a0=\u00a0', n), nullif(apart, '')),
        ': ',
        coalesce(
          concat(at, bracket),
          if(
            at_first.auc < 0.8D,
            concat('below 0.8 from p\u00a0=\u00a0', at_first.p),
            concat('none up to p\u00a0=\u00a0', at_last.p)
          )
        )
      ) AS place_of_drop
    FROM described
  )
SELECT
  1 AS place, data, k, h, hidden, settings, n,
  concat(problem, ', n\u00a0=\u00a0', n) AS problem,
  'Test AUC drops from close to 1 (0.95) to 0.5 (below 0.6) as irrelevant inputs are added.' AS claim,
  -- An end that the values of p do not reach refutes nothing.
  CASE WHEN at_first.low > 0.95D THEN true WHEN at_first.high < 0.95D AND at_first.p = k THEN false END
    AND CASE WHEN at_last.high < 0.6D THEN true WHEN crossing IS NOT NULL AND levelled_off THEN false END AS holds,
  concat(
    format_number(at_first.auc, 3), coalesce(concat(' ± ', format_number(at_first.high - at_first.auc, 3)), ''),
    ' at p\u00a0=\u00a0', at_first.p, ', ',
    format_number(at_last.auc, 3), coalesce(concat(' ± ', format_number(at_last.high - at_last.auc, 3)), ''),
    ' at p\u00a0=\u00a0', at_last.p,
    if(coalesce(at_first.high, at_last.high) IS NULL, '', ' (two standard errors)'), '; ',
    if(
      crossing IS NULL,
      'no crossing of 0.8 within this range',
      concat(
        'through 0.8 at ', at,
        if(
          crossing_low IS NULL OR crossing_high IS NULL,
          '',
          concat(' (', format_number(crossing_low, 1), ' to ', format_number(crossing_high, 1), ')')
        ),
        bracket
      )
    ),
    '; ', data_sets
  ) AS evidence
FROM described
UNION ALL
SELECT
  2, data, k, h, hidden, settings, 0, min(problem),
  'More training rows move the drop to more inputs.',
  CASE
    WHEN count_if(comparable AND NOT later) > 0 THEN false
    WHEN count_if(fewer IS NOT NULL AND (NOT comparable OR later IS NULL AND (tells OR NOT known))) > 0 THEN NULL
    WHEN count(later) > 0 THEN true
  END,
  concat(
    array_join(
      transform(
        array_sort(collect_list(named_struct('n', n, 'apart', apart, 'place_of_drop', place_of_drop))),
        curve -> curve.place_of_drop
      ),
      ', '
    ),
    '; ',
    if(min(fewest_inits) < max(most_inits), concat(min(fewest_inits), ' to ', max(most_inits), ' inits on '), ''),
    if(
      max(most_repeats) = 1,
      'one data set',
      concat(concat_ws(' to ', array_distinct(array(min(fewest_repeats), max(most_repeats)))), ' data sets')
    )
  )
FROM compared
GROUP BY data, k, h, hidden, settings
HAVING count(*) >= 2
ORDER BY place, data, k, h, hidden, settings, n
