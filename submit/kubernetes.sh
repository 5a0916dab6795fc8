#!/usr/bin/env bash
# Runs trawl on Kubernetes: one spark-submit line, which it prints first.
#
#     submit/kubernetes.sh --master k8s://https://host:6443 --conf spark.kubernetes.container.image=registry/trawl:0.1.0 \
#         run /opt/trawl/conf/figure1.json --out s3a://bucket/trawl/figure1
#
# The driver is a pod, so the paths are those of its image (submit/kubernetes/Dockerfile). Options before the command are
# spark-submit's.
# --dry-run  prints the line only
# MASTER     what --master says
# More of the environment: submit/cluster.sh. The settings: conf/spark.properties, conf/spark-kubernetes.properties.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/cluster.sh"

mode=cluster
jar="${TRAWL_JAR:-local:///opt/trawl/trawl.jar}"
read_arguments "$@"
[[ "$master" == k8s://?* ]] || refuse "--master is \"$master\", and must be k8s://https://host:port"
pod="$home/submit/kubernetes/pod.yaml"
submit kubernetes --conf "spark.kubernetes.driver.podTemplateFile=$pod" --conf "spark.kubernetes.executor.podTemplateFile=$pod"
