package io.github.tiercel.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers clusters from 0 without gaps, in the order in which they appear. */
final class Clusters {

    private Clusters() {}

    static int[] number(long[] keys) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[] clusters = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            clusters[row] = numbers.computeIfAbsent(keys[row], key -> numbers.size());
        }
        return clusters;
    }

    static int[] number(int[] groups) {
        return number(Arrays.stream(groups).asLongStream().toArray());
    }
}
