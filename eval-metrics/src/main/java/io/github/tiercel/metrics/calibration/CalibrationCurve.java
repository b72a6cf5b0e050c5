package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Observed shares as a never decreasing function of the predicted probability, in steps that the data choose: the
 * reliability diagram without bins (CORP: consistent, optimally binned, reproducible, by pool-adjacent-violators).
 *
 * <p>The steps are the blocks of the isotonic regression of labels on scores. Where there are more than asked for,
 * neighbours of about equal weight are joined, which keeps the order and the weighted mean. {@link BrierDecomposition}
 * measures what the curve shows. O(distinct scores) after the shared sort. Immutable.
 *
 * <p>Source: T. Dimitriadis, T. Gneiting, A. I. Jordan, "Stable reliability diagrams for probabilistic classifiers",
 * PNAS 118 (2021), doi:10.1073/pnas.2016191118. Called {@code reliabilitydiag} in R.
 *
 * @param steps the steps from the lowest scores up; at least one; observed shares never decrease
 * @since 0.1
 */
public record CalibrationCurve(List<CalibrationStep> steps) {

    /**
     * Copies the steps.
     *
     * @throws IllegalArgumentException if there is no step or observed shares decrease
     */
    public CalibrationCurve {
        steps = List.copyOf(steps);
        Arguments.notEmpty("steps", steps);
        for (int i = 1; i < steps.size(); i++) {
            if (!(steps.get(i).observed() >= steps.get(i - 1).observed())) {
                throw new IllegalArgumentException("observed shares must not decrease, got "
                        + steps.get(i).observed() + " after " + steps.get(i - 1).observed());
            }
        }
    }

    /**
     * {@return the curve; empty without rows and where scores are not probabilities}
     *
     * @param predictions labels, probabilities and weights
     * @param mostSteps at most this many steps, at least 1
     * @throws IllegalArgumentException if {@code mostSteps} is below 1
     */
    public static Optional<CalibrationCurve> of(BinaryPredictions predictions, int mostSteps) {
        Arguments.atLeastOne("mostSteps", mostSteps);
        if (Bins.missing(predictions).isPresent()) {
            return Optional.empty();
        }
        List<CalibrationStep> blocks = blocks(predictions.groups());
        return Optional.of(new CalibrationCurve(blocks.size() <= mostSteps ? blocks : joined(blocks, mostSteps)));
    }

    private static List<CalibrationStep> blocks(ScoreGroups groups) {
        double[] shares = IsotonicShares.of(groups);
        List<CalibrationStep> blocks = new ArrayList<>();
        int last = groups.size() - 1;
        for (int g = last; g >= 0; g--) {
            if (g == 0 || shares[g - 1] != shares[g]) {
                blocks.add(block(groups, g, last, shares[g]));
                last = g - 1;
            }
        }
        return blocks;
    }

    private static CalibrationStep block(ScoreGroups groups, int first, int last, double share) {
        CompensatedSum weight = new CompensatedSum();
        CompensatedSum predicted = new CompensatedSum();
        for (int g = first; g <= last; g++) {
            double size = groups.positive(g) + groups.negative(g);
            weight.add(size);
            predicted.add(size * Range.UNIT.clamp(groups.score(g)));
        }
        double mean = Range.UNIT.clamp(predicted.value() / weight.value());
        return new CalibrationStep(groups.score(last), groups.score(first), mean, share, weight.value());
    }

    /** Joins the blocks that begin in one of equal shares of the weight. */
    private static List<CalibrationStep> joined(List<CalibrationStep> blocks, int mostSteps) {
        Binning shares = new Binning(BinRule.EQUAL_MASS, mostSteps);
        double total = blocks.stream().mapToDouble(CalibrationStep::weight).sum();
        List<CalibrationStep> steps = new ArrayList<>();
        double below = 0;
        int from = 0;
        int bin = 0;
        for (int i = 0; i < blocks.size(); i++) {
            int next = shares.bin(0, below / total);
            if (next != bin) {
                steps.add(joined(blocks.subList(from, i)));
                from = i;
                bin = next;
            }
            below += blocks.get(i).weight();
        }
        steps.add(joined(blocks.subList(from, blocks.size())));
        return steps;
    }

    private static CalibrationStep joined(List<CalibrationStep> blocks) {
        CalibrationStep first = blocks.get(0);
        CalibrationStep last = blocks.get(blocks.size() - 1);
        double weight = blocks.stream().mapToDouble(CalibrationStep::weight).sum();
        double predicted = blocks.stream()
                .mapToDouble(block -> block.weight() / weight * block.predicted())
                .sum();
        double observed = blocks.stream()
                .mapToDouble(block -> block.weight() / weight * block.observed())
                .sum();
        // A mean that rounds beyond its ends would disturb the order.
        return new CalibrationStep(
                first.lowest(),
                last.highest(),
                Range.UNIT.clamp(predicted),
                Math.max(first.observed(), Math.min(last.observed(), observed)),
                weight);
    }
}
