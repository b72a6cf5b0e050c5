package io.github.tiercel.result;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a pilot tells of the rows that a wanted half-width takes. It is as good as the spreads that the pilot shows, and
 * supposes that values stay near those of the pilot; from all rows it is exact up to that.
 *
 * @param halfWidth the wanted half-width of intervals for the value on all rows
 * @param rows the rows of the pilot
 * @param rowsTotal the rows of the evaluation set
 * @param metrics one entry for each metric of each model, then for its difference to the baseline, if there is one
 * @since 0.1
 */
public record SamplePlan(double halfWidth, int rows, int rowsTotal, List<PlannedMetric> metrics) {

    /** Copies the list. */
    public SamplePlan {
        metrics = List.copyOf(metrics);
    }

    /**
     * {@return the fewest rows at which every metric of every model has the wanted half-width, differences not counted;
     * empty if none has an interval in a sample}
     */
    public OptionalInt rowsNeeded() {
        return metrics.stream()
                .filter(metric -> !metric.ofDifference())
                .flatMapToInt(metric -> metric.rowsNeeded().stream())
                .max();
    }
}
