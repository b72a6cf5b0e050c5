package io.github.tiercel.sampling;

import java.util.Arrays;

/** Numbers the distinct values among many keys 0, 1, ... in ascending order. Takes 8 bytes a key while building. */
final class DistinctKeys {

    private final long[] distinct;

    DistinctKeys(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        this.distinct = Arrays.copyOf(sorted, count);
    }

    long[] keys() {
        return distinct.clone();
    }

    int count() {
        return distinct.length;
    }

    /** Returns the number of each key; runs of one key, as of a file sorted by group, are looked up once. */
    int[] numbers(long[] keys) {
        int[] numbers = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            boolean repeated = i > 0 && keys[i] == keys[i - 1];
            numbers[i] = repeated ? numbers[i - 1] : Arrays.binarySearch(distinct, keys[i]);
        }
        return numbers;
    }
}
