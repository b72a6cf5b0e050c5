package io.github.tiercel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Rows for the tests: 600, of which about a third positive, with a score that ranks well, one that ranks badly, two
 * large slices and one of 20 rows.
 */
final class Holdout {

    private static final int ROWS = 600;
    private static final int SMALL_SLICE = 20;
    private static final int ROWS_PER_USER = 4;

    private Holdout() {}

    static Path csv(Path folder) {
        return text(folder, "holdout.csv", String.join("\n", rows()) + "\n");
    }

    /** The same rows; columns of numbers are numbers, the rest is text. */
    static Path parquet(Path folder) {
        Path file = folder.resolve("holdout.parquet");
        duck("COPY (FROM read_csv('" + csv(folder) + "')) TO '" + file + "' (FORMAT parquet)");
        return file;
    }

    static Path hive(Path folder) {
        Path files = folder.resolve("hive");
        duck("COPY (FROM read_csv('" + csv(folder) + "')) TO '" + files + "' (FORMAT parquet, PARTITION_BY (country))");
        return files;
    }

    static Path text(Path folder, String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void duck(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows() {
        SplittableRandom random = new SplittableRandom(20261122);
        List<String> lines = new ArrayList<>(List.of("id,label,score,other,country,weight,user"));
        for (int row = 0; row < ROWS; row++) {
            boolean positive = random.nextInt(3) == 0;
            double score = 0.1 + 0.5 * random.nextDouble() + (positive ? 0.3 : 0);
            double other = 0.1 + 0.7 * random.nextDouble() + (positive ? 0.1 : 0);
            String country = row < SMALL_SLICE ? "li" : row % 2 == 0 ? "de" : "fr";
            lines.add(String.format(
                    Locale.ROOT,
                    "%d,%d,%.4f,%.4f,%s,%d,user-%d",
                    1000 + row,
                    positive ? 1 : 0,
                    score,
                    other,
                    country,
                    1 + row % 3,
                    row / ROWS_PER_USER));
        }
        return lines;
    }
}
