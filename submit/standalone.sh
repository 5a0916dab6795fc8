#!/usr/bin/env bash
# Runs trawl on a standalone Spark cluster: one spark-submit line, which it prints first.
#
#     submit/standalone.sh --master spark://host:7077 run conf/figure1.json --out hdfs:///trawl/figure1
#
# Options before the command are spark-submit's: --deploy-mode cluster, --conf spark.cores.max=64.
# --dry-run  prints the line only
# MASTER     what --master says
# More of the environment: submit/cluster.sh. The settings: conf/spark.properties, conf/spark-standalone.properties.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/cluster.sh"

read_arguments "$@"
address='(\[[^]]+]|[^:/,]+):[0-9]+'
[[ "$master" =~ ^spark://$address(,$address)*$ ]] \
    || refuse "--master is \"$master\", and must be spark://host:port"

# In client mode the program looks by itself, in cluster mode Spark would tell in traces. macOS has no timeout.
someone_answers() {
    command -v timeout > /dev/null || return 0
    local addresses address host
    IFS=, read -ra addresses <<< "${master#spark://}"
    for address in "${addresses[@]}"; do
        host="${address%:*}"
        host="${host#\[}" # [::1]
        timeout 5 bash -c "exec 3<> /dev/tcp/${host%\]}/${address##*:}" 2> /dev/null && return
    done
    return 1
}

if [ "$mode" = cluster ] && ! $dry_run && ! someone_answers; then
    echo "$script: no Spark master answers at $master" >&2
    exit 1
fi
submit standalone
