package io.github.tiercel.metrics.curve;

import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The confusion matrix at many thresholds, from one sort. Any metric of a decision can be read off it.
 *
 * <pre>{@code
 * for (ConfusionMatrix matrix : ThresholdSweep.of(predictions.groups(), 0.1, 0.2, 0.3).matrices()) {
 *   System.out.println(matrix.threshold() + " " + BinaryMetrics.F1.value(matrix).orNaN());
 * }
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
     * {@return the sweep over chosen thresholds, in the order given; O(thresholds log groups)}
     *
     * @param groups the score groups
     * @param thresholds any numbers but NaN
     * @throws IllegalArgumentException if a threshold is NaN
     */
    public static ThresholdSweep of(ScoreGroups groups, double... thresholds) {
        return new ThresholdSweep(Arrays.stream(thresholds)
                .mapToObj(threshold -> ConfusionMatrix.at(groups, threshold))
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
}
