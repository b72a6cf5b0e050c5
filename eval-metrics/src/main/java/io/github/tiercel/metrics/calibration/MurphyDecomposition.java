package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import java.util.List;
import java.util.Optional;

/**
 * Murphy's decomposition of the Brier score over bins, with what happens inside the bins: {@code brier = reliability -
 * resolution + uncertainty + withinVariance - withinCovariance}, up to rounding.
 *
 * <p>With p_b and y_b the mean probability and the share of positives in bin b, and m the share over all: reliability
 * is the mean of {@code (p_b - y_b)²}, resolution that of {@code (y_b - m)²}, uncertainty {@code m (1 - m)}. The first
 * three alone give the Brier score only where all probabilities in a bin are equal. The other two are the mean of
 * {@code (p - p_b)²} and twice the mean of {@code (p - p_b)(y - y_b)}. {@link BrierDecomposition} needs no bins.
 *
 * <p>Source: A. H. Murphy, "A New Vector Partition of the Probability Score", Journal of Applied Meteorology 12 (1973),
 * doi:10.1175/1520-0450(1973)012&lt;0595:ANVPOT&gt;2.0.CO;2; D. B. Stephenson, C. A. S. Coelho, I. T. Jolliffe, "Two
 * Extra Components in the Brier Score Decomposition", Weather and Forecasting 23 (2008), doi:10.1175/2007WAF2006116.1.
 *
 * @param reliability how far probabilities are from shares, in [0, 1]; 0 is best
 * @param resolution how far shares are from their mean, in [0, 0.25]; more is better
 * @param uncertainty how far labels are from their mean, in [0, 0.25]
 * @param withinVariance how probabilities vary inside bins, in [0, 0.25]
 * @param withinCovariance how labels follow probabilities inside bins, in [-0.5, 0.5]
 * @since 0.1
 */
public record MurphyDecomposition(
        double reliability, double resolution, double uncertainty, double withinVariance, double withinCovariance) {

    /**
     * {@return the decomposition; empty without rows and where scores are not probabilities}
     *
     * @param predictions labels, probabilities and weights
     * @param binning how probabilities are put into bins
     */
    public static Optional<MurphyDecomposition> of(BinaryPredictions predictions, Binning binning) {
        if (Bins.missing(predictions).isPresent()) {
            return Optional.empty();
        }
        List<Bin> bins = Bins.list(predictions, binning);
        double share = predictions.groups().positives() / predictions.groups().total();
        return Optional.of(new MurphyDecomposition(
                Bins.mean(bins, bin -> bin.gap() * bin.gap()),
                Bins.mean(bins, bin -> (bin.observed() - share) * (bin.observed() - share)),
                share * (1 - share),
                Bins.mean(bins, Bin::variance),
                Bins.mean(bins, bin -> 2 * bin.covariance())));
    }

    /** {@return the Brier score} */
    public double brier() {
        CompensatedSum sum = new CompensatedSum();
        sum.add(reliability);
        sum.add(-resolution);
        sum.add(uncertainty);
        sum.add(withinVariance);
        sum.add(-withinCovariance);
        return sum.value();
    }
}
