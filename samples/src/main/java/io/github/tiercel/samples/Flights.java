package io.github.tiercel.samples;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Filter;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.duckdb.DuckDbReader;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Real flights of 2001: those of January to April to learn from, those of May and June to evaluate on. */
record Flights(List<Flight> list) {

    private static final String FILE = "eval-cli/src/main/resources/io/github/tiercel/cli/flights.parquet";
    private static final String SPLIT = "2001-05-01";

    /** The flights to learn from; the first argument of a sample may name another file. */
    static Flights past(String... arguments) {
        return read(Filter.below("date", SPLIT), arguments);
    }

    /** The flights to evaluate on. */
    static Flights future(String... arguments) {
        return read(Filter.atLeast("date", SPLIT), arguments);
    }

    private static Flights read(Filter filter, String... arguments) {
        Columns columns = DuckDbReader.open(Path.of(arguments.length > 0 ? arguments[0] : FILE))
                .where(filter)
                .read();
        var ids = (IntegerColumn) columns.column("id");
        var delays = (IntegerColumn) columns.column("delay");
        var distances = (IntegerColumn) columns.column("distance");
        var originDelays = (NumberColumn) columns.column("origin_delay");
        Column dates = columns.column("date");
        Column origins = columns.column("origin");
        Column destinations = columns.column("destination");
        return new Flights(IntStream.range(0, columns.rows())
                .mapToObj(row -> new Flight(
                        ids.value(row),
                        LocalDateTime.parse(dates.text(row)),
                        origins.text(row),
                        destinations.text(row),
                        distances.value(row),
                        originDelays.isMissing(row) ? Double.NaN : originDelays.value(row),
                        (int) delays.value(row)))
                .toList());
    }

    int size() {
        return list.size();
    }

    /** A row of numbers for each flight, for models that read these. */
    double[][] numbers() {
        return list.stream().map(Flight::numbers).toArray(double[][]::new);
    }

    boolean[] late() {
        return labels(Flight::late);
    }

    /** A label for each flight. */
    boolean[] labels(Predicate<Flight> positive) {
        boolean[] labels = new boolean[size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = positive.test(list.get(row));
        }
        return labels;
    }

    /** The flights to evaluate on, late ones positive. Ids let samples stay the same when the file's order changes. */
    EvaluationSet evaluationSet() {
        long[] ids = list.stream().mapToLong(Flight::id).toArray();
        return EvaluationSet.binary(late()).ids(ids).build();
    }
}
