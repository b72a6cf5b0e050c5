package io.github.tiercel.testkit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Numbers of units (rows, queries, clusters), one for each row. */
final class Units {

    private Units() {}

    /** The same units numbered from 0 without gaps, in the order of their numbers. */
    static int[] dense(int[] units) {
        int[] distinct = Arrays.stream(units).sorted().distinct().toArray();
        return Arrays.stream(units)
                .map(unit -> Arrays.binarySearch(distinct, unit))
                .toArray();
    }

    /** Clusters of three units on average; rows of one unit, such as a query, stay together. */
    static int[] clusters(int[] units, Random random) {
        int[] dense = dense(units);
        int count = Arrays.stream(dense).max().orElse(-1) + 1;
        int[] clusterOfUnit = random.ints(count, 0, 1 + count / 3).toArray();
        return dense(Arrays.stream(dense).map(unit -> clusterOfUnit[unit]).toArray());
    }

    /** The same units under other numbers, from 0 without gaps, in another order. */
    static int[] renumbered(int[] units, Random random) {
        int[] dense = dense(units);
        int[] numbers = Rows.permutation(Arrays.stream(dense).max().orElse(-1) + 1, random);
        return Arrays.stream(dense).map(unit -> numbers[unit]).toArray();
    }

    /** One whole number in [least, most] for each row, the same for all rows of a unit. */
    static int[] times(int[] units, Random random, int least, int most) {
        Map<Integer, Integer> times = new HashMap<>();
        return Arrays.stream(units)
                .map(unit -> times.computeIfAbsent(unit, one -> least + random.nextInt(most - least + 1)))
                .toArray();
    }

    /** The units of rows that were copied: the first copy of a unit keeps its number, the others get new ones. */
    static int[] ofCopies(int[] units, int[] copies) {
        Set<Integer> taken = new HashSet<>();
        IntStream.range(0, units.length).forEach(row -> taken.add(units[row]));
        Map<Long, Integer> added = new HashMap<>();
        return IntStream.range(0, units.length)
                .map(row -> copies[row] == 0
                        ? units[row]
                        : added.computeIfAbsent(((long) units[row] << 32) | copies[row], copy -> free(taken)))
                .toArray();
    }

    private static int free(Set<Integer> taken) {
        int number = taken.size();
        while (!taken.add(number)) {
            number++;
        }
        return number;
    }
}
