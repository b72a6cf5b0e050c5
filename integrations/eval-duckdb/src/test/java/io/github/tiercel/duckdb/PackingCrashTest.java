package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.packed.PackedSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packings that are killed, and packings of one target by several processes. */
class PackingCrashTest {

    private static final int ROWS = 300_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path sources;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private static Path source = Path.of("");

    @BeforeAll
    static void write() {
        source = Written.parquet(
                sources,
                "a.parquet",
                "SELECT range % 3 = 0 AS y, hash(range) / 7.0 AS x, 't' || range % 1000 AS t FROM range(" + ROWS + ")");
    }

    /** Kills where so many percent of the work are done; the last files may then be on their way. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20, 40, 60, 66})
    void aKilledPackingLeavesTheTargetAsItWas(int percent) throws Exception {
        leavesTheTargetAsItWas(percent, "memory");
    }

    /** Where a third is done rows are being ordered. */
    @ParameterizedTest
    @ValueSource(ints = {20, 33, 50})
    void norDoesOneThatOrdersOnDisk(int percent) throws Exception {
        leavesTheTargetAsItWas(percent, "disk");
    }

    private void leavesTheTargetAsItWas(int percent, String order) throws Exception {
        Path target = folder.resolve("a.packed");
        for (boolean isThere : new boolean[] {false, true}) {
            if (isThere) {
                DuckDbPacker.of(source, ColumnRoles.label("y")).features("t").pack(target);
            }
            kill(child(target, order), percent);
            assertEquals(isThere, Files.exists(target));
            assertTrue(
                    !isThere || PackedSet.open(target).description().features().equals(List.of("t")));
        }
        PackedSet packed = DuckDbPacker.of(source, ColumnRoles.label("y")).pack(target);
        assertEquals(ROWS, packed.evaluationSet().rows());
    }

    private static void kill(Process child, int percent) throws IOException, InterruptedException {
        try (BufferedReader said = child.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                assertFalse(line.startsWith("packed"), line);
                if (line.matches("\\d+") && Integer.parseInt(line) >= percent) {
                    child.destroyForcibly();
                    break;
                }
            }
            child.waitFor();
        }
    }

    @Test
    void processesThatPackAtOnceAllEndWell() throws Exception {
        Path target = folder.resolve("shared.packed");
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            children.add(child(target, i == 0 ? "memory" : "disk"));
        }
        for (Process child : children) {
            String said = new String(child.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(0, child.waitFor(), said);
            assertTrue(said.contains("packed " + ROWS), said);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(target), left.toList());
        }
        PackedSet alone = DuckDbPacker.of(source, ColumnRoles.label("y")).pack(folder.resolve("alone"));
        try (Stream<Path> files = Files.list(alone.folder())) {
            for (Path file : files.toList()) {
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(target.resolve(file.getFileName())));
            }
        }
    }

    private static Process child(Path target, String order) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PackingChild.class.getName(),
                        source.toString(),
                        target.toString(),
                        order)
                .redirectErrorStream(true)
                .start();
    }
}
