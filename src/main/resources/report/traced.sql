-- The curves of one trial a cell, the first by repeat and seed of those without a failure, thinned to 500 points or so.
-- No retraining, no failed stages, no CPA where CPNA starts from the same epoch; a hundred cells, more than are drawn.
WITH
  chosen AS (
    SELECT
      trial_id,
      cell,
      repeat,
      seed,
      collect_set(if(status = 'ok', NULL, stage)) AS failed,
      row_number() OVER (PARTITION BY cell ORDER BY count_if(status <> 'ok') > 0, repeat, seed, trial_id) AS place
    FROM settled
      JOIN cells ON settled.setting = cells.setting
      JOIN named USING (cell)
      JOIN (SELECT DISTINCT trial_id FROM curves) AS with_curves USING (trial_id)
    GROUP BY trial_id, cell, repeat, seed
  ),
  drawn AS (SELECT trial_id, cell, repeat, seed, failed FROM chosen WHERE place = 1 ORDER BY cell LIMIT 100),
  paths AS (
    SELECT curves.*, cell, repeat, seed, max(curves.stage LIKE 'cpna%') OVER (PARTITION BY trial_id) AS with_cpna
    FROM curves JOIN drawn USING (trial_id)
    WHERE curves.stage NOT LIKE 'retrained%' AND NOT array_contains(failed, curves.stage)
  ),
  points AS (
    SELECT
      *,
      row_number() OVER (PARTITION BY trial_id ORDER BY epoch) AS point,
      count(*) OVER (PARTITION BY trial_id) AS points,
      min(epoch) OVER (PARTITION BY trial_id, stage) AS stage_start,
      max(epoch) OVER (PARTITION BY trial_id, stage) AS stage_end
    FROM paths
    WHERE NOT (with_cpna AND stage = 'cpa_hidden')
  )
SELECT *
FROM points
WHERE point % ceil(points / 500) = 0 OR epoch = stage_start OR epoch = stage_end
