#!/bin/sh
# Runs benchmarks: all of them, those whose name matches the first argument, "memory" for the memory ceiling, "packing" for
# packing a large file, "inference [ROWS]" for models read from disk beside bare sessions, "epochs"
# for a long training run, "kernels" for tables of the engine's parts, or "side-by-side [ROWS] [REPLICATES] [POSITIVE_SHARE]" for Tiercel against other programs.
# Further arguments go to JMH, for example: scripts/benchmark.sh FullTier -p rows=10000
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$home"
classpath="$home/benchmarks/target/benchmarks.classpath"
./mvnw -B -q -pl benchmarks -am -Dquick -DskipTests -Dmaven.test.skip=true -Djacoco.skip=true -Dspotless.check.skip=true package \
  dependency:build-classpath -DincludeScope=compile "-Dmdep.outputFile=$classpath" >&2
run() { java -cp "$home/benchmarks/target/classes:$(cat "$classpath")" "$@"; }
if [ "${1:-}" = memory ]; then
  run io.github.tiercel.benchmarks.MemoryCeiling
elif [ "${1:-}" = packing ]; then
  run -Xmx1g io.github.tiercel.benchmarks.PackingBenchmark
elif [ "${1:-}" = inference ]; then
  shift
  run io.github.tiercel.benchmarks.InferenceFromDisk "$@"
elif [ "${1:-}" = epochs ]; then
  run -Xmx256m io.github.tiercel.benchmarks.EpochRun
elif [ "${1:-}" = kernels ]; then
  shift
  run io.github.tiercel.benchmarks.KernelTable "$@"
elif [ "${1:-}" = side-by-side ]; then
  shift
  run -Xmx4g -XX:+UseSerialGC -Djava.util.concurrent.ForkJoinPool.common.parallelism=0 -Dslf4j.internal.verbosity=ERROR \
    io.github.tiercel.benchmarks.peers.SideBySide "$@"
else
  run org.openjdk.jmh.Main "$@"
fi
