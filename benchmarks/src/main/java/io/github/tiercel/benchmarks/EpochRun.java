package io.github.tiercel.benchmarks;

import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.training.EpochEvaluator;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Consumer;

/**
 * Whether a long training run stays as fast and as small as it was at its beginning: 1,000 epochs, of which the first
 * and the last hundred are compared, and the heap after collection at each quarter. The heap is small, so that the
 * scores in memory reach their bound early. Target: at most 5 ms an epoch, and no growth but for the history.
 *
 * <p>Run: {@code scripts/benchmark.sh epochs}. State of the machine and figures: docs/performance.md.
 */
public final class EpochRun {

    private static final int ROWS = 200_000;
    private static final int WARM_UP = 400;
    private static final int EPOCHS = 1000;
    private static final int QUARTER = EPOCHS / 4;
    private static final int HUNDRED = 100;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MIB = 1 << 20;

    private EpochRun() {}

    /**
     * Runs once with a store in memory and once with one in a folder.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        TrainingRows rows = new TrainingRows(ROWS, 0.05, 1);
        inMemory(store -> warmUp(rows, store));
        inFolder(store -> warmUp(rows, store));
        inMemory(store -> measure("memory", rows, store));
        inFolder(store -> measure("folder", rows, store));
    }

    private static void inMemory(Consumer<PredictionStore> work) {
        try (PredictionStore store = PredictionStore.inMemory()) {
            work.accept(store);
        }
    }

    private static void inFolder(Consumer<PredictionStore> work) {
        try (TemporaryStore folder = TemporaryStore.make();
                PredictionStore store = folder.open()) {
            work.accept(store);
        }
    }

    private static void warmUp(TrainingRows rows, PredictionStore store) {
        run(rows.epochs(store, "warm-up"), WARM_UP, new double[WARM_UP], new double[WARM_UP], false);
    }

    private static void measure(String name, TrainingRows rows, PredictionStore store) {
        System.out.printf("store in %s%n", name);
        double[] elapsed = new double[EPOCHS];
        double[] cpu = new double[EPOCHS];
        run(rows.epochs(store, name), EPOCHS, elapsed, cpu, true);
        print("first hundred", elapsed, cpu, 0);
        print("last hundred", elapsed, cpu, EPOCHS - HUNDRED);
        System.out.printf("  median ms of CPU, by hundreds: %s%n", medians(cpu));
    }

    private static void run(
            EpochEvaluator<double[]> epochs, int count, double[] elapsed, double[] cpu, boolean showHeap) {
        for (int epoch = 1; epoch <= count; epoch++) {
            long start = System.nanoTime();
            double cpuStart = ThreadCpu.millis();
            epochs.onEpochEnd(epoch, TrainingRows.model(epoch));
            cpu[epoch - 1] = ThreadCpu.millis() - cpuStart;
            elapsed[epoch - 1] = (System.nanoTime() - start) / NANOS_PER_MILLI;
            if (showHeap && epoch % QUARTER == 0) {
                epochs.close();
                System.out.printf(Locale.ROOT, "  epoch %,d: %.1f MiB of heap in use%n", epoch, heap() / MIB);
            }
        }
        epochs.close();
    }

    private static void print(String name, double[] elapsed, double[] cpu, int from) {
        double[] sorted = sorted(elapsed, from);
        System.out.printf(
                Locale.ROOT,
                "  %s: %.2f ms an epoch (median %.2f, longest %.2f), %.2f ms of CPU%n",
                name,
                Arrays.stream(sorted).average().orElseThrow(),
                sorted[HUNDRED / 2],
                sorted[HUNDRED - 1],
                Arrays.stream(cpu, from, from + HUNDRED).average().orElseThrow());
    }

    /** One slow hundred tells of the machine, a rising row of them of the library. */
    private static String medians(double[] values) {
        StringJoiner medians = new StringJoiner(" ");
        for (int from = 0; from < values.length; from += HUNDRED) {
            double[] sorted = sorted(values, from);
            medians.add(String.format(Locale.ROOT, "%.2f", sorted[HUNDRED / 2]));
        }
        return medians.toString();
    }

    private static double[] sorted(double[] values, int from) {
        double[] sorted = Arrays.copyOfRange(values, from, from + HUNDRED);
        Arrays.sort(sorted);
        return sorted;
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
