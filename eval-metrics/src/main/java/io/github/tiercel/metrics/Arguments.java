package io.github.tiercel.metrics;

/** Checks at the public edge of this package. */
final class Arguments {

    private Arguments() {}

    static void sameLength(String name, int length, String otherName, int otherLength) {
        if (length != otherLength) {
            throw new IllegalArgumentException(
                    name + " has " + length + " rows but " + otherName + " has " + otherLength);
        }
    }

    static void notNaN(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException(name + " must be numbers, got NaN at row " + i);
            }
        }
    }

    static void weights(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "weights must be finite and at least 0, got " + weights[i] + " at row " + i);
            }
            sum += weights[i];
        }
        if (Double.isInfinite(sum)) {
            throw new IllegalArgumentException("weights must have a finite sum");
        }
    }
}
