#!/usr/bin/env bash
# Installs the Java kernel that the notebooks run on, for this user, with Trawl and Spark on its class path.
#
#     notebooks/install.sh
#     jupyter lab notebooks          # or jupyter notebook, or jupyter nbconvert --execute
#
# Needs jupyter on the PATH (Debian: apt-get install jupyter-nbconvert, or jupyter-notebook), JDK 17 or newer, and Maven.
#
# JAVA_HOME  the JDK; the java on the PATH where it is not set
set -euo pipefail

version=3.0.1

self="$(readlink -f "${BASH_SOURCE[0]}")" # by itself: in another substitution a failure would not end the script
home="$(dirname "$(dirname "$self")")"
if ! command -v jupyter > /dev/null; then
    echo "jupyter is not on the PATH; Debian has it: apt-get install jupyter-notebook" >&2
    exit 2
fi

if [ ! -f "$home/target/trawl.jar" ] || [ ! -d "$home/target/lib" ]; then
    echo "Building target/trawl.jar, once ..." >&2
    (cd "$home" && mvn -q -B -DskipTests package) >&2
fi

kernel="$(jupyter --data-dir)/kernels/trawl"
mkdir -p "$kernel"
# With our pom, which pins the plugin; in another directory's it would be any version, or none.
mvn -q -B -f "$home/pom.xml" dependency:copy \
    -Dartifact="io.github.padreati:rapaio-jupyter-kernel:$version" -DoutputDirectory="$kernel" >&2
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -d "$kernel/classes" "$home/notebooks/LoopThread.java"

# Spark's libraries come before those that the kernel brings along, and LoopThread before the kernel's own.
cat > "$kernel/kernel.json" <<END
{
  "argv": [
    "${JAVA_HOME:+$JAVA_HOME/bin/}java", "@$home/submit/jvm.options",
    "-cp", "$home/target/trawl.jar:$home/target/lib/*:$kernel/classes:$kernel/rapaio-jupyter-kernel-$version.jar",
    "org.rapaio.jupyter.kernel.MainApp", "{connection_file}"
  ],
  "display_name": "Trawl (Java)",
  "language": "java",
  "interrupt_mode": "message",
  "env": {"SPARK_LOCAL_IP": "127.0.0.1"}
}
END
echo "Installed the kernel \"Trawl (Java)\": $kernel"
