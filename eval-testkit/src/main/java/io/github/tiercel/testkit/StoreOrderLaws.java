package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.tiercel.data.Features;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of the order in which scores are kept: rows are ordered by their first labels and stay so.
 * {@link PredictionStoreContract} says what the laws have in common.
 *
 * @since 0.1
 */
public interface StoreOrderLaws extends StoreUnderTest {

    /**
     * Rows that are new keep the set's own order.
     *
     * @param folder an empty folder
     */
    @Test
    default void newRowsKeepTheirOwnOrder(@TempDir Path folder) {
        try (var store = open(folder)) {
            StoreRows rows = StoreRows.usual();
            assertArrayEquals(rows.keys(), rows.keysIn(store));
            StoreRows others = StoreRows.of(StoreRows.builder(StoreRows.corrected()))
                    .reading(Features.of(StoreRows.list(), "version 2"));
            assertArrayEquals(others.keys(), others.keysIn(store), "rows of other content");
        }
    }

    /**
     * Rows that are known keep the order of the first time, with other labels, weights and slices, and in another
     * sequence.
     *
     * @param folder an empty folder
     */
    @Test
    default void knownRowsKeepTheirFirstOrder(@TempDir Path folder) {
        double[] weights = new double[StoreRows.COUNT];
        Arrays.setAll(weights, row -> 1 + row % 5);
        StoreRows relabelled = StoreRows.of(StoreRows.builder(StoreRows.corrected()));
        List<StoreRows> changed = List.of(
                relabelled,
                StoreRows.of(StoreRows.builder(StoreRows.corrected()).weights(weights)),
                StoreRows.of(StoreRows.builder(StoreRows.corrected())
                        .slice("country", Collections.nCopies(StoreRows.COUNT, "fr"))),
                StoreRows.backwards());
        assertFalse(Arrays.equals(StoreRows.usual().keys(), relabelled.keys()));
        try (var store = open(folder)) {
            long[] first = StoreRows.usual().keysIn(store);
            for (StoreRows rows : changed) {
                assertArrayEquals(first, rows.keysIn(store));
            }
        }
    }

    /**
     * Rows of which nothing is known, and rows in clusters, which are drawn whole, stay as they are.
     *
     * @param folder an empty folder
     */
    @Test
    default void rowsOfNoKnownContentAndClustersStayAsTheyAre(@TempDir Path folder) {
        long[] clusters = new long[StoreRows.COUNT];
        Arrays.setAll(clusters, row -> row / 4);
        try (var store = open(folder)) {
            StoreRows unknown = StoreRows.usual().reading(Features.of(StoreRows.list()));
            unknown.keysIn(store);
            StoreRows corrected = StoreRows.of(StoreRows.builder(StoreRows.corrected()));
            StoreRows others = corrected.reading(Features.of(StoreRows.list()));
            assertArrayEquals(others.keys(), others.keysIn(store), "rows of which nothing is known");
            StoreRows clustered =
                    StoreRows.of(StoreRows.builder(StoreRows.labels()).clusters(clusters));
            assertArrayEquals(clustered.keys(), clustered.keysIn(store), "rows in clusters");
        }
    }

    /**
     * The first order is that of the next store of the folder too, if scores are kept.
     *
     * @param folder an empty folder
     */
    @Test
    default void orderOutlivesTheStore(@TempDir Path folder) {
        long[] first;
        try (var store = open(folder)) {
            first = StoreRows.usual().keysIn(store);
        }
        StoreRows corrected = StoreRows.of(StoreRows.builder(StoreRows.corrected()));
        try (var store = open(folder)) {
            assertArrayEquals(keepsScores() ? first : corrected.keys(), corrected.keysIn(store));
        }
    }
}
