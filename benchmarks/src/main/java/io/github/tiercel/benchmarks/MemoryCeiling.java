package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * How much memory a full evaluation needs above its input, found by giving child processes less and less heap until
 * they fail: no sampling, no guess. Then 100,000,000 rows are evaluated in 6 GiB. Both with intervals from influence
 * values and 1,000 bootstrap replicates. Target: at most 24 bytes a row.
 *
 * <p>Run: {@code scripts/benchmark.sh memory}. State of the machine and figures: docs/performance.md.
 */
public final class MemoryCeiling {

    private static final int ROWS = 16_000_000;
    private static final int MIB = 1 << 20;
    private static final int LARGEST_MIB = 1024;
    private static final int LARGE_ROWS = 100_000_000;
    private static final int LARGE_MIB = 6 * 1024;

    private MemoryCeiling() {}

    /**
     * Without arguments searches the ceiling; with {@code input} or {@code evaluate} is the child.
     *
     * @param args nothing, or what the child does
     * @throws IOException if a child cannot be started
     * @throws InterruptedException if interrupted while a child runs
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0) {
            child("evaluate".equals(args[0]), Integer.parseInt(args[1]));
            return;
        }
        int input = smallestHeap("input");
        int evaluation = smallestHeap("evaluate");
        double bytesPerRow = (evaluation - input) * (double) MIB / ROWS;
        System.out.printf(
                Locale.ROOT,
                "%,d rows: input alone fits into %d MiB, full evaluation into %d MiB: %.1f bytes a row above the input%n",
                ROWS,
                input,
                evaluation,
                bytesPerRow);
        long start = System.nanoTime();
        boolean fits = runs("evaluate", LARGE_ROWS, LARGE_MIB);
        System.out.printf(
                Locale.ROOT,
                "%,d rows with input in %d MiB: %s after %.0f s, making the rows included%n",
                LARGE_ROWS,
                LARGE_MIB,
                fits ? "evaluated" : "failed",
                (System.nanoTime() - start) / 1e9);
    }

    private static void child(boolean evaluate, int count) {
        SyntheticRows rows = new SyntheticRows(count, 0.05, 1);
        EvaluationSet set = rows.set();
        Scores scores = rows.scores("candidate");
        if (evaluate) {
            Evaluator.of(set).build().full(scores);
        }
        if (scores.rows() != set.rows()) {
            throw new IllegalStateException("the input must stay alive to the end");
        }
    }

    private static int smallestHeap(String what) throws IOException, InterruptedException {
        int fails = 16;
        int works = LARGEST_MIB;
        while (works - fails > 1) {
            int middle = (fails + works) / 2;
            if (runs(what, ROWS, middle)) {
                works = middle;
            } else {
                fails = middle;
            }
        }
        return works;
    }

    /** A small young generation leaves the heap to the large arrays, which is what is being measured. */
    private static boolean runs(String what, int rows, int mebibytes) throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-Xmx" + mebibytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:NewSize=4m",
                        "-XX:MaxNewSize=4m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryCeiling.class.getName(),
                        what,
                        String.valueOf(rows)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
