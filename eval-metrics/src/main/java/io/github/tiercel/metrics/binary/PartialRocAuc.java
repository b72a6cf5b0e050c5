package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;

/**
 * The part of the area under the ROC curve that lies in a range of false positive rates, or of sensitivities: for
 * models that are used at one end of the curve only.
 *
 * <p>The curve has straight lines between its points, one point a distinct score, and is cut where the range ends. By
 * false positive rate the area is that below the curve, the integral of sensitivity; by sensitivity it is the one to
 * the right of it, the integral of specificity. The raw area A lies in [0, w], w being the width of the range.
 * Standardised (McClish) it is {@code (1 + (A - c) / (w - c)) / 2}, c being the area under the diagonal: 1 for a
 * perfect model, 0.5 for chance, less for worse than chance.
 *
 * <p>Where the curve is below the diagonal, pROC gives no standardised area; here, as in scikit-learn, it is the number
 * below 0.5 that the formula gives. Undefined where one class is absent. Scores need not be probabilities. O(groups)
 * after the shared sort.
 *
 * <p>It has no influence values: where the range ends at a step of the curve, as 0.1 does for every tenth negative row,
 * the area is not smooth in the weights. Its interval comes from the bootstrap.
 *
 * <p>Called {@code roc_auc_score(max_fpr=...)} in scikit-learn, {@code auc(partial.auc=c(1, 1 - f))} in pROC, where
 * {@code partial.auc.focus="sens"} is by sensitivity and {@code partial.auc.correct=TRUE} standardises.
 *
 * <p>Source: D. K. McClish, "Analyzing a Portion of the ROC Curve", Medical Decision Making 9 (1989),
 * doi:10.1177/0272989X8900900307.
 *
 * <pre>{@code
 * Metric<BinaryPredictions> fewFalseAlarms = PartialRocAuc.byFalsePositiveRate(0, 0.1);     // partial_auc_0.1
 * Metric<BinaryPredictions> fewMisses = PartialRocAuc.bySensitivity(0.9, 1).raw();          // partial_auc_sens_raw_0.9
 * }</pre>
 *
 * @param focus what the range is a range of
 * @param from where the range begins, in [0, 1)
 * @param to where it ends, above {@code from} and at most 1
 * @param standardised whether the area is brought to 0.5 for chance and 1 for a perfect model
 * @since 0.1
 */
public record PartialRocAuc(Focus focus, double from, double to, boolean standardised) implements RankMetric {

    /**
     * What the range of a partial area is a range of.
     *
     * @since 0.1
     */
    public enum Focus {
        /** The false positive rate, 1 - specificity. */
        FALSE_POSITIVE_RATE,
        /** Sensitivity, the true positive rate. */
        SENSITIVITY
    }

    static final String PREFIX = "partial_auc_";
    static final String RAW_PREFIX = PREFIX + "raw_";
    static final String SENSITIVITY_PREFIX = PREFIX + "sens_";
    static final String RAW_SENSITIVITY_PREFIX = SENSITIVITY_PREFIX + "raw_";

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= 1}
     */
    public PartialRocAuc {
        if (!(from >= 0 && from < to && to <= 1)) {
            throw new IllegalArgumentException(
                    "the range must be in [0, 1] and from below to, got from " + from + " to " + to);
        }
    }

    /**
     * {@return the standardised area over a range of false positive rates}
     *
     * @param from the lowest, in [0, 1)
     * @param to the highest, above {@code from} and at most 1
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= 1}
     */
    public static PartialRocAuc byFalsePositiveRate(double from, double to) {
        return new PartialRocAuc(Focus.FALSE_POSITIVE_RATE, from, to, true);
    }

    /**
     * {@return the standardised area over a range of sensitivities}
     *
     * @param from the lowest, in [0, 1)
     * @param to the highest, above {@code from} and at most 1
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= 1}
     */
    public static PartialRocAuc bySensitivity(double from, double to) {
        return new PartialRocAuc(Focus.SENSITIVITY, from, to, true);
    }

    /** {@return the same area, not standardised} */
    public PartialRocAuc raw() {
        return new PartialRocAuc(focus, from, to, false);
    }

    /** {@return the name with the end of the range that is not at an end of the curve, or with both ends} */
    @Override
    public String name() {
        if (focus == Focus.FALSE_POSITIVE_RATE) {
            return (standardised ? PREFIX : RAW_PREFIX) + (from == 0 ? Plain.text(to) : Plain.join(from, to));
        }
        return (standardised ? SENSITIVITY_PREFIX : RAW_SENSITIVITY_PREFIX)
                + (to == 1 ? Plain.text(from) : Plain.join(from, to));
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return standardised ? new Range(mcclish(0), 1) : new Range(0, to - from);
    }

    @Override
    public Value value(ScoreGroups groups) {
        return WhereDefined.withBothClasses(groups, () -> {
            double height = Range.UNIT.clamp(area(groups) / (to - from));
            return range().clamp(standardised ? mcclish(height) : height * (to - from));
        });
    }

    /** The standardised area, from the mean height of the curve over the range. */
    private double mcclish(double height) {
        double middle = (from + to) / 2;
        double chance = focus == Focus.FALSE_POSITIVE_RATE ? middle : 1 - middle;
        return (1 + (height - chance) / (1 - chance)) / 2;
    }

    private double area(ScoreGroups groups) {
        CompensatedSum area = new CompensatedSum();
        for (int g = 0; g < groups.size() && along(groups, g - 1) < to; g++) {
            if (along(groups, g) > from) {
                area.add(strip(groups, g));
            }
        }
        return area.value();
    }

    /** The area below the line to a group's point, within the range. */
    private double strip(ScoreGroups groups, int group) {
        double left = along(groups, group - 1);
        double right = along(groups, group);
        double begin = Math.max(left, from);
        double end = Math.min(right, to);
        if (!(begin < end)) {
            return 0;
        }
        double slope = (height(groups, group) - height(groups, group - 1)) / (right - left);
        double middle = (begin + end) / 2;
        return (end - begin) * (height(groups, group - 1) + (middle - left) * slope);
    }

    private double along(ScoreGroups groups, int group) {
        return focus == Focus.FALSE_POSITIVE_RATE
                ? groups.falsePositives(group) / groups.negatives()
                : groups.truePositives(group) / groups.positives();
    }

    private double height(ScoreGroups groups, int group) {
        return focus == Focus.FALSE_POSITIVE_RATE
                ? groups.truePositives(group) / groups.positives()
                : 1 - groups.falsePositives(group) / groups.negatives();
    }
}
