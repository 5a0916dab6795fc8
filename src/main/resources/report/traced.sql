-- The curves of one trial a cell (the first by repeat and seed), without retraining, thinned to 500 points or so.
WITH
  chosen AS (
    SELECT settled.trial_id, cells.cell, row_number() OVER (PARTITION BY cells.cell ORDER BY repeat, seed) AS place
    FROM settled
      JOIN cells ON settled.setting = cells.setting
      JOIN (SELECT DISTINCT trial_id FROM curves) AS with_curves USING (trial_id)
  ),
  points AS (
    SELECT
      curves.*, cell,
      row_number() OVER (PARTITION BY trial_id ORDER BY epoch) AS point,
      count(*) OVER (PARTITION BY trial_id) AS points,
      min(epoch) OVER (PARTITION BY trial_id, curves.stage) AS stage_start,
      max(epoch) OVER (PARTITION BY trial_id, curves.stage) AS stage_end
    FROM curves
      JOIN (SELECT DISTINCT trial_id, cell FROM chosen WHERE place = 1) USING (trial_id)
    WHERE curves.stage NOT LIKE 'retrained%'
  )
SELECT *
FROM points
WHERE point % ceil(points / 500) = 0 OR epoch = stage_start OR epoch = stage_end
