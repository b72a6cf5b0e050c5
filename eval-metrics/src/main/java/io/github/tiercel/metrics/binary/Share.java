package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;

/** Parameters in (0, 1], and comparison with them. */
final class Share {

    private Share() {}

    static void check(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1], got " + share);
        }
    }

    static boolean reaches(double share, double floor) {
        return Direction.HIGHER_IS_BETTER.reaches(share, floor);
    }
}
