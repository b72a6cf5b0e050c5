package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

/**
 * The concordance index, or C: the chance that of two rows with different labels the one with the larger label has the
 * larger prediction, equal predictions counting one half. A pair weighs the product of its weights.
 *
 * <p>With yes-or-no labels this is the area under the ROC curve. It does not change under strictly increasing maps of
 * predictions or labels. Pairs with equal labels do not count. Undefined without rows and where all labels are equal;
 * infinite numbers are ordinary. O(n log n), about 80 bytes a row; ranks and pairs are shared with the other
 * correlations. scikit-learn has none; the {@code concordance} of R's survival package without censoring.
 *
 * <p>Influence values: with s_i the weight of concordant minus discordant partners of row i, d_i the weight of rows
 * with another label, and D the sum of {@code w_i d_i}, they are {@code W (s_i - (2 C - 1) d_i) / D}.
 *
 * <p>Source: F. E. Harrell et al., "Evaluating the Yield of Medical Tests", JAMA 247 (1982),
 * doi:10.1001/jama.1982.03320430047030.
 *
 * @since 0.1
 */
public final class Concordance implements SmoothMetric<RegressionPredictions> {

    Concordance() {}

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public String name() {
        return "concordance";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public Value value(RegressionPredictions predictions) {
        RankedRows rows = RankedRows.of(predictions);
        return rows.withoutOrderedLabels()
                .orElseGet(() -> Value.of(Range.UNIT.clamp((1 + somers(predictions, rows)) / 2)));
    }

    @Override
    public double[] influence(RegressionPredictions predictions) {
        RankedRows rows = RankedRows.of(predictions);
        rows.withoutOrderedLabels().ifPresent(undefined -> undefined.requireFor(this));
        double somers = somers(predictions, rows);
        double[] influence = PairSigns.of(predictions);
        double[] different = rows.labels().different(rows.weights());
        double pairs = rows.sum(different);
        for (int i = 0; i < influence.length; i++) {
            influence[i] = rows.total() * ((influence[i] - somers * different[i]) / pairs);
        }
        return rows.inCallersOrder(influence);
    }

    /** Concordant minus discordant pairs, as a share of those with different labels: {@code 2 C - 1}. */
    private static double somers(RegressionPredictions predictions, RankedRows rows) {
        return rows.sum(PairSigns.of(predictions)) / rows.sum(rows.labels().different(rows.weights()));
    }
}
