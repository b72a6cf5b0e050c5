package io.github.tiercel.duckdb;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds rows again by their keys. */
final class SameKeys {

    private SameKeys() {}

    /**
     * {@return for each row now which row it was before; empty unless just the same keys are there}
     *
     * @param before distinct keys
     * @param now as many distinct keys
     */
    static Optional<int[]> rows(long[] before, long[] now) {
        if (Arrays.equals(before, now)) {
            return Optional.of(IntStream.range(0, now.length).toArray());
        }
        long[] sorted = before.clone();
        Arrays.sort(sorted);
        int[] rows = new int[now.length];
        int[] rowOfRank = new int[now.length];
        for (int row = 0; row < before.length; row++) {
            rowOfRank[Arrays.binarySearch(sorted, before[row])] = row;
        }
        for (int row = 0; row < now.length; row++) {
            int rank = Arrays.binarySearch(sorted, now[row]);
            if (rank < 0) {
                return Optional.empty();
            }
            rows[row] = rowOfRank[rank];
        }
        return Optional.of(rows);
    }
}
