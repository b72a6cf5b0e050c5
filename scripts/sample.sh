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
exec java -cp "$home/samples/target/classes:$(cat "$classpath")" \
  "io.github.tiercel.samples.$(basename "$source" .java)" "$@"
