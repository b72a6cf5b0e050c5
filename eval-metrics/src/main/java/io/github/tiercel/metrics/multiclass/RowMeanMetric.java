package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/** A weighted mean over rows, {@code sum w_i f_i / sum w_i}; its influence value is {@code f_i - mean}. */
interface RowMeanMetric extends MeanMetric<MulticlassPredictions> {

    double rowValue(MulticlassPredictions predictions, int row);

    /** Why the metric has no value although there are rows; looked at once, before any row is. */
    Optional<UndefinedReason> obstacle(MulticlassPredictions predictions);

    @Override
    default Class<MulticlassPredictions> reads() {
        return MulticlassPredictions.class;
    }

    @Override
    default Value value(MulticlassPredictions predictions) {
        return value(predictions, new double[predictions.rows()]);
    }

    @Override
    default double[] influence(MulticlassPredictions predictions) {
        double[] influence = new double[predictions.rows()];
        double mean = value(predictions, influence).requireFor(this);
        for (int row = 0; row < influence.length; row++) {
            influence[row] = predictions.weight(row) > 0 ? influence[row] - mean : 0;
        }
        return influence;
    }

    @Override
    default MeanTerms terms(MulticlassPredictions predictions) {
        double[] values = new double[predictions.rows()];
        value(predictions, values).requireFor(this);
        return MeanTerms.ofRows(predictions, values);
    }

    private Value value(MulticlassPredictions predictions, double[] rowValues) {
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < rowValues.length; row++) {
            total.add(predictions.weight(row));
        }
        if (!(total.value() > 0)) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        return obstacle(predictions)
                .map(Value::undefined)
                .orElseGet(() -> Value.of(range().clamp(mean(predictions, rowValues, total.value()))));
    }

    private double mean(MulticlassPredictions predictions, double[] rowValues, double total) {
        CompensatedSum sum = new CompensatedSum();
        for (int row = 0; row < rowValues.length; row++) {
            if (predictions.weight(row) > 0) {
                rowValues[row] = rowValue(predictions, row);
                sum.add(predictions.weight(row) / total * rowValues[row]);
            }
        }
        return sum.value();
    }
}
