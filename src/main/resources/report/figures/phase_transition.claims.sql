-- Section 2.2 of the paper, of dense networks, decided by the ends of each curve, and for n by the values of p where
-- curves that differ in n alone are two standard errors above 0.8, and below it. Between them nothing is known, nor of
-- a single data set. The lowest loss of more inits is lower, so that curves of other inits are not compared.
WITH
  points AS (
    SELECT
      *,
      test_auc - 2 * test_auc_std / sqrt(auc_repeats) AS low,
      test_auc + 2 * test_auc_std / sqrt(auc_repeats) AS high,
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
      min(p) AS first_p,
      max(p) AS last_p,
      min_by(test_auc, p) AS first_auc,
      max_by(test_auc, p) AS last_auc,
      max_by(low, p) >= 0.6D AND max_by(test_auc, p) >= max_by(before, p) AS levelled_off,
      min(fewest_inits) AS fewest_inits,
      max(most_inits) AS most_inits,
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
            first_auc < 0.8D,
            concat('below 0.8 from p\u00a0=\u00a0', first_p),
            concat('none up to p\u00a0=\u00a0', last_p)
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
  CASE WHEN first_auc >= 0.95D THEN true WHEN first_p = k THEN false END
    AND CASE WHEN last_auc < 0.6D THEN true WHEN crossing IS NOT NULL AND levelled_off THEN false END AS holds,
  concat(
    format_number(first_auc, 3), ' at p\u00a0=\u00a0', first_p, ', ',
    format_number(last_auc, 3), ' at p\u00a0=\u00a0', last_p, '; ',
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
    )
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
    if(min(fewest_inits) < max(most_inits), concat('; of ', min(fewest_inits), ' to ', max(most_inits), ' inits'), '')
  )
FROM compared
GROUP BY data, k, h, hidden, settings
HAVING count(*) >= 2
ORDER BY place, data, k, h, hidden, settings, n
