-- The cells of the sweep, numbered; `settings` names what else differs among cells of the same data, k and n, and the
-- step wherever the sweep has several: folds leave a step of its own n.
WITH
  present AS (SELECT DISTINCT setting FROM settled),
  varying AS (
    SELECT
      setting.data,
      setting.k,
      setting.n,
      min(min(setting.step)) OVER () <> max(max(setting.step)) OVER () AS step,
      min(setting.test) <> max(setting.test) AS test,
      min(setting.duplicates) <> max(setting.duplicates) AS duplicates,
      min(setting.split) <> max(setting.split) AS split,
      min(setting.fold) <> max(setting.fold) AS fold,
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
    if(varying.step, concat('step=', setting.step), NULL),
    if(varying.duplicates, concat('duplicates=', setting.duplicates), NULL),
    if(varying.split, concat('split=', setting.split), NULL),
    if(varying.fold, concat('fold=', setting.fold), NULL),
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
      concat('keep=', if(setting.keep_hidden = '', 'all', setting.keep_hidden), '+', setting.keep_input),
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
  AND setting.n IS NOT DISTINCT FROM varying.n
