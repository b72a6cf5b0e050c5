package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SharedView;

/**
 * For each row the weight of the rows it forms a concordant pair with, minus that of discordant ones: the sum over j of
 * {@code w_j sign(y_i - y_j) sign(p_i - p_j)}.
 */
final class PairSigns {

    private static final SharedView<RegressionPredictions, PairSigns> VIEW =
            new SharedView<>(all -> new PairSigns(new PairCount(RankedRows.of(all)).signs()));

    private final double[] signs;

    private PairSigns(double[] signs) {
        this.signs = signs;
    }

    /** A new array; pairs are counted once for all metrics that read them. */
    static double[] of(RegressionPredictions predictions) {
        return predictions.shared(VIEW).signs.clone();
    }
}
