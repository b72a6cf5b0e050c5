package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import java.util.Map;

/** What a reader should know of numbers and their predictions. */
final class RegressionNotices {

    private static final String MAPE = "mape";

    private final Notices notices;
    private final RegressionPredictions predictions;
    private final Map<String, Estimate> metrics;

    RegressionNotices(Notices notices, RegressionPredictions predictions, Map<String, Estimate> metrics) {
        this.notices = notices;
        this.predictions = predictions;
        this.metrics = metrics;
    }

    void add() {
        int rows = predictions.weightedRows();
        if (rows < IntervalEstimator.FEWEST_ROWS) {
            notices.add(
                    "SMALL_SAMPLE",
                    "Only " + Notices.number(rows) + (rows == 1 ? " row was" : " rows were") + " evaluated; below "
                            + IntervalEstimator.FEWEST_ROWS + " intervals are rough.");
        }
        zeroLabels();
    }

    private void zeroLabels() {
        int zeros = metrics.containsKey(MAPE) ? Notices.count(predictions, row -> predictions.label(row) == 0) : 0;
        if (zeros > 0) {
            notices.add(
                    "ZERO_LABELS",
                    Notices.number(zeros) + (zeros == 1 ? " label is" : " labels are")
                            + " 0, where a percentage error has no meaning: mape divides by 2.2e-16 there. Read mae or"
                            + " smape instead.");
        }
    }
}
