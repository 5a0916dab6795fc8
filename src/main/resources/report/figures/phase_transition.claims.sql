-- Section 2.2 of the paper, of dense networks, decided by the ends of each curve and by the crossings of curves that
-- differ in n alone.
WITH
  curves_over_p AS (
    SELECT
      data, k, h, hidden, settings, stage, n,
      concat_ws(', ', min(task), min(network)) AS problem,
      min(p) AS first_p,
      max(p) AS last_p,
      min_by(test_auc, p) AS first_auc,
      max_by(test_auc, p) AS last_auc,
      min(apart) AS apart,
      min(crossing) AS crossing,
      min(crossing_low) AS crossing_low,
      min(crossing_high) AS crossing_high
    FROM phase_transition JOIN named USING (cell)
    WHERE test_auc IS NOT NULL AND stage = 'dense'
    GROUP BY data, k, h, hidden, settings, stage, n
    HAVING count(*) >= 3
  ),
  pairs AS (
    SELECT
      data, k, h, hidden, settings, stage, min(problem) AS problem,
      count(*) AS sizes,
      array_sort(collect_list(named_struct('n', n, 'apart', apart, 'crossing', crossing))) AS crossings,
      count(crossing) AS crossed,
      max(apart) = '' AS comparable
    FROM curves_over_p
    GROUP BY data, k, h, hidden, settings, stage
  )
SELECT
  1 AS place, data, k, h, hidden, settings, stage, n,
  concat(problem, ', n\u00a0=\u00a0', n) AS problem,
  'Test AUC drops from close to 1 (0.95) to 0.5 (below 0.6) as irrelevant inputs are added.' AS claim,
  if(first_auc < 0.95D, false, if(last_auc < 0.6D, true, if(crossing IS NULL, NULL, false))) AS holds,
  concat(
    format_number(first_auc, 3), ' at p\u00a0=\u00a0', first_p, ', ', format_number(last_auc, 3), ' at p\u00a0=\u00a0', last_p, '; ',
    if(
      crossing IS NULL,
      'no crossing of 0.8 within this range',
      concat(
        'through 0.8 at p\u00a0=\u00a0', format_number(crossing, 1),
        if(
          crossing_low IS NULL OR crossing_high IS NULL,
          '',
          concat(' (', format_number(crossing_low, 1), ' to ', format_number(crossing_high, 1), ')')
        )
      )
    )
  ) AS evidence
FROM curves_over_p
UNION ALL
SELECT
  2, data, k, h, hidden, settings, stage, 0, problem,
  'More training rows move the drop to more inputs.',
  if(
    crossed < 2 OR NOT comparable,
    NULL,
    forall(
      transform(
        filter(crossings, c -> c.crossing IS NOT NULL),
        (c, i) -> i = 0 OR c.crossing > filter(crossings, d -> d.crossing IS NOT NULL)[i - 1].crossing
      ),
      rises -> rises
    )
  ),
  array_join(
    transform(
      crossings,
      c -> concat(
        concat_ws(' ', concat('n\u00a0=\u00a0', c.n), nullif(c.apart, '')), ': ',
        coalesce(concat('p\u00a0=\u00a0', format_number(c.crossing, 1)), 'none')
      )
    ),
    ', '
  )
FROM pairs
WHERE sizes >= 2
ORDER BY place, data, k, h, hidden, settings, stage, n
