package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;

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
        return Support.kish(predictions, predictions::label);
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
