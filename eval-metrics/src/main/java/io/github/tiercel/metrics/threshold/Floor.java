package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import java.math.BigDecimal;

/** A value that a metric must reach at a threshold for the threshold to be a choice. */
record Floor(ConfusionMetric metric, double least) {

    Floor {
        if (!Double.isFinite(least)) {
            throw new IllegalArgumentException("floor of " + metric.name() + " must be finite, got " + least);
        }
    }

    /** An undefined value reaches no floor. */
    boolean isReachedBy(ConfusionMatrix matrix) {
        return metric.direction().reaches(metric.value(matrix).orNaN(), least);
    }

    String name() {
        return metric.name() + "_"
                + BigDecimal.valueOf(least).stripTrailingZeros().toPlainString();
    }
}
