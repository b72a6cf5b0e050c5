package io.github.tiercel.inference;

import io.github.tiercel.data.Features;
import io.github.tiercel.sampling.RowOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Finds the batch size at which a model is fastest, by doubling from {@value #FIRST} rows until throughput stops
 * growing or {@value #LARGEST} rows are reached.
 *
 * <p>Each size is tried three times on the first rows of the order, the first time not counted, and goes by its fastest
 * call; waiting for rows is not counted. Throughput has stopped growing when two sizes one after another gain less than
 * 5 %. The choice is the smallest size within 5 % of the best, since smaller batches are interrupted sooner and take
 * less memory.
 *
 * <p>No more rows are scored for it than a twentieth of those to be inferred, and it takes a quarter of a second at
 * most, plus one batch. Where that ends it while throughput still grows, the choice is the largest size tried, and at
 * least {@value BatchInference#DEFAULT_BATCH_ROWS}.
 *
 * @param batchRows the chosen size
 * @param trials what was tried, in the order of sizes; empty if the rows are too few to try anything
 * @param rowsScored rows that the model scored for it
 * @since 0.1
 */
public record BatchFit(int batchRows, List<Trial> trials, int rowsScored) {

    static final int FIRST = 64;
    static final int LARGEST = 8192;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int CALLS = 3;
    private static final double NO_GAIN = 1.05;
    private static final int SIZES_WITHOUT_GAIN = 2;
    private static final int ONE_IN = 20;
    private static final long MOST_NANOS = 250_000_000;

    /** Copies the list. */
    public BatchFit {
        trials = List.copyOf(trials);
    }

    /**
     * One size.
     *
     * @param batchRows rows in a batch
     * @param rowsPerSecond rows scored a second in the fastest of its calls
     * @since 0.1
     */
    public record Trial(int batchRows, double rowsPerSecond) {}

    /**
     * {@return the size at which a model is fastest on some rows}
     *
     * @param features the rows
     * @param order their order
     * @param model the model
     * @param rowsToInfer how many rows it is chosen for
     * @param <X> what the model reads of one row
     * @throws ModelException if the model fails
     */
    public static <X> BatchFit of(Features<X> features, RowOrder order, Predictor<X> model, int rowsToInfer) {
        return of(features, order, model, rowsToInfer, System::nanoTime);
    }

    static <X> BatchFit of(
            Features<X> features, RowOrder order, Predictor<X> model, int rowsToInfer, LongSupplier clock) {
        long end = clock.getAsLong() + MOST_NANOS;
        List<Trial> trials = new ArrayList<>();
        int scored = 0;
        for (int size = FIRST; size <= LARGEST; size *= 2) {
            boolean isTooCostly = scored + CALLS * size > Math.min(order.size(), rowsToInfer) / ONE_IN;
            if (isTooCostly || clock.getAsLong() >= end) {
                int largest =
                        trials.isEmpty() ? 0 : trials.get(trials.size() - 1).batchRows();
                return new BatchFit(Math.max(largest, BatchInference.DEFAULT_BATCH_ROWS), trials, scored);
            }
            trials.add(new Trial(size, size * NANOS_PER_SECOND / nanos(features, order, model, size, clock)));
            scored += CALLS * size;
            if (hasStoppedGrowing(trials)) {
                break;
            }
        }
        return new BatchFit(choice(trials), trials, scored);
    }

    /** The fastest call but for the first, which may find code that was never run. */
    private static <X> long nanos(
            Features<X> features, RowOrder order, Predictor<X> model, int size, LongSupplier clock) {
        BatchInference<X> inference = BatchInference.of(features, order, model, size);
        inference.nanos(size, clock);
        long fastest = Long.MAX_VALUE;
        for (int call = 1; call < CALLS; call++) {
            fastest = Math.min(fastest, inference.nanos(size, clock));
        }
        return Math.max(1, fastest);
    }

    private static boolean hasStoppedGrowing(List<Trial> trials) {
        int last = trials.size() - SIZES_WITHOUT_GAIN;
        return last > 0
                && trials.subList(last, trials.size()).stream()
                        .allMatch(trial -> trial.rowsPerSecond < NO_GAIN * best(trials.subList(0, last)));
    }

    private static int choice(List<Trial> trials) {
        double best = best(trials);
        return trials.stream()
                .filter(trial -> trial.rowsPerSecond * NO_GAIN >= best)
                .mapToInt(Trial::batchRows)
                .min()
                .orElseThrow();
    }

    private static double best(List<Trial> trials) {
        return trials.stream()
                .max(Comparator.comparingDouble(Trial::rowsPerSecond))
                .orElseThrow()
                .rowsPerSecond;
    }
}
