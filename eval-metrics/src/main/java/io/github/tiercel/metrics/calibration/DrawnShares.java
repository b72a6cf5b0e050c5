package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.resample.KeyedHash;

/** Shares of positives in bins if each row is positive with its probability; rows lie in the order of the bins. */
final class DrawnShares {

    private final Bins bins;
    private final double[] probabilities;
    private final double[] weights;
    private final long[] keys;

    DrawnShares(BinaryPredictions predictions, Bins bins, long[] rowKeys) {
        int rows = bins.end(bins.size() - 1);
        this.bins = bins;
        this.probabilities = new double[rows];
        this.weights = new double[rows];
        this.keys = new long[rows];
        for (int place = 0; place < rows; place++) {
            int row = bins.row(place);
            probabilities[place] = predictions.probability(row);
            weights[place] = predictions.weight(row);
            keys[place] = rowKeys[row];
        }
    }

    /** The share in a bin in one draw. */
    double of(int bin, long drawKey) {
        CompensatedSum positive = new CompensatedSum();
        CompensatedSum total = new CompensatedSum();
        for (int place = bins.begin(bin); place < bins.end(bin); place++) {
            double draw = KeyedHash.unit(KeyedHash.hash(keys[place], drawKey));
            positive.add(draw < probabilities[place] ? weights[place] : 0);
            total.add(weights[place]);
        }
        return positive.value() / total.value();
    }
}
