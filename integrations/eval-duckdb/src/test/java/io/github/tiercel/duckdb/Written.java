package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Files for the tests, and what was read from them as text. */
final class Written {

    private Written() {}

    /** Runs statements in an unlocked DuckDB; {@code %s} stands for the folder. */
    static void duck(Path folder, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql.replace("%s", folder.toString()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path parquet(Path folder, String name, String select) {
        duck(folder, "COPY (" + select + ") TO '%s/" + name.replace("'", "''") + "' (FORMAT parquet)");
        return folder.resolve(name);
    }

    /** Writes a set of 3,000 rows in the folders month=03 to month=05. */
    static void hive(Path folder) {
        duck(
                folder,
                "COPY (SELECT range AS id, range / 3000.0::DOUBLE AS score, '0' || (3 + range % 3) AS month"
                        + " FROM range(3000)) TO '%s/hive' (FORMAT parquet, PARTITION_BY (month))");
    }

    static Path text(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    static Path gzip(Path folder, String name, String content) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return folder.resolve(name);
    }

    /** {@return a column's values as text, a missing one as "-"} */
    static List<String> values(Columns columns, String name) {
        Column column = columns.column(name);
        return IntStream.range(0, column.rows())
                .mapToObj(row -> column.isMissing(row) ? "-" : column.text(row))
                .toList();
    }

    static String kind(Columns columns, String name) {
        return columns.column(name).getClass().getSimpleName();
    }
}
