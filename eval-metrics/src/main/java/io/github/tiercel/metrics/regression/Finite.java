package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/** The border between numbers and values: what is not finite is undefined. */
final class Finite {

    private Finite() {}

    static Value value(double number) {
        return Double.isFinite(number) ? Value.of(number) : Value.undefined(UndefinedReason.NOT_FINITE);
    }
}
