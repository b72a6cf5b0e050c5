package io.github.tiercel.metrics.calibration;

/**
 * A power of two that brings a sum of weights near another one. Multiplying by it changes no digit, and lets weights of
 * any size be squared.
 */
final class WeightScale {

    private WeightScale() {}

    /** The factor that brings the total into [2^exponent, 2^(exponent + 1)), or near it from a total below 1e-180. */
    static double to(int exponent, double total) {
        return Math.scalb(1.0, Math.min(Double.MAX_EXPONENT, exponent - Math.getExponent(total)));
    }
}
