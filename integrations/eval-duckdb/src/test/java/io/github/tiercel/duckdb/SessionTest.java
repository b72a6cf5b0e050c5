package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    private static final Limits LIMITS = new Limits(256L << 20, 2);

    @TempDir
    private Path folder;

    private Session session() throws SQLException {
        Path file = Written.parquet(folder, "own.parquet", "SELECT 1 AS x");
        Written.parquet(folder, "other.parquet", "SELECT 2 AS x");
        return Session.open(DataFiles.find(file), LIMITS);
    }

    @Test
    void itsOwnFileCanBeRead() throws SQLException {
        try (Session session = session()) {
            assertEquals("1", session.value("CAST(x AS VARCHAR) FROM read_parquet('" + folder + "/own.parquet')"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_parquet('%s/other.parquet')",
                "SELECT * FROM read_parquet('%s/*.parquet')",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('%s/../x')",
                "SELECT * FROM read_parquet('https://example.org/a.parquet')",
                "COPY (SELECT 1) TO '%s/new.parquet'",
                "ATTACH '%s/new.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET memory_limit = '2GB'",
                "SET enable_external_access = true",
                "SET autoinstall_known_extensions = true",
                "RESET lock_configuration"
            })
    void nothingElseCan(String sql) throws SQLException {
        try (Session session = session()) {
            SQLException refused = assertThrows(
                    SQLException.class, () -> session.scan(sql.replace("%s", folder.toString()), chunk -> {}));
            String message = refused.toString();
            assertTrue(
                    message.matches("(?s).*(Permission|Invalid Input|Binder) Error: .*(disabled|locked|cannot).*"),
                    message);
        }
    }

    @Test
    void itsSettingsAreThoseAgreed() throws SQLException {
        try (Session session = session()) {
            assertEquals("256.0 MiB", session.value("current_setting('memory_limit')"));
            assertEquals("2", session.value("CAST(current_setting('threads') AS VARCHAR)"));
            assertEquals("true", session.value("CAST(current_setting('preserve_insertion_order') AS VARCHAR)"));
            assertEquals("false", session.value("CAST(current_setting('autoload_known_extensions') AS VARCHAR)"));
        }
    }

    @Test
    void aThreadNeedsMemory() {
        assertEquals(4, new Limits(256L << 20, 64).usableThreads());
        assertEquals(1, new Limits(1, 64).usableThreads());
        assertEquals(3, new Limits(1L << 30, 3).usableThreads());
    }

    @Test
    void itsTemporaryFolderIsDeleted() throws Exception {
        List<Path> before = temporary();
        Session session = session();
        Path scratch = temporary().stream()
                .filter(path -> !before.contains(path))
                .findFirst()
                .orElseThrow();
        Files.writeString(scratch.resolve("spilled.tmp"), "x");
        session.close();
        assertTrue(Files.notExists(scratch));
    }

    private static List<Path> temporary() throws Exception {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("tiercel-duckdb"))
                    .toList();
        }
    }
}
