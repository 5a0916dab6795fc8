#!/usr/bin/env bash
# Runs trawl on this machine, from any directory, and builds the jar first where there is none.
#
#     submit/local.sh run conf/quickstart.json
#     submit/local.sh run conf/figure1.json --master 'local[4]'
#
# MASTER     what --master says; local[*] where neither is given
# TRAWL_OPTS options of the JVM, for instance -Xmx8g
# JAVA_HOME  the JDK, 17 or newer; the java on the PATH where it is not set
set -euo pipefail

# A closed descriptor would become the first file that the JVM opens, and its bytes be read as questions.
{ : 3<&0; } 2> /dev/null || exec < /dev/null

# Where no locale says so, Java takes file names and arguments for ASCII.
[ "$(locale charmap 2> /dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

self="$(readlink -f "${BASH_SOURCE[0]}")" # by itself: in another substitution a failure would not end the script
home="$(dirname "$(dirname "$self")")"
jar="$home/target/trawl.jar"
lib="$home/target/lib"

master="${MASTER:-local[*]}"
said=MASTER # where the master was given
arguments=()
while [ $# -gt 0 ]; do
    case "$1" in
        --master=*) master="${1#--master=}"; said=--master ;;
        --master)
            if [ $# -lt 2 ]; then
                echo "--master needs a value: local[4]" >&2
                exit 2
            fi
            master="$2"; said=--master; shift ;;
        *) arguments+=("$1") ;;
    esac
    shift
done

threads='([1-9][0-9]*|\*)'
one_machine="^local(\\[$threads( *, *[1-9][0-9]*)?\\]|-cluster\\[.+\\])?\$"
if [[ ! "$master" =~ $one_machine ]]; then # a cluster's executors would not get the jar
    echo "$said is \"$master\", and local.sh runs on this machine: local[4], or local[*] for all cores. For clusters there are standalone.sh, yarn.sh, kubernetes.sh." >&2
    exit 2
fi
if [ -n "${JAVA_HOME:-}" ] && [ ! -x "$JAVA_HOME/bin/java" ]; then
    echo "JAVA_HOME is $JAVA_HOME, where there is no bin/java" >&2
    exit 2
fi

if [ ! -f "$jar" ] || [ ! -d "$lib" ]; then
    echo "Building target/trawl.jar, once; the first time Maven may download some 320 MB ..." >&2
    (cd "$home" && mvn -q -B -DskipTests package) >&2
elif [ -n "$(find "$home/src/main" "$home/pom.xml" -newer "$jar" -print -quit)" ]; then
    # Not built again unasked: another sweep may be running from this jar.
    echo "The sources are newer than target/trawl.jar; 'mvn -q -DskipTests package' builds it again." >&2
fi

# A laptop's host name may lead nowhere, or to a network that changes under a running sweep.
export SPARK_LOCAL_IP="${SPARK_LOCAL_IP:-127.0.0.1}"

terminal=false
[ -t 2 ] && terminal=true

# The second compiler pays where networks are trained. A question in SQL takes 5 s of CPU without it, 11 with it. A JVM
# without it has room for a fifth of the code, which the page of a study filled up: then nothing is compiled any more.
compiler=()
case "${arguments[0]:-}" in
    plan | status | sql | tables | report | columns | views)
        compiler=(-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m)
        ;;
esac

# shellcheck disable=SC2206 # TRAWL_OPTS is a list of options
java=("${JAVA_HOME:+$JAVA_HOME/bin/}java" "@$home/submit/jvm.options" ${compiler[@]+"${compiler[@]}"} ${TRAWL_OPTS:-})
main=("-Dspark.master=$master" "-Dtrawl.terminal=$terminal"
    -cp "$jar:$lib/*" dev.trawl.cli.Main ${arguments[@]+"${arguments[@]}"})

# Half of a start is reading some 14,000 classes of Spark's. An archive of them is mapped instead. The first question in
# SQL after a build, given as an argument, leaves it behind: a prompt may end without one, and an archive without Spark's
# classes would stay. A JVM that cannot use it, another JDK's for one, does without and says nothing.
archive="$home/target/trawl.jsa"
asks_a_question() {
    [ ${#arguments[@]} -ge 3 ] && [ "${arguments[0]}" = sql ] && [[ "${arguments[1]}" != -* && "${arguments[2]}" != -* ]]
}
quiet=(-Xlog:cds=off -Xlog:cds+dynamic=off)
if [ "$archive" -nt "$jar" ]; then
    exec "${java[@]}" "-XX:SharedArchiveFile=$archive" "${quiet[@]}" "${main[@]}"
elif ! asks_a_question || [ ! -w "$home/target" ]; then
    exec "${java[@]}" "${main[@]}"
fi
echo "After the answer this start records the classes it has loaded, once, for some 20 s: later ones take half as long." >&2
draft="$archive.$$"
trap 'rm -f "$draft"' EXIT
code=0
"${java[@]}" "-XX:ArchiveClassesAtExit=$draft" "${quiet[@]}" "${main[@]}" || code=$?
if [ "$code" = 0 ]; then
    mv -f "$draft" "$archive"
fi
exit "$code"
