package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;

/**
 * A DuckDB in memory that can open the data's own files and nothing else: no other file, no network, no extension, no
 * more memory and threads than agreed. For one thread.
 */
final class Session implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Session.class.getName());

    private final Connection connection;
    private final Path scratch;

    private Session(Connection connection, Path scratch) {
        this.connection = connection;
        this.scratch = scratch;
    }

    static Session open(DataFiles data, Limits limits) throws SQLException {
        return open(data.isFolder() ? "allowed_directories" : "allowed_paths", data.path(), limits);
    }

    /** Opens one that can write a file and nothing else. */
    static Session writing(Path file, Limits limits) throws SQLException {
        return open("allowed_paths", file, limits);
    }

    private static Session open(String grant, Path path, Limits limits) throws SQLException {
        Path scratch = scratchFolder();
        try {
            return locked(new Session(connect(), scratch), grant, path, limits);
        } catch (SQLException | RuntimeException e) {
            delete(scratch);
            throw e;
        }
    }

    private static Session locked(Session session, String grant, Path path, Limits limits) throws SQLException {
        try {
            session.lockDown(grant, path, limits);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static Connection connect() throws SQLException {
        try {
            return new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        } catch (LinkageError e) {
            throw noNativeLibrary(System.getProperty("os.name"), System.getProperty("os.arch"), e);
        }
    }

    static DataException noNativeLibrary(String system, String processor, Throwable cause) {
        return new DataException(
                "NO_NATIVE_LIBRARY",
                "DuckDB, which reads the files, has no native library for " + system + " on " + processor
                        + ". It runs on Linux with glibc (amd64, arm64), macOS (arm64) and Windows (amd64);"
                        + " elsewhere read the rows in Java and make the evaluation set from arrays.",
                cause);
    }

    /** The order matters: paths are granted before access is closed, and the lock comes last. */
    private void lockDown(String grant, Path path, Limits limits) throws SQLException {
        set("autoinstall_known_extensions", "false");
        set("autoload_known_extensions", "false");
        set("memory_limit", Sql.text(limits.bytes() + " bytes"));
        set("threads", Long.toString(limits.usableThreads()));
        set("temp_directory", Sql.text(scratch.toString()));
        // A bare date and time is compared with zoned ones in UTC, whatever the machine's zone.
        set("TimeZone", "'UTC'");
        set(grant, allowed(path.toAbsolutePath()));
        set("enable_external_access", "false");
        set("lock_configuration", "true");
    }

    /** DuckDB checks the pattern that it is given as well as the path that it finds. */
    private static String allowed(Path path) {
        return Sql.list(List.of(path.toString(), Sql.pattern(path.toString())));
    }

    private void set(String setting, String value) throws SQLException {
        execute("SET " + setting + " = " + value);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    DuckDBAppender appender(String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender(table);
    }

    /** Runs a query and hands over its chunks of at most a few thousand rows, in order; each is gone after the call. */
    void scan(String sql, Consumer<DuckDBDataChunkReader> consumer) throws SQLException {
        scanWhile(sql, chunk -> {
            consumer.accept(chunk);
            return true;
        });
    }

    /** Scans as long as the consumer wants more. */
    void scanWhile(String sql, Predicate<DuckDBDataChunkReader> consumer) throws SQLException {
        try (DuckDBPreparedStatement statement =
                        connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            boolean more = true;
            while (more && result.nextChunk()) {
                more = consumer.test(result.chunk());
            }
        }
    }

    /** {@return the rows of a small result whose columns are all of type VARCHAR and never missing} */
    List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        scan(sql, chunk -> chunk.stream().forEach(row -> rows.add(row(chunk, row))));
        return rows;
    }

    private static List<String> row(DuckDBDataChunkReader chunk, long row) {
        return LongStream.range(0, chunk.columnCount())
                .mapToObj(column -> chunk.vector(column).getString(row))
                .toList();
    }

    /** {@return the only value of a result} */
    String value(String expression) throws SQLException {
        return rows("SELECT " + expression).get(0).get(0);
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            delete(scratch);
        }
    }

    private static Path scratchFolder() {
        try {
            return Files.createTempDirectory("tiercel-duckdb");
        } catch (IOException e) {
            throw new DataException(
                    "NO_TEMPORARY_FOLDER",
                    "No temporary folder can be made in " + System.getProperty("java.io.tmpdir")
                            + ". Free some space or set -Djava.io.tmpdir.",
                    e);
        }
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Could not delete the temporary folder " + folder, e);
        }
    }
}
