package io.github.tiercel.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Tries many damaged files one after another, and finds those at which a reader hangs, throws what it must not, takes
 * too much memory, or gives what is not right.
 *
 * <p>{@code -Dtiercel.fuzz.files=200000} says how many files, {@code -Dtiercel.fuzz.seed=...} which, and
 * {@code -Dtiercel.fuzz.only=INDEX} tries a single one again.
 */
final class FuzzRun {

    static final long SEED = Long.getLong("tiercel.fuzz.seed", 20_260_128);

    private static final int FILES = Integer.getInteger("tiercel.fuzz.files", 5000);
    private static final int ONLY = Integer.getInteger("tiercel.fuzz.only", -1);

    /** Files take about a millisecond; a machine with other work may stall for seconds. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final int MOST_FAILURES = 10;
    private static final int FRAMES = 6;

    private final Attempt attempt;
    private final List<String> failures = new ArrayList<>();
    private volatile int current;
    private volatile long since;

    private FuzzRun(Attempt attempt) {
        this.attempt = attempt;
    }

    /** Tries one file and throws if anything is not as it must be. */
    @FunctionalInterface
    interface Attempt {
        void run(int index) throws Exception;
    }

    /** The number of files of a run; a part of it for readers that share most of their code with another. */
    static int files(int part) {
        return FILES / part;
    }

    static boolean isWhole() {
        return ONLY < 0;
    }

    static String title(String what) {
        return "Fuzzed " + what + ", seed " + SEED + "\n";
    }

    /** Tries files, and fails with a list of those that were not dealt with as they must be. */
    static void over(int files, Attempt attempt) throws InterruptedException {
        new FuzzRun(attempt).run(isWhole() ? IntStream.range(0, files).toArray() : new int[] {ONLY});
    }

    private void run(int[] indices) throws InterruptedException {
        since = System.nanoTime();
        Thread worker = new Thread(() -> tryAll(indices), "fuzz");
        worker.setDaemon(true);
        worker.start();
        while (worker.isAlive()) {
            worker.join(100);
            if (worker.isAlive() && System.nanoTime() - since > DEADLINE.toNanos()) {
                throw new AssertionError(named(current) + " hangs: " + Arrays.toString(worker.getStackTrace()));
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    private void tryAll(int[] indices) {
        for (int index : indices) {
            since = System.nanoTime();
            current = index;
            try {
                attempt.run(index);
            } catch (Throwable e) {
                // Errors too: no file may exhaust memory or the stack.
                failures.add(named(index) + ": " + e + " at " + ours(e));
            }
            if (failures.size() == MOST_FAILURES) {
                return;
            }
        }
    }

    private static List<String> ours(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .map(StackTraceElement::toString)
                .filter(frame -> !frame.startsWith("org.junit"))
                .limit(FRAMES)
                .toList();
    }

    private static String named(int index) {
        return "-Dtiercel.fuzz.seed=" + SEED + " -Dtiercel.fuzz.only=" + index;
    }

    /** Returns what is random of one file: any can be made again without those before it. */
    static SplittableRandom random(String what, int index) {
        return new SplittableRandom(new SplittableRandom(SEED ^ what.hashCode()).nextLong() + index);
    }
}
