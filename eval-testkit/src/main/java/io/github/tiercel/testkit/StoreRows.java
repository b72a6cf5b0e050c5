package io.github.tiercel.testkit;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Features;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoredOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Rows for the laws of a store: each reads its number and a sine.
 *
 * @param set the rows
 * @param features what models read of them
 */
record StoreRows(EvaluationSet set, Features<double[]> features) {

    /** Nine batches and a part of one. */
    static final int COUNT = 300;

    static final int BATCH = 32;

    /** As many whole batches as a fast tier might have. */
    static final int FEW = 3 * BATCH;

    private static final int POSITIVES = 10;
    private static final long FIRST_ID = 1_000;

    static StoreRows usual() {
        return new StoreRows(builder(labels()).build(), Features.of(numbers()));
    }

    static StoreRows of(EvaluationSetBuilder set) {
        return new StoreRows(set.build(), Features.of(numbers()));
    }

    /** Of the same set, but for what models read. */
    StoreRows reading(Features<double[]> others) {
        return new StoreRows(set, others);
    }

    static EvaluationSetBuilder builder(boolean[] labels) {
        return EvaluationSet.binary(labels).ids(ids());
    }

    /** One in ten is positive, so that the order of strata is not that of rows. */
    static boolean[] labels() {
        boolean[] labels = new boolean[COUNT];
        for (int row = 0; row < COUNT; row += POSITIVES) {
            labels[row] = true;
        }
        return labels;
    }

    /** Others, also in number. */
    static boolean[] corrected() {
        boolean[] labels = labels();
        for (int row = 0; row < COUNT; row += 3) {
            labels[row] = !labels[row];
        }
        return labels;
    }

    static long[] ids() {
        return LongStream.range(FIRST_ID, FIRST_ID + COUNT).toArray();
    }

    static double[][] numbers() {
        return IntStream.range(0, COUNT)
                .mapToObj(row -> new double[] {row, Math.sin(row)})
                .toArray(double[][]::new);
    }

    static List<double[]> list() {
        return Arrays.asList(numbers());
    }

    /** The same rows with other labels, last row first. */
    static StoreRows backwards() {
        boolean[] labels = corrected();
        boolean[] last = new boolean[COUNT];
        long[] ids = new long[COUNT];
        double[][] numbers = new double[COUNT][];
        for (int row = 0; row < COUNT; row++) {
            last[row] = labels[COUNT - 1 - row];
            ids[row] = ids()[COUNT - 1 - row];
            numbers[row] = numbers()[COUNT - 1 - row];
        }
        return new StoreRows(EvaluationSet.binary(last).ids(ids).build(), Features.of(numbers));
    }

    StoredOrder<double[]> in(PredictionStore store) {
        return StoredOrder.of(store.frozen(set, features), features);
    }

    /** The keys by position in the order that a store keeps. */
    long[] keysIn(PredictionStore store) {
        return keys(store.frozen(set, features));
    }

    /** The keys by position in the set's own order. */
    long[] keys() {
        return keys(set);
    }

    private static long[] keys(EvaluationSet ordered) {
        long[] keys = ordered.keys();
        return Arrays.stream(ordered.order().rows(ordered.rows()))
                .mapToLong(row -> keys[row])
                .toArray();
    }
}
