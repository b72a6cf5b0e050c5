package io.github.tiercel.samples;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Scores real flights with two baselines, so that there is a file of predictions to evaluate. Both learn from the
 * flights of January to April which of them land more than 60 minutes late, and score those of May and June:
 *
 * <ul>
 *   <li>{@code hour_rate}: the late rate of the hour of departure;
 *   <li>{@code naive_bayes}: naive Bayes of hour, origin and destination.
 * </ul>
 *
 * <p>The hour is that of the actual departure: the prediction is made when the flight leaves the gate. The first model
 * gives 24 scores, hence many ties. The second gives 19,475 and is over-confident, as naive Bayes is: its scores above
 * 0.4 average 0.49, and 29 % of those flights were late. Which of the two ranks better is for an evaluation to say.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 01}. The paths of the flights to read and of the
 * predictions to write may follow.
 *
 * <p>Output:
 *
 * <pre>
 * learned from January to April: 152,226 flights, 7,730 late (5.08 %)
 * scored       May and June:      78,543 flights, 3,948 late (5.03 %)
 * flights-predictions.parquet: 401,275 bytes
 * </pre>
 */
public final class Sample01_FlightBaselines {

    private static final String FLIGHTS = "eval-cli/src/main/resources/io/github/tiercel/cli/flights.parquet";
    private static final String PREDICTIONS = "samples/data/flights-predictions.parquet";

    private Sample01_FlightBaselines() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        var source = Path.of(arguments.length > 0 ? arguments[0] : FLIGHTS);
        var target = Path.of(arguments.length > 1 ? arguments[1] : PREDICTIONS);
        try (Connection database = openDatabase()) {
            List<Flight> flights = readFlights(source);
            List<Flight> past = flights.stream().filter(Flight::isPast).toList();
            List<Flight> future =
                    flights.stream().filter(flight -> !flight.isPast()).toList();
            writePredictions(database, future, HourRate.learn(past), NaiveBayes.learn(past), target);
            print("learned from January to April:", past);
            print("scored       May and June:    ", future);
            System.out.printf(Locale.ROOT, "%s: %,d bytes%n", target.getFileName(), Files.size(target));
        }
    }

    private static void print(String what, List<Flight> flights) {
        long late = flights.stream().filter(Flight::late).count();
        System.out.printf(
                Locale.ROOT,
                "%s %,7d flights, %,5d late (%.2f %%)%n",
                what,
                flights.size(),
                late,
                100.0 * late / flights.size());
    }

    /** One row of the file: what is known when a flight leaves, and how it ended. */
    private record Flight(long id, boolean late, LocalDateTime departure, String origin, String destination) {

        boolean isPast() {
            return departure.getMonth().compareTo(Month.MAY) < 0;
        }

        int hour() {
            return departure.getHour();
        }

        String month() {
            return departure.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
    }

    /** How many of the flights learned from were late, and how many were not. */
    private static final class Tally {
        private int late;
        private int punctual;

        void add(Flight flight) {
            if (flight.late()) {
                late++;
            } else {
                punctual++;
            }
        }

        int total() {
            return late + punctual;
        }
    }

    private static <K> Map<K, Tally> tally(List<Flight> flights, Function<Flight, K> by) {
        var tallies = new HashMap<K, Tally>();
        for (Flight flight : flights) {
            tallies.computeIfAbsent(by.apply(flight), key -> new Tally()).add(flight);
        }
        return tallies;
    }

    /** The late rate of an hour, drawn towards the rate of the whole day where the hour has few flights. */
    private record HourRate(double dayRate, Map<Integer, Tally> hours) implements ToDoubleFunction<Flight> {

        /** In flights of the day's rate. The hour from 3 has 11 flights, 9 of them late: too few to be believed. */
        private static final double SMOOTHING = 20;

        static HourRate learn(List<Flight> flights) {
            long late = flights.stream().filter(Flight::late).count();
            return new HourRate((double) late / flights.size(), tally(flights, Flight::hour));
        }

        @Override
        public double applyAsDouble(Flight flight) {
            Tally hour = hours.getOrDefault(flight.hour(), new Tally());
            return (hour.late + SMOOTHING * dayRate) / (hour.total() + SMOOTHING);
        }
    }

    /** Log-odds of being late: those of all flights plus the evidence of each feature, as if they were independent. */
    private record NaiveBayes(double priorLogOdds, List<Evidence<?>> features) implements ToDoubleFunction<Flight> {

        static NaiveBayes learn(List<Flight> flights) {
            var all = new Tally();
            flights.forEach(all::add);
            return new NaiveBayes(
                    logRatio(all.late, all.punctual),
                    List.of(
                            Evidence.learn(flights, all, Flight::hour),
                            Evidence.learn(flights, all, Flight::origin),
                            Evidence.learn(flights, all, Flight::destination)));
        }

        @Override
        public double applyAsDouble(Flight flight) {
            double logOdds = priorLogOdds;
            for (Evidence<?> feature : features) {
                logOdds += feature.logRatio(flight);
            }
            return 1 / (1 + StrictMath.exp(-logOdds));
        }

        /** StrictMath, for Math.log and Math.exp may differ in the last bit from one machine to another. */
        static double logRatio(double late, double punctual) {
            return StrictMath.log(late) - StrictMath.log(punctual);
        }
    }

    /** What one feature says: log of P(value | late) / P(value | punctual), with Laplace smoothing. */
    private record Evidence<K>(Function<Flight, K> feature, Map<K, Tally> values, Tally all) {

        static <K> Evidence<K> learn(List<Flight> flights, Tally all, Function<Flight, K> feature) {
            return new Evidence<>(feature, tally(flights, feature), all);
        }

        double logRatio(Flight flight) {
            Tally value = values.getOrDefault(feature.apply(flight), new Tally());
            int distinct = values.size() + 1; // one more for all values not seen while learning
            return NaiveBayes.logRatio(
                    (value.late + 1.0) / (all.late + distinct), (value.punctual + 1.0) / (all.punctual + distinct));
        }
    }

    private static Connection openDatabase() throws SQLException {
        Connection database = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = database.createStatement()) {
            statement.execute("SET threads = 1"); // the same bytes in every run
            statement.execute("SET memory_limit = '512MB'"); // the default is 80 % of the machine
            statement.execute("SET autoinstall_known_extensions = false"); // no network
            statement.execute("SET autoload_known_extensions = false");
        }
        return database;
    }

    private static List<Flight> readFlights(Path source) {
        Columns columns = DuckDbReader.open(source)
                .select("id", "late", "date", "origin", "destination")
                .read();
        var ids = (IntegerColumn) columns.column("id");
        var flights = new ArrayList<Flight>(columns.rows());
        for (int row = 0; row < columns.rows(); row++) {
            flights.add(new Flight(
                    ids.value(row),
                    columns.column("late").text(row).equals("1"),
                    LocalDateTime.parse(columns.column("date").text(row)),
                    columns.column("origin").text(row),
                    columns.column("destination").text(row)));
        }
        return flights;
    }

    private static void writePredictions(
            Connection database, List<Flight> flights, HourRate hourRate, NaiveBayes naiveBayes, Path target)
            throws IOException, SQLException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (var statement = database.createStatement()) {
            statement.execute("CREATE TABLE prediction (id BIGINT, late TINYINT, origin VARCHAR, month VARCHAR, "
                    + "hour_rate DOUBLE, naive_bayes DOUBLE)");
            try (var appender = database.unwrap(DuckDBConnection.class).createAppender("prediction")) {
                for (Flight flight : flights) {
                    append(appender, flight, hourRate.applyAsDouble(flight), naiveBayes.applyAsDouble(flight));
                }
            }
            statement.execute("COPY (FROM prediction ORDER BY id) TO " + quoted(target)
                    + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19)");
        }
    }

    private static void append(DuckDBAppender appender, Flight flight, double hourRate, double naiveBayes)
            throws SQLException {
        appender.beginRow()
                .append(flight.id())
                .append((byte) (flight.late() ? 1 : 0))
                .append(flight.origin())
                .append(flight.month())
                .append(sixDecimals(hourRate))
                .append(sixDecimals(naiveBayes))
                .endRow();
    }

    /** More would be noise: the standard error of a rate of 5 % among 150,000 flights is 0.0006. */
    private static double sixDecimals(double score) {
        return Math.round(score * 1e6) / 1e6;
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
