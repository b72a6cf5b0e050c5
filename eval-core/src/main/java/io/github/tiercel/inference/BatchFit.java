package io.github.tiercel.inference;

import io.github.tiercel.data.Features;
import io.github.tiercel.sampling.RowOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Finds the batch size at which a model is fastest, by doubling from {@value #FIRST} rows until throughput stops
 * growing, {@value #LARGEST} rows are reached, the rows end, or a quarter of a second is over.
 *
 * <p>Each size is tried three times on the first rows of the order, the first time not counted, and goes by its fastest
 * call; waiting for rows is not counted. Throughput has stopped growing when two sizes one after another gain less than
 * 5 %. The choice is the smallest size within 5 % of the best, since smaller batches are interrupted sooner and take
 * less memory.
 *
 * @param batchRows the chosen size
 * @param trials what was tried, in the order of sizes; at least one
 * @param rowsScored rows that the model scored for it
 * @since 0.1
 */
public record BatchFit(int batchRows, List<Trial> trials, int rowsScored) {

    static final int FIRST = 64;
    static final int LARGEST = 8192;

    private static final int CALLS = 3;
    private static final double NO_GAIN = 1.05;
    private static final int SIZES_WITHOUT_GAIN = 2;
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
     * @param <X> what the model reads of one row
     * @throws ModelException if the model fails
     */
    public static <X> BatchFit of(Features<X> features, RowOrder order, Predictor<X> model) {
        return of(features, order, model, System::nanoTime);
    }

    static <X> BatchFit of(Features<X> features, RowOrder order, Predictor<X> model, LongSupplier clock) {
        long end = clock.getAsLong() + MOST_NANOS;
        List<Trial> trials = new ArrayList<>();
        int scored = 0;
        for (int size = Math.min(FIRST, order.size()); ; size = Math.min(2 * size, order.size())) {
            BatchInference<X> inference = BatchInference.of(features, order, model, size);
            long fastest = Long.MAX_VALUE;
            for (int call = 0; call < CALLS; call++) {
                long nanos = inference.nanos(size, clock);
                fastest = call == 0 ? fastest : Math.min(fastest, nanos);
                scored += size;
                if (clock.getAsLong() >= end) {
                    fastest = Math.min(fastest, nanos);
                    break;
                }
            }
            trials.add(new Trial(size, size * 1e9 / Math.max(1, fastest)));
            if (size >= Math.min(LARGEST, order.size()) || hasStoppedGrowing(trials) || clock.getAsLong() >= end) {
                return new BatchFit(choice(trials), trials, scored);
            }
        }
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
