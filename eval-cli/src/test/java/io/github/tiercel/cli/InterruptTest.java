package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of the work. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
class InterruptTest {

    private static final int SIGINT = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void itEndsWith130AndLeavesFilesAsTheyWere() throws IOException, InterruptedException {
        assumeTrue(!ignoresInterrupts(), "this process was started so that it and its children ignore Ctrl-C");
        Holdout.csv(folder);
        Path old = Holdout.text(folder, "run.json", "of yesterday");
        Path err = folder.resolve("err");
        List<String> before = names();
        Process process = new ProcessBuilder(Run.line(
                        System.getProperty("java.class.path"),
                        "evaluate",
                        "holdout.csv",
                        "--label",
                        "label",
                        "--score",
                        "score",
                        "--replicates",
                        "100000000",
                        "--output-json",
                        "run.json",
                        "--report",
                        "run.html"))
                .directory(folder.toFile())
                .redirectError(err.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try {
            // It would work for hours: whenever the signal comes, it comes before the end.
            assertTrue(!process.waitFor(3, TimeUnit.SECONDS), () -> "ended by itself: " + text(err));
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still runs");
            assertEquals(ExitCode.INTERRUPTED, process.exitValue(), () -> text(err));
        } finally {
            process.destroyForcibly();
        }
        assertEquals("of yesterday", Files.readString(old));
        assertEquals(
                "tiercel: INTERRUPTED: The command was interrupted. No file is half written, and scores that have reached"
                        + " the store are kept for the next run.\n",
                text(err));
        assertEquals("", text(folder.resolve("out")));
        Files.delete(err);
        Files.delete(folder.resolve("out"));
        assertEquals(before, names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A shell starts what it puts into the background that way, and children inherit it. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(ignored -> (ignored >>> (SIGINT - 1) & 1) == 1);
        }
    }
}
