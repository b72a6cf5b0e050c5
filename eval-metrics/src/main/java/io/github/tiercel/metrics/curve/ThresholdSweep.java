package io.github.tiercel.metrics.curve;

import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The confusion matrix at many thresholds, from one sort. Any metric of a decision can be read off it.
 *
 * <pre>{@code
 * ThresholdSweep sweep = ThresholdSweep.ofQuantiles(predictions.groups(), 100);
 * List<Value> f1 = sweep.values(BinaryMetrics.F1);
 * }</pre>
 *
 * @param matrices one matrix a threshold, in the order of the thresholds
 * @since 0.1
 */
public record ThresholdSweep(List<ConfusionMatrix> matrices) {

    /** Copies the matrices. */
    public ThresholdSweep {
        matrices = List.copyOf(matrices);
    }

    /**
     * {@return the sweep over chosen thresholds, in the order given}
     *
     * <p>A binary search for each of few thresholds; for many one pass down the groups, with the thresholds sorted. For
     * t thresholds and g groups {@code O(min(t log g, t log t + g))}.
     *
     * @param groups the score groups
     * @param thresholds any numbers but NaN
     * @throws IllegalArgumentException if a threshold is NaN
     */
    public static ThresholdSweep of(ScoreGroups groups, double... thresholds) {
        return isFew(thresholds.length, groups.size())
                ? new ThresholdSweep(Arrays.stream(thresholds)
                        .mapToObj(threshold -> ConfusionMatrix.at(groups, threshold))
                        .toList())
                : inOnePass(groups, thresholds);
    }

    /**
     * {@return the sweep over every distinct score, from the highest downwards; O(groups), about 60 bytes a group}
     *
     * @param groups the score groups
     */
    public static ThresholdSweep ofAllScores(ScoreGroups groups) {
        return new ThresholdSweep(IntStream.range(0, groups.size())
                .mapToObj(group -> ConfusionMatrix.through(groups, group))
                .toList());
    }

    /**
     * {@return the sweep over observed scores at equal distances in rank, from the highest downwards: the k-th predicts
     * at least k / quantiles of the weight positive, and no more than one score can; the last is the smallest score.
     * Fewer where rows share scores, none without rows}
     *
     * @param groups the score groups; O(quantiles log groups)
     * @param quantiles how many at most, at least 1
     * @throws IllegalArgumentException if {@code quantiles} is below 1
     */
    public static ThresholdSweep ofQuantiles(ScoreGroups groups, int quantiles) {
        if (quantiles < 1) {
            throw new IllegalArgumentException("quantiles must be at least 1, got " + quantiles);
        }
        return new ThresholdSweep(IntStream.rangeClosed(1, groups.size() == 0 ? 0 : quantiles)
                .map(k -> firstOfWeight(groups, k * groups.total() / quantiles))
                .distinct()
                .mapToObj(group -> ConfusionMatrix.through(groups, group))
                .toList());
    }

    /**
     * {@return the value of a metric at every threshold, in their order}
     *
     * @param metric any metric of a decision; its own threshold does not count, nor does it matter whether scores are
     *     probabilities
     */
    public List<Value> values(ConfusionMetric metric) {
        return matrices.stream()
                .map(matrix -> matrix.total() > 0 ? metric.value(matrix) : Value.undefined(UndefinedReason.EMPTY))
                .toList();
    }

    /** Whether binary searches, of as many steps as a group number has bits, are fewer steps than there are groups. */
    private static boolean isFew(int thresholds, int groups) {
        return (long) thresholds * (Integer.SIZE - Integer.numberOfLeadingZeros(groups)) < groups;
    }

    private static ThresholdSweep inOnePass(ScoreGroups groups, double[] thresholds) {
        double[] ascending = thresholds.clone();
        Arrays.sort(ascending);
        int[] atLeast = groupsAtLeast(groups, ascending);
        return new ThresholdSweep(Arrays.stream(thresholds)
                .mapToObj(threshold ->
                        ConfusionMatrix.upTo(groups, atLeast[Arrays.binarySearch(ascending, threshold)], threshold))
                .toList());
    }

    /** For each threshold how many groups have at least this score; the pass starts at the highest threshold. */
    private static int[] groupsAtLeast(ScoreGroups groups, double[] ascending) {
        int[] atLeast = new int[ascending.length];
        int passed = 0;
        for (int i = ascending.length - 1; i >= 0; i--) {
            while (passed < groups.size() && groups.score(passed) >= ascending[i]) {
                passed++;
            }
            atLeast[i] = passed;
        }
        return atLeast;
    }

    private static int firstOfWeight(ScoreGroups groups, double weight) {
        int low = 0;
        int high = groups.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (groups.truePositives(middle) + groups.falsePositives(middle) >= weight) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
