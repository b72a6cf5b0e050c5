package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.OptionalDouble;

/**
 * The difference of a metric between two models from replicates that share their weights: the way for metrics without
 * influence values.
 *
 * <p>The interval is the percentile interval of the replicates' differences. The p-value is twice the smaller share of
 * differences on either side of 0, counting one more on each side, so it is never 0.
 *
 * <p>Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 16.
 *
 * @since 0.1
 */
public final class BootstrapComparison {

    private BootstrapComparison() {}

    /**
     * {@return the difference, candidate minus baseline}
     *
     * @param metric a metric defined for both models
     * @param difference the difference of the values on all rows
     * @param candidate the candidate's replicates
     * @param baseline the baseline's replicates from the same seed and row keys
     * @param level the two-sided confidence level in (0, 1)
     */
    public static Difference of(
            Metric<?> metric, double difference, Replicates candidate, Replicates baseline, double level) {
        Replicates differences = candidate.minus(baseline);
        var interval = differences.percentile(difference, level);
        return new Difference(
                metric.name(),
                metric.direction(),
                Value.of(difference),
                interval.map(BootstrapInterval::interval),
                interval.isPresent() ? OptionalDouble.of(differences.signProbability()) : OptionalDouble.empty(),
                interval.map(ofBoth -> "bootstrap"),
                interval.isPresent() ? OptionalDouble.of(differences.standardError()) : OptionalDouble.empty(),
                Double.POSITIVE_INFINITY,
                true);
    }
}
