package io.github.tiercel.metrics.curve;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Chooses few groups that stand for many, evenly spaced along a coordinate that grows from group to group. */
final class Thinning {

    private Thinning() {}

    static void requireAtLeast(int fewest, int mostPoints) {
        if (mostPoints < fewest) {
            throw new IllegalArgumentException("mostPoints must be at least " + fewest + ", got " + mostPoints);
        }
    }

    /**
     * The chosen groups in ascending order: all of them if they are at most {@code most}, else the first group in each
     * of {@code most} equal stretches of the coordinate that holds one; the last group is always among them.
     */
    static int[] choose(int groups, int most, IntToDoubleFunction coordinate) {
        int[] chosen = new int[Math.min(groups, most)];
        if (groups <= most) {
            for (int g = 0; g < groups; g++) {
                chosen[g] = g;
            }
            return chosen;
        }
        double last = coordinate.applyAsDouble(groups - 1);
        double next = last / most;
        int count = 0;
        int group = first(coordinate, next, 0, groups - 1);
        while (group < groups - 1 && count < most - 1) {
            chosen[count++] = group;
            next = last * (Math.floor(coordinate.applyAsDouble(group) / last * most) + 1) / most;
            group = first(coordinate, next, group + 1, groups - 1);
        }
        chosen[count++] = groups - 1;
        return Arrays.copyOf(chosen, count);
    }

    /** The first group from one on whose coordinate is at least a number; the end if none is. */
    private static int first(IntToDoubleFunction coordinate, double least, int from, int end) {
        int low = from;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (coordinate.applyAsDouble(middle) >= least) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
