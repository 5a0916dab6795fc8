-- The cells as figures name them: `problem` is what is learned, `series` the network and what else differs.
SELECT
  cell,
  if(data = 'xor', concat(k, '-D XOR'), data) AS task,
  concat(if(data = 'xor', concat(k, '-D XOR'), data), ', p\u00a0=\u00a0', p, ', n\u00a0=\u00a0', n) AS problem,
  concat('H\u00a0=\u00a0', hidden) AS width,
  concat_ws(', ', concat('H\u00a0=\u00a0', hidden), nullif(settings, '')) AS network
FROM cells
