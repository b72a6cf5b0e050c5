package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

/**
 * Pearson's correlation, agreement with any straight line: {@code Cov(y, p) / sqrt(Var(y) Var(p))}, with weighted
 * moments.
 *
 * <p>An offset of the predictions and a positive factor do not change it: it says nothing about calibration. Undefined
 * without rows, where all labels or all predictions are equal, and where numbers are not finite. With z the
 * standardised label and q the standardised prediction, the influence value is {@code z q - r (z² + q²) / 2}. A few
 * passes, no sort, no memory. Called {@code pearsonr} in SciPy, which takes no weights; scikit-learn has none.
 *
 * <p>Source: K. Pearson, "Mathematical Contributions to the Theory of Evolution III", Philosophical Transactions of the
 * Royal Society A 187 (1896), doi:10.1098/rsta.1896.0007.
 *
 * @since 0.1
 */
public final class PearsonCorrelation implements SmoothMetric<RegressionPredictions> {

    PearsonCorrelation() {}

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public String name() {
        return "pearson";
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
        return Agreement.of(predictions).pearson();
    }

    @Override
    public double[] influence(RegressionPredictions predictions) {
        Agreement agreement = Agreement.of(predictions);
        agreement.pearson().requireFor(this);
        return agreement.pearsonInfluence();
    }
}
