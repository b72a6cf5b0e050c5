package io.github.tiercel.metrics.regression;

/** Checks at the public edge of this package. */
final class Arguments {

    private Arguments() {}

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, got " + value);
        }
    }

    static void inOrder(String name, double lower, double upper) {
        if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper)) {
            throw new IllegalArgumentException(name + " must be finite and in order, got " + lower + " and " + upper);
        }
    }

    static void level(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
    }
}
