package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.GroupBlock;
import io.github.tiercel.metrics.ScoreGroups;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The rows of score groups in segments, from the highest score on: for each step of recall the negative rows above it,
 * the negative rows tied with it, and its positive rows; at the end the negative rows below the last step. A threshold
 * that parts the negative rows between two steps makes a step of its own, without positive rows: that changes no metric
 * of steps, and tells the cells of the confusion matrix.
 *
 * <p>Rows that count 0 are in no segment. 4 bytes a step.
 */
final class StepLayout {

    private final ScoreGroups groups;

    /** The last group of each step. */
    private final int[] lastGroups;

    private final boolean hasTies;

    private StepLayout(ScoreGroups groups, int[] lastGroups) {
        this.groups = groups;
        this.lastGroups = lastGroups;
        this.hasTies =
                Arrays.stream(lastGroups).anyMatch(group -> groups.positive(group) > 0 && groups.negative(group) > 0);
    }

    /**
     * The layout of groups, cut at thresholds.
     *
     * @param thresholds any numbers; a row is predicted positive if its score is at least the threshold
     */
    static StepLayout of(ScoreGroups groups, double[] thresholds) {
        int[] cuts = Arrays.stream(thresholds)
                .mapToInt(threshold -> groups.groupsAtLeast(threshold) - 1)
                .filter(group -> group >= 0)
                .sorted()
                .distinct()
                .toArray();
        int[] count = {0};
        forEachStep(groups, cuts, group -> count[0]++);
        int[] lastGroups = new int[count[0]];
        int[] next = {0};
        forEachStep(groups, cuts, group -> lastGroups[next[0]++] = group);
        return new StepLayout(groups, lastGroups);
    }

    private static void forEachStep(ScoreGroups groups, int[] cuts, IntConsumer step) {
        GroupBlock block = new GroupBlock();
        int cut = 0;
        for (int from = 0; from < groups.size(); from += block.size()) {
            groups.read(from, Math.min(groups.size(), from + GroupBlock.CAPACITY), block);
            for (int i = 0; i < block.size(); i++) {
                boolean isCut = cut < cuts.length && cuts[cut] == from + i;
                cut += isCut ? 1 : 0;
                if (isCut || block.positive(i) > 0) {
                    step.accept(from + i);
                }
            }
        }
    }

    ScoreGroups groups() {
        return groups;
    }

    int steps() {
        return lastGroups.length;
    }

    /** The group at whose end a step stands. */
    int lastGroup(int step) {
        return lastGroups[step];
    }

    /** How many steps stand at or above a threshold: those whose rows are predicted positive. */
    int stepsAtLeast(double threshold) {
        int at = Arrays.binarySearch(lastGroups, groups.groupsAtLeast(threshold) - 1);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** Whether positive and negative rows share a score anywhere. */
    boolean hasTies() {
        return hasTies;
    }

    /** The number of segments: positive rows of each step, negative ones above each and below all, tied ones if any. */
    int segments() {
        return 2 * steps() + 1 + (hasTies ? steps() : 0);
    }

    int positive(int step) {
        return step;
    }

    /** The negative rows above a step; above the step after the last are those below all. */
    int above(int step) {
        return steps() + step;
    }

    /** The negative rows tied with a step; only where there are ties. */
    int tied(int step) {
        return 2 * steps() + 1 + step;
    }

    /** How many rows each segment has, where rows count one each. */
    int[] sizes() {
        int[] sizes = new int[segments()];
        int seen = 0;
        for (int step = 0; step < steps(); step++) {
            int group = lastGroups[step];
            int positive = (int) groups.positive(group);
            int through = (int) groups.falsePositives(group);
            // The negative rows at a cut without positive rows are tied with nothing.
            int tied = positive > 0 ? (int) groups.negative(group) : 0;
            sizes[positive(step)] = positive;
            sizes[above(step)] = through - tied - seen;
            if (hasTies) {
                sizes[tied(step)] = tied;
            }
            seen = through;
        }
        sizes[above(steps())] = (int) groups.negatives() - seen;
        return sizes;
    }
}
