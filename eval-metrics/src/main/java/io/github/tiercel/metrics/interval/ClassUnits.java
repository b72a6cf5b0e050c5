package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;

/**
 * The effective numbers of units that hold rows of either class. What a rank metric tells of a class rests on them: a
 * single user with thirty positive rows is one draw of the positive class.
 */
record ClassUnits(double positives, double negatives) {

    /** Fewer units of a class have no error of their own. */
    static final int FEWEST = 2;

    static ClassUnits of(Subject<BinaryPredictions> subject) {
        return of(subject.design(), subject.predictions());
    }

    static ClassUnits of(Design design, BinaryPredictions predictions) {
        if (EffectiveUnits.areRows(design, predictions)) {
            return new ClassUnits(predictions.positives(), predictions.negatives());
        }
        return new ClassUnits(
                EffectiveUnits.own(design, predictions, predictions::label),
                EffectiveUnits.own(design, predictions, row -> !predictions.label(row)));
    }

    double rarer() {
        return Math.min(positives, negatives);
    }
}
