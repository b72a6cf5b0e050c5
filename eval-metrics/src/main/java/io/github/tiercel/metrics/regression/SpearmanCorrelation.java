package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

/**
 * Spearman's rank correlation: the correlation of the ranks of labels and predictions, equal numbers sharing their mean
 * rank. With weights, the rank of a row is the weight below it plus half of that at it.
 *
 * <p>Up to a factor a centred rank is {@code A_i = sum_j w_j sign(y_i - y_j)}, likewise B_i for predictions, and the
 * value is {@code sum w A B / sqrt(sum w A² sum w B²)}. It does not change under strictly increasing maps of
 * predictions or labels. Undefined without rows and where all labels or all predictions are equal; infinite numbers are
 * ordinary. O(n log n), about 100 bytes a row while it runs. Called {@code spearmanr} in SciPy, which takes no weights;
 * scikit-learn has none.
 *
 * <p>Influence values follow from this form, in which a row's weight counts for its own rank and for all others.
 *
 * <p>Source: C. Spearman, "The Proof and Measurement of Association between Two Things", American Journal of Psychology
 * 15 (1904), doi:10.2307/1412159.
 *
 * @since 0.1
 */
public final class SpearmanCorrelation implements SmoothMetric<RegressionPredictions> {

    SpearmanCorrelation() {}

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public String name() {
        return "spearman";
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
        RankedRows rows = RankedRows.of(predictions);
        return rows.withoutOrder()
                .orElseGet(() ->
                        Value.of(Range.CORRELATION.clamp(CentredRanks.of(rows).correlation())));
    }

    @Override
    public double[] influence(RegressionPredictions predictions) {
        RankedRows rows = RankedRows.of(predictions);
        rows.withoutOrder().ifPresent(undefined -> undefined.requireFor(this));
        return rows.inCallersOrder(CentredRanks.of(rows).influence());
    }
}
