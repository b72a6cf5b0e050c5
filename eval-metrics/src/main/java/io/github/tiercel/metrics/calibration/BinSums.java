package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import java.util.function.IntToDoubleFunction;

/** Weighted sums over the rows from one place to another in a list of rows, their weights brought to a sum near 1. */
final class BinSums {

    private final BinaryPredictions predictions;
    private final int[] rows;
    private final int from;
    private final int to;
    private final double scale;

    BinSums(BinaryPredictions predictions, int[] rows, int from, int to) {
        this.predictions = predictions;
        this.rows = rows;
        this.from = from;
        this.to = to;
        CompensatedSum weight = new CompensatedSum();
        for (int i = from; i < to; i++) {
            weight.add(predictions.weight(rows[i]));
        }
        this.scale = WeightScale.to(0, weight.value());
    }

    double sum(IntToDoubleFunction value) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = from; i < to; i++) {
            sum.add(scale * predictions.weight(rows[i]) * value.applyAsDouble(rows[i]));
        }
        return sum.value();
    }

    double weight() {
        return sum(row -> 1) / scale;
    }

    double squares() {
        return sum(row -> scale * predictions.weight(row));
    }

    double label(int row) {
        return predictions.label(row) ? 1 : 0;
    }

    /** How far the row's probability lies from a mean. */
    double pull(int row, double mean) {
        return predictions.probability(row) - mean;
    }
}
