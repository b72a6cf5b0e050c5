package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.function.IntPredicate;

/** How many positive and negative rows a sample holds, and how many of the full set they stand for. */
record Positives(double positivesSampled, double positivesInAll, double negativesSampled, double negativesInAll) {

    static Positives of(BinaryPredictions predictions, Design design) {
        double positives = 0;
        double negatives = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0) {
                positives += predictions.label(row) ? design.sampleWeight(row) : 0;
                negatives += predictions.label(row) ? 0 : design.sampleWeight(row);
            }
        }
        return new Positives(predictions.positives(), positives, predictions.negatives(), negatives);
    }

    /** Kish's effective number of positive rows under weights. */
    static double effective(BinaryPredictions predictions) {
        return effective(predictions, predictions::label);
    }

    /** Kish's effective number of some rows under weights, {@code (sum w)² / sum w²}; 0 for none. */
    static double effective(BinaryPredictions predictions, IntPredicate counts) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            if (counts.test(row)) {
                sum += predictions.weight(row);
                squares += predictions.weight(row) * predictions.weight(row);
            }
        }
        return squares == 0 ? 0 : sum / squares * sum;
    }

    /**
     * The share of negative rows that the sample left out, on which the finite-population factor of rank metrics rests.
     */
    double shareLeft() {
        return Math.max(0, 1 - negativesSampled / negativesInAll);
    }

    double effectiveInSample() {
        return Math.sqrt(positivesSampled * positivesInAll * (negativesSampled / negativesInAll));
    }
}
