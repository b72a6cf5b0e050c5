package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One child process: what it said until it was killed or done. One thread. */
final class StressRun {

    /** Longer than any step takes on a busy machine; a child that says nothing for so long hangs. */
    private static final long HANGS_SECONDS = 120;

    private static final long FIVE_SECONDS = 5_000_000_000L;

    private final Process process;
    private int begun;
    private int inferred;
    private final List<Batch> batches = new ArrayList<>();
    private final List<SegmentName> published = new ArrayList<>();
    private boolean killed;

    private StressRun(Process process) {
        this.process = process;
    }

    /**
     * Runs a child until it is where it is to be killed, and kills it; or until it is done, if it does not come there.
     */
    static StressRun of(Path store, String model, StressPhase phase, int pass, long budget) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StressChild.class.getName(),
                        store.toString(),
                        model,
                        phase.name(),
                        String.valueOf(pass),
                        String.valueOf(budget))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        StressRun run = new StressRun(process);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            CompletableFuture<Void> listening = CompletableFuture.runAsync(() -> run.listen(output));
            listening.get(HANGS_SECONDS, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return run;
    }

    private void listen(BufferedReader output) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals("PARKED")) {
                    killed = true;
                    // As a power switch would. What it said before can still be read, which Process itself would
                    // prevent.
                    process.toHandle().destroyForcibly();
                } else {
                    heard(line.split(" ", 3));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void heard(String[] words) {
        switch (words[0]) {
            case "R" -> {
                begun = Integer.parseInt(words[1]);
                inferred = begun;
                batches.clear();
            }
            case "B" -> {
                inferred += Integer.parseInt(words[1]);
                batches.add(new Batch(inferred, Long.parseLong(words[2])));
            }
            case "P" -> SegmentName.parse(words[1]).ifPresent(published::add);
            case "DONE" -> assertEquals("DONE 0 []", String.join(" ", words));
            default -> assertTrue(words[0].equals("E") || words[0].equals("CLOSED"), words[0]);
        }
    }

    boolean wasKilled() {
        return killed;
    }

    List<SegmentName> published() {
        return published;
    }

    /** Requires that what has to be inferred again is little: 65,536 rows, or what was inferred within five seconds. */
    void requireLittleLoss(int rowsOnDisk) {
        assertTrue(
                lost(rowsOnDisk) <= SegmentCutter.ROWS || lostNanos(rowsOnDisk) <= FIVE_SECONDS,
                () -> lost(rowsOnDisk) + " rows of " + lostNanos(rowsOnDisk) / 1e9 + " s are lost");
    }

    /** Rows that were inferred and are not on disk. */
    int lost(int rowsOnDisk) {
        return Math.max(0, inferred - rowsOnDisk);
    }

    /** The time from the first of them to the last. */
    long lostNanos(int rowsOnDisk) {
        List<Batch> lost =
                batches.stream().filter(batch -> batch.end() > rowsOnDisk).toList();
        return lost.isEmpty()
                ? 0
                : lost.get(lost.size() - 1).nanos() - lost.get(0).nanos();
    }

    private record Batch(int end, long nanos) {}
}
