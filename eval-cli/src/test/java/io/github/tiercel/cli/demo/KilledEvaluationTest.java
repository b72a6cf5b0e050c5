package io.github.tiercel.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed with SIGKILL while they evaluate real flights lose no row that was published. */
class KilledEvaluationTest {

    private static final int ROWS = 78_543;
    private static final Pattern SEGMENT = Pattern.compile("(\\d+)-(\\d+)\\.arrow");
    private static final Pattern COUNTS = Pattern.compile("inferred (\\d+) reused (\\d+)");

    @TempDir
    private Path folder;

    @Test
    void theNextRunInfersExactlyWhatWasNotPublished() throws Exception {
        Path undisturbed = run("undisturbed", ROWS, 0);
        Process child = start("store", 70_000, 0);
        await(child, () -> published("store") > 0);
        kill(child);
        int published = published("store");
        assertEquals(65_536, published);
        Path resumed = run("store", ROWS - published, published);
        assertEquals(Files.readString(undisturbed), Files.readString(resumed));
        Path again = run("store", 0, ROWS);
        assertEquals(Files.readString(undisturbed), Files.readString(again));
    }

    @Test
    void killsAtAnyMomentCostTimeOnly() throws Exception {
        Path undisturbed = run("undisturbed", ROWS, 0);
        Random random = new Random(5);
        for (int kill = 0; kill < 4; kill++) {
            // About 77 batches of 5 ms: kills fall before, into and after the one publication on the way.
            Process child = start("store", 0, 5);
            BufferedReader out = child.inputReader();
            assertEquals("begins", out.readLine());
            child.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
            kill(child);
        }
        int published = published("store");
        Path resumed = run("store", ROWS - published, published);
        assertEquals(Files.readString(undisturbed), Files.readString(resumed));
        assertEquals(Files.readString(undisturbed), Files.readString(run("store", 0, ROWS)));
    }

    /** Runs to the end and returns the file of the result. */
    private Path run(String store, int inferred, int reused) throws IOException, InterruptedException {
        Process child = start(store, 0, 0);
        BufferedReader out = child.inputReader();
        assertEquals("begins", out.readLine());
        Matcher counts = COUNTS.matcher(String.valueOf(out.readLine()));
        assertTrue(counts.matches(), "no counts from the child");
        assertEquals(0, child.waitFor());
        assertEquals(List.of(inferred, reused), List.of(number(counts, 1), number(counts, 2)));
        return result(store);
    }

    private Process start(String store, int hangsAfter, int batchMillis) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlightEvaluation.class.getName(),
                        folder.resolve(store).toString(),
                        result(store).toString(),
                        String.valueOf(hangsAfter),
                        String.valueOf(batchMillis))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path result(String store) {
        return folder.resolve(store + ".json");
    }

    private static void kill(Process child) throws InterruptedException {
        child.destroyForcibly();
        child.waitFor();
    }

    /** Waits for what the child does to become visible; it hangs afterwards, so there is no race to lose. */
    private static void await(Process child, Condition condition) throws Exception {
        while (!condition.holds()) {
            assertTrue(child.isAlive(), "the child ended early");
            child.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    /** The rows from 0 on that are in files without a gap. */
    private int published(String store) throws IOException {
        Path root = folder.resolve(store);
        if (!Files.isDirectory(root)) {
            return 0;
        }
        int rows = 0;
        for (String name : segments(root)) {
            Matcher segment = SEGMENT.matcher(name);
            assertTrue(segment.matches());
            rows = number(segment, 1) <= rows ? Math.max(rows, number(segment, 2)) : rows;
        }
        return rows;
    }

    private static List<String> segments(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> SEGMENT.matcher(name).matches())
                    .sorted((one, other) -> Integer.compare(first(one), first(other)))
                    .toList();
        }
    }

    private static int first(String name) {
        return Integer.parseInt(name.substring(0, name.indexOf('-')));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
