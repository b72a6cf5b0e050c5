import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/**
 * Cuts the demo's flights out of the 3,000,000 of {@code flights-3m.parquet}: every 13th row, with a label and the
 * recent delay at the origin. Started by {@code make-flights.sh}; needs only the DuckDB JDBC driver on the class path:
 *
 * <pre>java -cp duckdb_jdbc-2.0.0.1.jar scripts/MakeFlights.java flights-3m.parquet flights.parquet</pre>
 *
 * The same input and driver version give the same bytes.
 */
final class MakeFlights {

    /** {@code data/flights-3m.parquet} of the npm package vega-datasets 3.2.1. */
    private static final String SOURCE_SHA256 = "dbeb920c90f59b6ccaff823dcc3d08f25a97fa1ce128d93f40be4e931f5900b0";

    /**
     * The window sees all rows, the filter comes after it: the recent delay is that of the whole airport, not of the
     * 13th part kept. Tenths go through an integer so that no -0.0 is written.
     */
    private static final String FLIGHTS = """
            WITH flight AS (
              SELECT file_row_number AS id, date, delay, distance, origin, destination,
                     avg(delay) OVER (
                       PARTITION BY origin ORDER BY date
                       RANGE BETWEEN INTERVAL 4 HOURS PRECEDING AND INTERVAL 1 HOUR PRECEDING) AS recent
              FROM read_parquet('%s', file_row_number = true)
            )
            SELECT id::BIGINT AS id, date::TIMESTAMP AS date, delay::SMALLINT AS delay, distance::SMALLINT AS distance,
                   origin, destination,
                   (round(recent * 10)::INTEGER / 10)::FLOAT AS origin_delay,
                   (delay > 60)::TINYINT AS late
            FROM flight
            WHERE id %% 13 = 5 AND date < TIMESTAMP '2001-07-01 00:00:00'
            ORDER BY id""";

    private MakeFlights() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("expected IN and OUT, got " + arguments.length + " arguments");
        }
        var source = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        requireSource(source);
        write(source, target);
        System.out.printf("%s  %d bytes  sha256 %s%n", target.getFileName(), Files.size(target), sha256(target));
    }

    private static void requireSource(Path source) throws IOException, NoSuchAlgorithmException {
        var actual = sha256(source);
        if (!actual.equals(SOURCE_SHA256)) {
            throw new IllegalArgumentException(
                    source + " must have SHA-256 " + SOURCE_SHA256 + ", got " + actual);
        }
    }

    private static void write(Path source, Path target) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            // One thread: row groups then end at the same rows, and sums are taken in the same order, in every run.
            statement.execute("SET threads = 1");
            statement.execute("SET memory_limit = '2GB'");
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            statement.execute("COPY (" + FLIGHTS.formatted(quotable(source)) + ") TO '" + quotable(target)
                    + "' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE 262144)");
        }
    }

    private static String quotable(Path path) {
        return path.toString().replace("'", "''");
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
