-- What ran and how it ended, in one row; the best ones are of test rows, not of a held-out fold.
SELECT
  count(DISTINCT trial_id) AS trials,
  count(*) AS stages,
  count_if(status <> 'ok') AS failed,
  count(DISTINCT if(status <> 'ok', trial_id, NULL)) AS failed_trials,
  count(DISTINCT host) AS hosts,
  concat_ws(', ', array_sort(collect_set(kernel))) AS kernels,
  concat_ws(', ', array_sort(collect_set(version))) AS versions,
  concat_ws(', ', array_sort(collect_set(jdk))) AS jdks,
  coalesce(exact_mean(seconds) * count(seconds), 0D) / 3600 AS core_hours,
  coalesce(exact_mean(flops) * count(flops), 0D) AS flops,
  min(finished_at) AS first_row,
  max(finished_at) AS last_row,
  max(if(measured, nanvl(test_auc, CAST(NULL AS DOUBLE)), NULL)) AS best_test_auc,
  max(if(measured, nanvl(test_accuracy, CAST(NULL AS DOUBLE)), NULL)) AS best_test_accuracy
FROM (SELECT *, status = 'ok' AND coalesce(fold, 0) = 0 AS measured FROM trials)
