-- AUC of the lowest-loss init against p, a curve for each n and what else differs; a crossing on its curve's first row.
-- A chart's title names the settings that all of its curves share, a curve those that it does not share with all
-- others.
WITH
  counted AS (
    SELECT
      *,
      count(*) OVER curve AS points,
      p = min(p) OVER curve AS first
    FROM phase_transition
    WHERE test_auc IS NOT NULL
    WINDOW curve AS (PARTITION BY data, k, n, hidden, settings, stage)
  ),
  charted AS (
    SELECT
      *,
      min(p) OVER alike AS p_from,
      max(p) OVER alike AS p_to,
      min(n) OVER chart = max(n) OVER chart AS one_n,
      max(stage <> 'dense') OVER () AS staged
    FROM counted
    WHERE points >= 3
    WINDOW chart AS (PARTITION BY data, k, hidden, stage), alike AS (PARTITION BY data, k)
  ),
  -- Once for a chart: a window would give every row of a search all of its settings.
  charts AS (
    SELECT data, k, hidden, stage, reduce(lists, lists[0], (some, more) -> array_intersect(some, more)) AS shared
    FROM (
      SELECT data, k, hidden, stage, collect_set(split(settings, ' ')) AS lists
      FROM charted
      GROUP BY data, k, hidden, stage
    )
  ),
  told AS (
    SELECT
      charted.*,
      task,
      width,
      shared,
      concat_ws(', ', nullif(array_join(array_except(split(settings, ' '), shared), ' '), ''), nullif(apart, '')) AS own
    FROM charted
      JOIN charts
        ON charted.data = charts.data AND charted.k IS NOT DISTINCT FROM charts.k AND charted.hidden = charts.hidden
        AND charted.stage = charts.stage
      JOIN named ON charted.cell = named.cell
  ),
  labelled AS (
    SELECT
      *,
      concat('n\u00a0=\u00a0', n) AS rows,
      one_n AND min(own) OVER (PARTITION BY data, k, hidden, stage) <> '' AS own_is_enough
    FROM told
  )
SELECT
  concat_ws(
    ', ',
    task,
    if(own_is_enough, rows, NULL),
    width,
    nullif(array_join(shared, ' '), ''),
    if(staged, stage, NULL)
  ) AS panel,
  if(own_is_enough, own, concat_ws(', ', rows, nullif(own, ''))) AS series,
  p, p_from, p_to, repeats,
  concat_ws(' to ', array_distinct(array(inits_least, inits))) AS inits,
  test_auc,
  greatest(test_auc - coalesce(test_auc_std, 0D), 0D) AS low,
  least(test_auc + coalesce(test_auc_std, 0D), 1D) AS high,
  if(first, crossing, NULL) AS crossing,
  if(first, crossing_after, NULL) AS crossing_after,
  if(first, crossing_before, NULL) AS crossing_before,
  if(first, crossing_low, NULL) AS crossing_low,
  if(first, crossing_high, NULL) AS crossing_high
FROM labelled
ORDER BY data, k, h, hidden, stage_place(stage), stage, n, settings, p
