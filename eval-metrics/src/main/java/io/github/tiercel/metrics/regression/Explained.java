package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/** One minus the share of the label variance that is left in the errors, with its influence values. */
final class Explained {

    static final Range RANGE = new Range(Double.NEGATIVE_INFINITY, 1);

    private final RegressionPredictions predictions;
    private final WeightedRows rows;
    private final double meanLabel;
    private final double meanError;
    private final double variance;
    private final double left;

    private Explained(RegressionPredictions predictions, WeightedRows rows, double meanError) {
        this.predictions = predictions;
        this.rows = rows;
        this.meanError = meanError;
        this.meanLabel = rows.mean(predictions::label);
        this.variance = rows.mean(this::squaredDeviation);
        this.left = rows.mean(this::squaredError) / variance;
    }

    /** Errors about zero: a constant offset counts as error. */
    static Explained aboutZero(RegressionPredictions predictions) {
        return new Explained(predictions, WeightedRows.of(predictions), 0);
    }

    /** Errors about their mean: a constant offset is forgiven. */
    static Explained aboutMean(RegressionPredictions predictions) {
        WeightedRows rows = WeightedRows.of(predictions);
        return new Explained(predictions, rows, rows.mean(row -> predictions.label(row) - predictions.predicted(row)));
    }

    Value value() {
        if (rows.count() == 0) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        if (rows.isConstant(predictions::label) || variance == 0) {
            return Value.undefined(UndefinedReason.CONSTANT_LABELS);
        }
        return Double.isFinite(variance) ? Finite.value(1 - left) : Value.undefined(UndefinedReason.NOT_FINITE);
    }

    double[] influence() {
        return rows.influence(row -> left * (squaredDeviation(row) / variance) - squaredError(row) / variance);
    }

    private double squaredDeviation(int row) {
        double deviation = predictions.label(row) - meanLabel;
        return deviation * deviation;
    }

    private double squaredError(int row) {
        double error = predictions.label(row) - predictions.predicted(row) - meanError;
        return error * error;
    }
}
