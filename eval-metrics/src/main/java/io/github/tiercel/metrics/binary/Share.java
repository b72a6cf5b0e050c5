package io.github.tiercel.metrics.binary;

/** Parameters in (0, 1], and comparison with them. */
final class Share {

    /** Sums of fractional weights may miss a share that they reach in exact numbers by a few ulps. */
    private static final double ROUNDING = 1e-12;

    private Share() {}

    static void check(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1], got " + share);
        }
    }

    static boolean reaches(double share, double floor) {
        return share >= floor * (1 - ROUNDING);
    }
}
