package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.List;

/** Checks at the public edge of this package. */
final class Arguments {

    private Arguments() {}

    static void sameLength(String name, int length, String otherName, int otherLength) {
        if (length != otherLength) {
            throw new IllegalArgumentException(
                    name + " has " + length + " elements but " + otherName + " has " + otherLength);
        }
    }

    static void finite(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(name + " must be finite, got " + values[i] + " at " + i);
            }
        }
    }

    static void positive(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0 && values[i] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(name + " must be finite and above 0, got " + values[i] + " at " + i);
            }
        }
    }

    static void number(String name, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(name + " must be a number, got NaN");
        }
    }

    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }

    static void ascending(double lowest, double highest) {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("lowest must not be above highest, got " + lowest + " and " + highest);
        }
    }

    static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    static void weight(double weight) {
        if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("weight must be finite and above 0, got " + weight);
        }
    }

    static void notEmpty(String name, List<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
    }

    static void level(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
    }

    static void bothClasses(BinaryPredictions predictions) {
        if (predictions.positives() == 0 || predictions.negatives() == 0) {
            throw new IllegalArgumentException("calibration needs both classes, got " + predictions.positives()
                    + " positive and " + predictions.negatives() + " negative rows");
        }
    }

    static void folds(int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + folds);
        }
    }
}
