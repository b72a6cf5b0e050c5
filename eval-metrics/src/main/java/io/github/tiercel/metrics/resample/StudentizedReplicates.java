package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.interval.Scale;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bootstrap replicates of a metric, each with its own standard error: what the studentized interval needs.
 *
 * <p>The interval is {@code from(to(value) - q se slope)}, q being the quantiles of {@code (to(replicate) - to(value))
 * / (se of the replicate times slope)} on the metric's scale. It is the one that follows the skewness of heavy-tailed
 * means. Replicates without a value or without an error are counted and left out; where more than a tenth are, no
 * interval is given. Immutable, and safe for use by several threads.
 *
 * <p>Source: P. Hall, The Annals of Statistics 16 (1988), doi:10.1214/aos/1176350933.
 *
 * @since 0.1
 */
public final class StudentizedReplicates {

    private final Metric<?> metric;
    private final double[] values;
    private final double[] errors;

    private StudentizedReplicates(Metric<?> metric, double[] values, double[] errors) {
        this.metric = metric;
        this.values = values;
        this.errors = errors;
    }

    /**
     * {@return replicates with their errors}
     *
     * @param metric the metric that these are replicates of
     * @param values one value a replicate, NaN where the metric is undefined; copied
     * @param errors one standard error a replicate, NaN where there is none; copied
     * @throws IllegalArgumentException if the lengths differ
     */
    public static StudentizedReplicates of(Metric<?> metric, double[] values, double[] errors) {
        if (values.length != errors.length) {
            throw new IllegalArgumentException(
                    "there are " + values.length + " replicates but " + errors.length + " standard errors");
        }
        return new StudentizedReplicates(metric, values.clone(), errors.clone());
    }

    /** {@return the replicates without their errors} */
    public Replicates replicates() {
        return Replicates.of(values);
    }

    /**
     * {@return the studentized interval; empty if too many replicates have no value or error, or the value is at an end
     * of the scale}
     *
     * @param value the value on all rows
     * @param standardError its standard error
     * @param level the confidence level in (0, 1)
     */
    public Optional<BootstrapInterval> interval(double value, double standardError, double level) {
        Replicates ratios = Replicates.of(ratios(value));
        Scale scale = Scale.of(metric);
        Range range = metric.range();
        double unit = standardError * scale.slope(value, range);
        if (!ratios.isUsable() || !Double.isFinite(unit)) {
            return Optional.empty();
        }
        double tail = (1 - level) / 2;
        double lower = range.clamp(scale.from(scale.to(value, range) - ratios.quantile(1 - tail) * unit, range));
        double upper = range.clamp(scale.from(scale.to(value, range) - ratios.quantile(tail) * unit, range));
        return Optional.of(replicates().around(value, new Interval(lower, upper, level, "studentized")));
    }

    private double[] ratios(double value) {
        Scale scale = Scale.of(metric);
        Range range = metric.range();
        double[] ratios = new double[values.length];
        Arrays.setAll(ratios, b -> {
            double ratio =
                    (scale.to(values[b], range) - scale.to(value, range)) / (errors[b] * scale.slope(values[b], range));
            return Double.isFinite(ratio) ? ratio : Double.NaN;
        });
        return ratios;
    }
}
