package io.github.tiercel.serving;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.Predictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The rows that a model is called with, drawn once for all kinds of calls. Of rows that are slow to read in any order
 * but theirs, it is the first ones, read here and held.
 */
final class RowSample<X> {

    private static final int ROWS = 8192;

    /** How many batches are made for one kind of calls. */
    private static final int FEWEST = 8;

    private static final int MOST = 1024;

    private final Features<X> features;
    private final int[] rows;
    private final Optional<Batch<X>> held;

    private RowSample(Features<X> features, int[] rows) {
        this.features = features;
        this.rows = rows;
        this.held = features.isSequential() ? Optional.of(features.batch(rows)) : Optional.empty();
    }

    /** Draws rows with replacement, the same ones for the same seed; or reads the first ones. */
    static <X> RowSample<X> of(Features<X> features, long seed) {
        return new RowSample<>(
                features,
                features.isSequential()
                        ? features.firstRows(ROWS)
                        : new SplittableRandom(seed)
                                .ints(ROWS, 0, features.rows())
                                .toArray());
    }

    /** Calls with batches of the sample, with replacement, the same ones for the same seed. */
    ModelCalls<X> calls(Predictor<X> model, int batchRows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = Math.max(FEWEST, Math.min(MOST, ROWS / batchRows));
        List<int[]> numbers = new ArrayList<>(count);
        List<Batch<X>> batches = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int[] places = random.ints(batchRows, 0, rows.length).toArray();
            int[] drawn = Arrays.stream(places).map(place -> rows[place]).toArray();
            numbers.add(drawn);
            batches.add(held.map(all -> all.select(places)).orElseGet(() -> features.batch(drawn)));
        }
        return new ModelCalls<>(model, numbers, batches);
    }
}
