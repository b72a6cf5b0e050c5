package io.github.tiercel.report;

import io.github.tiercel.metrics.Direction;

/** The sign behind a metric's name that tells which way it improves. */
final class Arrow {

    private Arrow() {}

    /** {@return a space and an arrow; nothing where neither end is better} */
    static String of(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> " ↑";
            case LOWER_IS_BETTER -> " ↓";
            case NEITHER -> "";
        };
    }
}
