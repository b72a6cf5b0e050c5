package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;

/** How many positive and negative rows a sample holds, and how many of the full set they stand for. */
record Positives(
        double positivesSampled,
        double positivesInAll,
        double negativesSampled,
        double negativesInAll,
        double effective) {

    static Positives of(BinaryPredictions predictions, Design design) {
        double positives = 0;
        double negatives = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0) {
                positives += predictions.label(row) ? design.sampleWeight(row) : 0;
                negatives += predictions.label(row) ? 0 : design.sampleWeight(row);
            }
        }
        return new Positives(
                predictions.positives(), positives, predictions.negatives(), negatives, effective(predictions, design));
    }

    /** The effective number of units that hold a positive row. */
    static double effective(BinaryPredictions predictions, Design design) {
        return EffectiveUnits.areRows(design, predictions)
                ? predictions.positives()
                : EffectiveUnits.own(design, predictions, predictions::label);
    }

    /**
     * The share of negative rows that the sample left out, on which the finite-population factor of rank metrics rests.
     */
    double shareLeft() {
        return Math.max(0, 1 - negativesSampled / negativesInAll);
    }

    /** Where rows are clustered or have weights of their own, less by as much as their effective number is less. */
    double effectiveInSample() {
        return effective
                / positivesSampled
                * Math.sqrt(positivesSampled * positivesInAll * (negativesSampled / negativesInAll));
    }
}
