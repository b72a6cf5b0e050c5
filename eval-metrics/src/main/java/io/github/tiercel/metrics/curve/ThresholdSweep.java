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
     * <p>One pass down the groups that leaps over those between two thresholds: for t thresholds and g groups
     * {@code O(t log t)} to sort the thresholds, and {@code O(min(g + t, t log(g / t)))} for the pass.
     *
     * @param groups the score groups
     * @param thresholds any numbers but NaN
     * @throws IllegalArgumentException if a threshold is NaN
     */
    public static ThresholdSweep of(ScoreGroups groups, double... thresholds) {
        double[] ascending = thresholds.clone();
        Arrays.sort(ascending);
        int[] atLeast = groupsAtLeast(groups, ascending);
        return new ThresholdSweep(Arrays.stream(thresholds)
                .mapToObj(threshold ->
                        ConfusionMatrix.upTo(groups, atLeast[Arrays.binarySearch(ascending, threshold)], threshold))
                .toList());
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

    /** For each threshold how many groups have at least this score; the pass starts at the highest threshold. */
    private static int[] groupsAtLeast(ScoreGroups groups, double[] ascending) {
        int[] atLeast = new int[ascending.length];
        int from = 0;
        for (int i = ascending.length - 1; i >= 0; i--) {
            from = leap(groups, ascending[i], from);
            atLeast[i] = from;
        }
        return atLeast;
    }

    /** The first group from this one on whose score is below the threshold, by steps that double, then halve. */
    private static int leap(ScoreGroups groups, double threshold, int from) {
        int step = 1;
        int low = from;
        while (step <= groups.size() - low && groups.score(low + step - 1) >= threshold) {
            low += step;
            step *= 2;
        }
        int high = Math.min(groups.size(), low + step - 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (groups.score(middle) >= threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
