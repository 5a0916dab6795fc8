# What standalone.sh, yarn.sh and kubernetes.sh share. They source it; it runs nothing by itself.
#
# SPARK_HOME the Spark to submit with; the spark-submit on the PATH where it is not set
# TRAWL_JAR  where the jar is; target/trawl.jar of this checkout. In cluster deploy mode an address that the cluster can
#            read: hdfs://..., s3a://..., a path on a shared disk
# shellcheck shell=bash

# A closed descriptor would become the first file that the JVM opens, and its bytes be read as questions.
{ : 3<&0; } 2> /dev/null || exec < /dev/null

# Where no locale says so, Java takes file names and arguments for ASCII.
[ "$(locale charmap 2> /dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

self="$(readlink -f "${BASH_SOURCE[0]}")" # by itself: in another substitution a failure would not end the script
home="$(dirname "$(dirname "$self")")"
jar="${TRAWL_JAR:-$home/target/trawl.jar}"
script="$(basename "$0")"
dry_run=false
mode=client
master="${MASTER:-}"
given=()   # options for spark-submit
command=() # what trawl is to do

# What the script's own head says.
usage() {
    sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
}

refuse() {
    echo "$script: $1" >&2
    exit 2
}

# Options of spark-submit end where trawl's command begins: the first word that is neither an option nor its value.
read_arguments() {
    while [ $# -gt 0 ]; do
        case "$1" in
            -h | --help) usage; exit 0 ;;
            --dry-run) dry_run=true; shift ;;
            --verbose | -v | --supervise | --load-spark-defaults) given+=("$1"); shift ;;
            --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
            --* | -c)
                [ $# -ge 2 ] || refuse "$1 needs a value"
                case "$1" in
                    --master) master="$2" ;;
                    --deploy-mode) mode="$2" ;;
                    *) given+=("$1" "$2") ;;
                esac
                shift 2 ;;
            -*) refuse "$1 is no option of spark-submit's, and trawl's own follow its command" ;;
            *) break ;;
        esac
    done
    command=("$@")
    [ $# -gt 0 ] || refuse "what shall trawl do? For instance: $script run conf/quickstart.json --out hdfs:///trawl/quickstart"
    case "$mode" in
        client | cluster) ;;
        *) refuse "--deploy-mode is client or cluster, not $mode" ;;
    esac
}

# conf/spark.properties and conf/spark-NAME.properties as NAME=VALUE, for options: unlike --properties-file, they add to the
# spark-defaults.conf of the site instead of taking its place.
settings() {
    sed -nE 's/^(spark[^ =]*)[ =]+(.*)$/\1=\2/p' "$home/conf/spark.properties" "$home/conf/spark-$1.properties"
}

find_spark_submit() {
    if [ -n "${SPARK_HOME:-}" ]; then
        spark_submit="$SPARK_HOME/bin/spark-submit"
        [ -x "$spark_submit" ] || refuse "SPARK_HOME is $SPARK_HOME, where there is no bin/spark-submit"
    else
        spark_submit="$(command -v spark-submit)" \
            || refuse "SPARK_HOME is not set, and there is no spark-submit on the PATH: install Spark 3.5 to 4.2 (Scala 2.13)"
    fi
}

# submit NAME [OPTION ...]: prints the one line that everything comes to, and runs it.
submit() {
    local name="$1"
    shift
    # Bash 3 of macOS has no mapfile, and takes an empty array for an unset one: hence ${given[@]+...}.
    local options=() line lines
    lines="$(settings "$name")" # ends the script where a file cannot be read
    while IFS= read -r line; do
        [ -z "$line" ] || options+=(--conf "$line")
    done <<< "$lines"
    # In client mode the jar comes first on the driver's class path: its log4j2.properties keeps Spark's talk away.
    [ "$mode" = cluster ] || set -- "$@" --driver-class-path "$jar"
    if $dry_run; then
        spark_submit="${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit"
    else
        find_spark_submit
        if [ "$jar" = "$home/target/trawl.jar" ] && [ ! -f "$jar" ]; then
            echo "Building target/trawl.jar, once; the first time Maven may download some 320 MB ..." >&2
            (cd "$home" && mvn -q -B -DskipTests package) >&2
        fi
    fi
    set -- "$spark_submit" --master "$master" --deploy-mode "$mode" --class dev.trawl.cli.Main \
        ${options[@]+"${options[@]}"} "$@" ${given[@]+"${given[@]}"} "$jar" "${command[@]}"
    { printf '%q ' "$@"; echo; } >&2
    $dry_run || exec "$@"
}
