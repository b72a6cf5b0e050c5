package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Optional;

/**
 * The Brier score taken apart without bins: {@code brier = miscalibration - discrimination + uncertainty}, up to
 * rounding.
 *
 * <p>Let S be the Brier score, p the probabilities, r what isotonic regression makes of them (the best map that keeps
 * their order) and m the share of positives. Miscalibration is {@code S(p) - S(r)}, what recalibration would gain;
 * discrimination {@code S(m) - S(r)}, what the order of scores gains over no model; uncertainty {@code S(m) = m (1 -
 * m)}, which no model can change. None is negative.
 *
 * <p>The isotonic map is fitted to the rows it is measured on, so miscalibration and discrimination are both a little
 * larger than they would be on other rows. O(distinct scores) after the shared sort.
 *
 * <p>Source: T. Dimitriadis, T. Gneiting, A. I. Jordan, "Stable reliability diagrams for probabilistic classifiers",
 * PNAS 118 (2021), doi:10.1073/pnas.2016191118. {@code MCB}, {@code DSC} and {@code UNC} in R's reliabilitydiag.
 *
 * @param miscalibration how much worse than after recalibration, in [0, 1]
 * @param discrimination how much better than a constant after recalibration, in [0, 0.25]
 * @param uncertainty the Brier score of the share of positives, in [0, 0.25]
 * @since 0.1
 */
public record BrierDecomposition(double miscalibration, double discrimination, double uncertainty) {

    /**
     * {@return the decomposition; empty without rows and where scores are not probabilities}
     *
     * @param predictions labels, probabilities and weights
     */
    public static Optional<BrierDecomposition> of(BinaryPredictions predictions) {
        if (Bins.missing(predictions).isPresent()) {
            return Optional.empty();
        }
        ScoreGroups groups = predictions.groups();
        double share = groups.positives() / groups.total();
        double uncertainty = share * (1 - share);
        double recalibrated = recalibrated(groups);
        double brier = BinaryMetrics.BRIER.value(predictions).orNaN();
        // Both differences are at least 0 but for rounding.
        return Optional.of(new BrierDecomposition(
                Math.max(0, brier - recalibrated), Math.max(0, uncertainty - recalibrated), uncertainty));
    }

    /** {@return the Brier score} */
    public double brier() {
        return miscalibration - discrimination + uncertainty;
    }

    private static double recalibrated(ScoreGroups groups) {
        double[] shares = IsotonicShares.of(groups);
        CompensatedSum sum = new CompensatedSum();
        for (int g = 0; g < shares.length; g++) {
            double share = shares[g];
            sum.add(groups.positive(g) * (1 - share) * (1 - share));
            sum.add(groups.negative(g) * share * share);
        }
        return sum.value() / groups.total();
    }
}
