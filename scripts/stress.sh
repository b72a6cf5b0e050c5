#!/bin/sh
# Injects what can go wrong with a prediction store: 1,000 kills of processes, 1,000 damaged stores, 200,000 forged files.
# Usage: scripts/stress.sh [SEED [KILLS [CORRUPTIONS [FILES]]]]. Takes about half an hour on two cores; every hundredth part
# of it runs in each build. What it prints stands in docs/reliability.md.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$home"
seed=${1:-6}
./mvnw -B -q -pl eval-core -am -Dquick -Djacoco.skip=true -Dspotless.check.skip=true \
  -Dsurefire.failIfNoSpecifiedTests=false -Dtest='StoreStressTest,StoreCorruptionTest,SegmentFuzzTest,OrderFuzzTest' \
  "-Dtiercel.stress.seed=$seed" "-Dtiercel.stress.kills=${2:-1000}" "-Dtiercel.stress.corruptions=${3:-1000}" \
  "-Dtiercel.fuzz.seed=$seed" "-Dtiercel.fuzz.files=${4:-200000}" test
