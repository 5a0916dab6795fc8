-- The cells of the sweep, numbered. `settings` names what differs among cells of one n, in all cells of the same data
-- and k: cells that differ in n alone are called alike, and a grid of its own n and l2 puts its l2 into no other's
-- name. It names the step wherever the sweep has several, as folds leave a step of its own n, and the fold.
WITH
  present AS (SELECT DISTINCT setting FROM settled),
  varying_by_n AS (
    SELECT
      setting.data,
      setting.k,
      min(min(setting.step)) OVER () <> max(max(setting.step)) OVER () AS step,
      min(setting.test) <> max(setting.test) AS test,
      min(setting.duplicates) <> max(setting.duplicates) AS duplicates,
      min(setting.split) <> max(setting.split) AS split,
      min(setting.lr) <> max(setting.lr) AS lr,
      min(setting.l2) <> max(setting.l2) AS l2,
      min(setting.l2_input) <> max(setting.l2_input) AND max(setting.l2_input <> setting.l2) AS l2_input,
      min(setting.batch) <> max(setting.batch) AS batch,
      min(setting.epochs_dense) <> max(setting.epochs_dense)
        OR min(setting.epochs_hidden) <> max(setting.epochs_hidden)
        OR min(setting.epochs_input) <> max(setting.epochs_input) AS epochs,
      min(setting.keep_hidden) <> max(setting.keep_hidden)
        OR min(setting.keep_input) <> max(setting.keep_input) AS keep,
      min(setting.mu) <> max(setting.mu) AS mu,
      min(setting.normalise) <> max(setting.normalise) AS normalise,
      min(setting.phases) <> max(setting.phases) AS phases,
      min(setting.prune) <> max(setting.prune) AS prune
    FROM present
    GROUP BY setting.data, setting.k, setting.n
  ),
  varying AS (
    SELECT
      data,
      k,
      max(step) AS step,
      max(test) AS test,
      max(duplicates) AS duplicates,
      max(split) AS split,
      max(lr) AS lr,
      max(l2) AS l2,
      max(l2_input) AS l2_input,
      max(batch) AS batch,
      max(epochs) AS epochs,
      max(keep) AS keep,
      max(mu) AS mu,
      max(normalise) AS normalise,
      max(phases) AS phases,
      max(prune) AS prune
    FROM varying_by_n
    GROUP BY data, k
  )
SELECT
  row_number() OVER (ORDER BY setting) AS cell,
  setting.data,
  setting.k,
  setting.p,
  setting.n,
  setting.hidden,
  setting.h,
  concat_ws(
    ' ',
    if(varying.step AND setting.step <> '', concat('step=', setting.step), NULL),
    if(varying.duplicates, concat('duplicates=', setting.duplicates), NULL),
    if(varying.split, concat('split=', setting.split), NULL),
    if(setting.fold > 0, concat('fold=', setting.fold), NULL),
    if(varying.test, concat('test=', setting.test), NULL),
    if(varying.lr, concat('lr=', format_number(setting.lr, '0.############')), NULL),
    if(varying.l2, concat('l2=', format_number(setting.l2, '0.############')), NULL),
    if(varying.l2_input, concat('l2_input=', format_number(setting.l2_input, '0.############')), NULL),
    if(varying.batch, concat('batch=', if(setting.batch = 0, 'full', CAST(setting.batch AS STRING))), NULL),
    if(
      varying.epochs,
      concat('epochs=', setting.epochs_dense, '+', setting.epochs_hidden, '+', setting.epochs_input),
      NULL
    ),
    if(
      varying.keep,
      concat(
        'keep=',
        if(setting.keep_hidden = '', 'all', setting.keep_hidden),
        '+',
        if(setting.keep_input = 0, 'all', CAST(setting.keep_input AS STRING))
      ),
      NULL
    ),
    if(varying.mu, concat('mu=', format_number(setting.mu, '0.############')), NULL),
    if(varying.normalise, concat('normalise=', setting.normalise), NULL),
    if(varying.phases, concat('phases=', setting.phases), NULL),
    if(varying.prune, concat('prune=', setting.prune), NULL)
  ) AS settings,
  setting
FROM present
JOIN varying
  ON setting.data IS NOT DISTINCT FROM varying.data
  AND setting.k IS NOT DISTINCT FROM varying.k
