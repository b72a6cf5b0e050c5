package io.github.tiercel.metrics.sort;

/** Doubles as whole numbers of the same order; adding 0.0 makes the two zeros one score. */
final class ScoreBits {

    private ScoreBits() {}

    static long of(double score) {
        return Double.doubleToRawLongBits(score + 0.0);
    }

    /** A number whose unsigned order is the descending order of scores. */
    static long descending(double score) {
        long bits = of(score);
        return ~(bits ^ ((bits >> 63) | Long.MIN_VALUE));
    }
}
