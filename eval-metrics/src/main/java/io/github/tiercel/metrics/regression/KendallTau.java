package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

/**
 * Kendall's tau-b: {@code (C - D) / sqrt(T_y T_p)}, C and D being the weights of concordant and discordant pairs, T_y
 * and T_p those of pairs with different labels and with different predictions. A pair weighs the product of its
 * weights.
 *
 * <p>It does not change under strictly increasing maps of predictions or labels. Undefined without rows and where all
 * labels or all predictions are equal; infinite numbers are ordinary. O(n log n), about 80 bytes a row; ranks and pairs
 * are shared with the other correlations. Called {@code kendalltau} in SciPy, which takes no weights; scikit-learn has
 * none.
 *
 * <p>Source: M. G. Kendall, "The Treatment of Ties in Ranking Problems", Biometrika 33 (1945),
 * doi:10.1093/biomet/33.3.239.
 *
 * @since 0.1
 */
public final class KendallTau implements SmoothMetric<RegressionPredictions> {

    KendallTau() {}

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public String name() {
        return "kendall";
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
        return rows.withoutOrder().orElseGet(() -> Value.of(tau(predictions, rows)));
    }

    @Override
    public double[] influence(RegressionPredictions predictions) {
        RankedRows rows = RankedRows.of(predictions);
        rows.withoutOrder().ifPresent(undefined -> undefined.requireFor(this));
        double tau = tau(predictions, rows);
        double[] influence = PairSigns.of(predictions);
        double[] byLabel = rows.labels().different(rows.weights());
        double[] byPrediction = rows.predicted().different(rows.weights());
        double labelPairs = rows.sum(byLabel);
        double predictedPairs = rows.sum(byPrediction);
        double root = Math.sqrt(labelPairs) * Math.sqrt(predictedPairs);
        for (int i = 0; i < influence.length; i++) {
            double margins = byLabel[i] / labelPairs + byPrediction[i] / predictedPairs;
            // Every pair was counted from both its rows, which is the factor 2.
            influence[i] = rows.total() * (2 * influence[i] / root - tau * margins);
        }
        return rows.inCallersOrder(influence);
    }

    private static double tau(RegressionPredictions predictions, RankedRows rows) {
        double labelPairs = rows.sum(rows.labels().different(rows.weights()));
        double predictedPairs = rows.sum(rows.predicted().different(rows.weights()));
        return Range.CORRELATION.clamp(
                rows.sum(PairSigns.of(predictions)) / (Math.sqrt(labelPairs) * Math.sqrt(predictedPairs)));
    }
}
