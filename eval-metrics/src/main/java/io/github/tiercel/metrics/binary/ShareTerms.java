package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MeanTerms;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** The terms of a share of some rows: 1 for a success, 0 for any other row among the trials. */
final class ShareTerms {

    private ShareTerms() {}

    static MeanTerms of(ProportionMetric metric, BinaryPredictions predictions) {
        Set<Cell> successes = EnumSet.noneOf(Cell.class);
        for (Cell cell : Cell.values()) {
            if (metric.successes(matrixOf(cell, metric.threshold())) > 0) {
                successes.add(cell);
            }
        }
        return of(
                predictions,
                row -> metric.isTrial(predictions.label(row)),
                row -> successes.contains(
                        Cell.of(predictions.label(row), predictions.score(row) >= metric.threshold())));
    }

    static MeanTerms of(BinaryPredictions predictions, IntPredicate isTrial, IntPredicate isSuccess) {
        double[] values = new double[predictions.rows()];
        double[] weights = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = isSuccess.test(row) ? 1 : 0;
            weights[row] = isTrial.test(row) ? predictions.weight(row) : 0;
        }
        return MeanTerms.wrap(values, weights);
    }

    private static ConfusionMatrix matrixOf(Cell cell, double threshold) {
        return new ConfusionMatrix(
                threshold,
                cell == Cell.TRUE_POSITIVE ? 1 : 0,
                cell == Cell.FALSE_POSITIVE ? 1 : 0,
                cell == Cell.FALSE_NEGATIVE ? 1 : 0,
                cell == Cell.TRUE_NEGATIVE ? 1 : 0);
    }
}
