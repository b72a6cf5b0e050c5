package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import java.math.BigDecimal;

/** A value that a metric must reach at a threshold for the threshold to be a choice. */
record Floor(ConfusionMetric metric, double least) {

    /** Sums of fractional weights may miss a value that they reach in exact numbers by a few ulps. */
    private static final double ROUNDING = 1e-12;

    Floor {
        if (!Double.isFinite(least)) {
            throw new IllegalArgumentException("floor of " + metric.name() + " must be finite, got " + least);
        }
    }

    /** An undefined value reaches no floor. */
    boolean isReachedBy(ConfusionMatrix matrix) {
        double given = metric.direction().gain(metric.value(matrix).orNaN());
        double asked = metric.direction().gain(least);
        return given >= asked - ROUNDING * Math.abs(asked);
    }

    String name() {
        return metric.name() + "_"
                + BigDecimal.valueOf(least).stripTrailingZeros().toPlainString();
    }
}
