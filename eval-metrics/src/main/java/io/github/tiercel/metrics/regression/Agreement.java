package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/** The weighted moments of labels and predictions, and the two correlations made of them, with influence values. */
final class Agreement {

    private final RegressionPredictions predictions;
    private final WeightedRows rows;
    private final double meanLabel;
    private final double meanPredicted;
    private final double covariance;
    private final double labelVariance;
    private final double predictedVariance;

    private Agreement(RegressionPredictions predictions, WeightedRows rows) {
        this.predictions = predictions;
        this.rows = rows;
        this.meanLabel = rows.mean(predictions::label);
        this.meanPredicted = rows.mean(predictions::predicted);
        this.covariance = rows.mean(row -> label(row) * predicted(row));
        this.labelVariance = rows.mean(row -> label(row) * label(row));
        this.predictedVariance = rows.mean(row -> predicted(row) * predicted(row));
    }

    static Agreement of(RegressionPredictions predictions) {
        return new Agreement(predictions, WeightedRows.of(predictions));
    }

    /** Lin's coefficient. */
    Value concordance() {
        return ratio(2 * covariance, distance());
    }

    /** Pearson's coefficient. */
    Value pearson() {
        return ratio(covariance, spread());
    }

    private Value ratio(double above, double below) {
        if (rows.count() == 0) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        if (rows.isConstant(predictions::label)) {
            return Value.undefined(UndefinedReason.CONSTANT_LABELS);
        }
        if (rows.isConstant(predictions::predicted)) {
            return Value.undefined(UndefinedReason.CONSTANT_PREDICTIONS);
        }
        if (below == 0) {
            return Value.undefined(UndefinedReason.CONSTANT_LABELS);
        }
        if (!Double.isFinite(below)) {
            return Value.undefined(UndefinedReason.NOT_FINITE);
        }
        Value value = Finite.value(above / below);
        return value.isDefined() ? Value.of(Range.CORRELATION.clamp(value.orNaN())) : value;
    }

    double[] concordanceInfluence() {
        double coefficient = 2 * covariance / distance();
        double offset = meanLabel - meanPredicted;
        return rows.influence(row -> {
            double y = label(row);
            double p = predicted(row);
            double above = 2 * (y * p - covariance);
            double below = y * y - labelVariance + p * p - predictedVariance + 2 * offset * (y - p);
            return (above - coefficient * below) / distance();
        });
    }

    double[] pearsonInfluence() {
        double coefficient = covariance / spread();
        return rows.influence(row -> {
            double y = label(row) / Math.sqrt(labelVariance);
            double p = predicted(row) / Math.sqrt(predictedVariance);
            return y * p - coefficient * (y * y + p * p) / 2;
        });
    }

    private double spread() {
        return Math.sqrt(labelVariance) * Math.sqrt(predictedVariance);
    }

    private double distance() {
        double offset = meanLabel - meanPredicted;
        return labelVariance + predictedVariance + offset * offset;
    }

    private double label(int row) {
        return predictions.label(row) - meanLabel;
    }

    private double predicted(int row) {
        return predictions.predicted(row) - meanPredicted;
    }
}
