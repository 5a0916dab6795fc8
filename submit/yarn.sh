#!/usr/bin/env bash
# Runs trawl on YARN: one spark-submit line, which it prints first.
#
#     submit/yarn.sh run conf/figure1.json --out hdfs:///trawl/figure1
#     submit/yarn.sh --deploy-mode cluster --files conf/figure1.json run figure1.json --out hdfs:///trawl/figure1
#
# Options before the command are spark-submit's.
# --dry-run        prints the line only
# HADOOP_CONF_DIR  the folder of core-site.xml and yarn-site.xml: they say where YARN and HDFS are
# More of the environment: submit/cluster.sh. The settings: conf/spark.properties, conf/spark-yarn.properties.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/cluster.sh"

read_arguments "$@"
[ "${master:-yarn}" = yarn ] || refuse "--master (or MASTER) is \"$master\", and must be yarn, or not given"
master=yarn
$dry_run || [ -n "${HADOOP_CONF_DIR:-${YARN_CONF_DIR:-}}" ] \
    || refuse "HADOOP_CONF_DIR is not set: the folder of core-site.xml and yarn-site.xml"
submit yarn
