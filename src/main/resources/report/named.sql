-- The cells as figures name them: `problem` is what is learned, `network` its units and what else differs, `apart` what
-- differs besides from cells of another n that are called alike, `depth` says layers where they are several. Runs of
-- cross-validation are a search's: where a data set has others too, those are what figures are about.
WITH
  -- What figures draw as the score. More than two classes have no AUC; one for a data set, so that no chart mixes them.
  metrics AS (
    SELECT
      data,
      CASE
        WHEN count(nanvl(test_auc, CAST(NULL AS DOUBLE))) > 0 THEN 'AUC'
        WHEN count(test_accuracy) > 0 THEN 'accuracy'
      END AS metric
    FROM trials
    GROUP BY data
  ),
  chosen AS (
    SELECT *
    FROM (
      SELECT *, min(coalesce(setting.fold, 0)) OVER (PARTITION BY data) AS least_fold FROM cells
    )
    WHERE coalesce(setting.fold, 0) = 0 OR least_fold > 0
  ),
  -- `settings` tells cells of one n apart; those of another n may differ in more than it names. Numbers are written as
  -- there, and an l2_input that is l2 is left out as there.
  entries AS (
    SELECT
      data, k, hidden, settings, cell, name,
      CASE
        WHEN name = 'l2_input' AND setting.l2_input = setting.l2 THEN NULL
        WHEN name IN ('lr', 'l2', 'l2_input', 'mu') THEN format_number(CAST(value AS DOUBLE), '0.############')
        WHEN name = 'batch' AND value = '0' THEN 'full'
        ELSE coalesce(value, 'none')
      END AS value
    FROM cells
    LATERAL VIEW explode(
      from_json(to_json(setting, map('ignoreNullFields', 'false')), 'MAP<STRING, STRING>')
    ) AS name, value
    WHERE name NOT IN ('data', 'k', 'p', 'n', 'h', 'hidden')
  ),
  besides AS (
    SELECT
      cell,
      array_join(array_sort(collect_list(concat(name, '=', value))), ' ') AS apart
    FROM (
      SELECT
        *,
        min(value) OVER alike <> max(value) OVER alike OR count(value) OVER alike < count(*) OVER alike AS differs
      FROM entries
      WINDOW alike AS (PARTITION BY data, k, hidden, settings, name)
    )
    WHERE differs
    GROUP BY cell
  )
SELECT
  cell,
  if(data = 'xor', concat(k, '-D XOR'), data) AS task,
  concat(if(data = 'xor', concat(k, '-D XOR'), data), ', p\u00a0=\u00a0', p, ', n\u00a0=\u00a0', n) AS problem,
  concat('H\u00a0=\u00a0', hidden) AS width,
  concat_ws(', ', concat('H\u00a0=\u00a0', hidden), nullif(settings, '')) AS network,
  size(split(hidden, 'x')) AS layers,
  if(contains(hidden, 'x'), concat(size(split(hidden, 'x')), '\u00a0hidden layers'), NULL) AS depth,
  coalesce(apart, '') AS apart,
  metric
FROM chosen JOIN metrics USING (data) LEFT JOIN besides USING (cell)
