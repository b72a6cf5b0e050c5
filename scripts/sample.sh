#!/bin/sh
# Runs a sample by its number: scripts/sample.sh 02 [arguments of the sample]; or a study by its name: FastTierStudy
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$home"
number=${1:?name a sample by its number, for example: scripts/sample.sh 02}
shift
folder=samples/src/main/java/io/github/tiercel/samples
source=$(ls "$folder"/Sample"$number"_*.java "$folder/$number.java" 2>/dev/null || true)
[ -n "$source" ] || { echo "scripts/sample.sh: there is no sample $number in $folder" >&2; exit 2; }
classpath="$home/samples/target/samples.classpath"
./mvnw -B -q -pl samples -am -Dquick -DskipTests -Dmaven.test.skip=true -Djacoco.skip=true -Dspotless.check.skip=true package \
  dependency:build-classpath -DincludeScope=compile "-Dmdep.outputFile=$classpath" >&2
# Native thread pools spin on small machines; and that nobody listens to what Smile logs is no news.
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
exec java -Dslf4j.internal.verbosity=ERROR -cp "$home/samples/target/classes:$(cat "$classpath")" \
  "io.github.tiercel.samples.$(basename "$source" .java)" "$@"
