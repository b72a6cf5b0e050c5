#!/bin/sh
# Runs a sample by its number: scripts/sample.sh 02 [arguments of the sample]
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$home"
number=${1:?name a sample by its number, for example: scripts/sample.sh 02}
shift
source=$(ls samples/src/main/java/io/github/tiercel/samples/Sample"$number"_*.java)
classpath="$home/samples/target/samples.classpath"
./mvnw -B -q -pl samples -am -Dquick -DskipTests -Dmaven.test.skip=true -Djacoco.skip=true -Dspotless.check.skip=true package \
  dependency:build-classpath -DincludeScope=compile "-Dmdep.outputFile=$classpath" >&2
# Native thread pools spin on small machines; and that nobody listens to what Smile logs is no news.
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
exec java -Dslf4j.internal.verbosity=ERROR -cp "$home/samples/target/classes:$(cat "$classpath")" \
  "io.github.tiercel.samples.$(basename "$source" .java)" "$@"
