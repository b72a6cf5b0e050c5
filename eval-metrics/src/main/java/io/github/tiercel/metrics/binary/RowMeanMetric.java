package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.function.IntToDoubleFunction;

/**
 * A metric that is a weighted mean over rows: {@code sum w_i f(y_i, p_i) / sum w_i}.
 *
 * <p>Its influence value is {@code f(y_i, p_i) - mean}. One pass, no sort; the sum is compensated.
 *
 * @since 0.1
 */
public interface RowMeanMetric extends MeanMetric<BinaryPredictions> {

    /**
     * {@return the row's contribution f(y, p)}
     *
     * @param label whether the row is positive
     * @param score the row's score; a probability in [0, 1] if {@link #needsProbabilities()}
     */
    double rowValue(boolean label, double score);

    @Override
    default Class<BinaryPredictions> reads() {
        return BinaryPredictions.class;
    }

    @Override
    default Value value(BinaryPredictions predictions) {
        return value(predictions, row -> rowValue(predictions, row));
    }

    private Value value(BinaryPredictions predictions, IntToDoubleFunction rowValue) {
        if (predictions.weightedRows() == 0) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        if (needsProbabilities() && !predictions.areProbabilities()) {
            return Value.undefined(UndefinedReason.NOT_PROBABILITIES);
        }
        return Value.of(mean(predictions, rowValue));
    }

    @Override
    default double[] influence(BinaryPredictions predictions) {
        double[] influence = new double[predictions.rows()];
        // What the mean reads of a row is kept on the way: a logarithm is dear.
        double mean = value(predictions, row -> influence[row] = rowValue(predictions, row))
                .requireFor(this);
        for (int row = 0; row < influence.length; row++) {
            influence[row] = predictions.weight(row) > 0 ? influence[row] - mean : 0;
        }
        return influence;
    }

    @Override
    default MeanTerms terms(BinaryPredictions predictions) {
        double[] values = new double[predictions.rows()];
        value(predictions, row -> values[row] = rowValue(predictions, row)).requireFor(this);
        return MeanTerms.ofRows(predictions, values);
    }

    private double mean(BinaryPredictions predictions, IntToDoubleFunction rowValue) {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < predictions.rows(); row++) {
            double weight = predictions.weight(row);
            if (weight > 0) {
                sum.add(weight * rowValue.applyAsDouble(row));
                total.add(weight);
            }
        }
        return sum.value() / total.value();
    }

    private double rowValue(BinaryPredictions predictions, int row) {
        double score = needsProbabilities() ? predictions.probability(row) : predictions.score(row);
        return rowValue(predictions.label(row), score);
    }
}
