package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.FBeta;
import java.util.Optional;

/**
 * A rate of one class against the rest: {@code hits TP / (labels (TP + FN) + decisions (TP + FP))}.
 *
 * @param spelling its name for one class, without the class
 * @param hits the factor of the rows of the class that are predicted to be
 * @param labels the factor of the rows of the class
 * @param decisions the factor of the rows that are predicted to be of the class
 */
record Rate(String spelling, double hits, double labels, double decisions) {

    static final Rate PRECISION = new Rate("precision", 1, 0, 1);
    static final Rate RECALL = new Rate("recall", 1, 1, 0);
    static final Rate F1 = fBeta(1);

    /** {@code (1 + beta²) TP / (beta² (TP + FN) + TP + FP)}. */
    static Rate fBeta(double beta) {
        // The binary metric knows which betas make sense and how they are spelt.
        String spelling = new FBeta(beta, BinaryMetrics.DEFAULT_THRESHOLD).name();
        return new Rate(spelling, 1 + beta * beta, beta * beta, 1);
    }

    static Optional<Rate> named(String spelling) {
        return switch (spelling) {
            case "precision" -> Optional.of(PRECISION);
            case "recall" -> Optional.of(RECALL);
            default -> fNamed(spelling);
        };
    }

    private static Optional<Rate> fNamed(String spelling) {
        return BinaryMetrics.named(spelling)
                .filter(FBeta.class::isInstance)
                .map(metric -> fBeta(((FBeta) metric).beta()));
    }

    boolean isShare() {
        return equals(PRECISION) || equals(RECALL);
    }

    boolean exists(ConfusionTable table, int c) {
        return denominator(table, c) > 0;
    }

    UndefinedReason absence() {
        return equals(PRECISION) ? UndefinedReason.UNPREDICTED_CLASS : UndefinedReason.ABSENT_CLASS;
    }

    double value(ConfusionTable table, int c) {
        return Math.min(1, hits * table.share(c, c) / denominator(table, c));
    }

    /** The derivative of the rate of class c by the share in a cell. */
    double slope(ConfusionTable table, int c, int label, int decision) {
        double ofLabel = label == c ? 1 : 0;
        double ofDecision = decision == c ? 1 : 0;
        double divisor = labels * ofLabel + decisions * ofDecision;
        return (hits * ofLabel * ofDecision - value(table, c) * divisor) / denominator(table, c);
    }

    private double denominator(ConfusionTable table, int c) {
        return labels * table.labelShare(c) + decisions * table.decisionShare(c);
    }
}
