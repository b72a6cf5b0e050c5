#!/bin/sh
# Makes eval-cli/src/main/resources/io/github/tiercel/cli/flights.parquet, the real data of the demo, from
# the npm package vega-datasets. The rule is in MakeFlights.java, the description in flights.md beside the file.
#
# Needs npm, JDK 17 or later and about 200 MB in the temporary folder. Runs from any folder:
#
#     scripts/make-flights.sh              MVN=mvn scripts/make-flights.sh    (a Maven other than ./mvnw)
#
# The same versions give the same bytes, so a second run leaves `git status` clean.
set -eu

package=vega-datasets@3.2.1
duckdb=org.duckdb:duckdb_jdbc:2.0.0.1
copy=org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
out=$root/eval-cli/src/main/resources/io/github/tiercel/cli/flights.parquet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Everything runs inside the temporary folder: there, neither npm nor Maven takes this repository for its project.
cd "$work"
npm pack --silent "$package" > /dev/null
tar -xzf vega-datasets-*.tgz package/data/flights-3m.parquet
"${MVN:-$root/mvnw}" -q -B "$copy" -Dartifact="$duckdb" -DoutputDirectory="$work" > /dev/null

mkdir -p "$(dirname -- "$out")"
java -cp duckdb_jdbc-*.jar "$root/scripts/MakeFlights.java" package/data/flights-3m.parquet flights.parquet
mv flights.parquet "$out"
