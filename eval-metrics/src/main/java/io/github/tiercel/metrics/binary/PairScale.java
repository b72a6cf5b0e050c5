package io.github.tiercel.metrics.binary;

/**
 * Products of a positive and a negative weight, both divided by a power of two near their total: that changes no digit,
 * and keeps the product of two weights of any size in range.
 */
record PairScale(double ofPositives, double ofNegatives) {

    static PairScale of(double positives, double negatives) {
        return new PairScale(inverse(positives), inverse(negatives));
    }

    double pairs(double positive, double negative) {
        return (positive * ofPositives) * (negative * ofNegatives);
    }

    private static double inverse(double weight) {
        return Math.scalb(1.0, -Math.getExponent(weight));
    }
}
