package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

/**
 * Lin's concordance correlation coefficient, agreement with the line {@code p = y}: {@code 2 Cov(y, p) / (Var(y) +
 * Var(p) + (mean y - mean p)²)}, with weighted moments that divide by the weight.
 *
 * <p>It is the correlation of Pearson, lowered by an offset and by a difference in spread. Undefined without rows,
 * where all labels or all predictions are equal, and where numbers are not finite. A few passes, no sort, no memory.
 * scikit-learn has none.
 *
 * <p>Source: L. I. Lin, "A Concordance Correlation Coefficient to Evaluate Reproducibility", Biometrics 45 (1989),
 * doi:10.2307/2532051.
 *
 * @since 0.1
 */
public final class ConcordanceCorrelation implements SmoothMetric<RegressionPredictions> {

    ConcordanceCorrelation() {}

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public String name() {
        return "ccc";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.CORRELATION;
    }

    @Override
    public Value value(RegressionPredictions predictions) {
        return Agreement.of(predictions).concordance();
    }

    @Override
    public double[] influence(RegressionPredictions predictions) {
        Agreement agreement = Agreement.of(predictions);
        agreement.concordance().requireFor(this);
        return agreement.concordanceInfluence();
    }
}
