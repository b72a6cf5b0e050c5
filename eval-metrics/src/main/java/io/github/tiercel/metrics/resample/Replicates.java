package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.interval.Quantiles;
import io.github.tiercel.metrics.interval.Scale;
import io.github.tiercel.metrics.interval.Variance;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The values of one metric over bootstrap replicates.
 *
 * <p>Replicates without a value (no positive row, say) are counted and left out; where more than a tenth are, no
 * interval is given. Sorted once, O(R log R) for R replicates, 16 bytes each; every question after that is O(log R) or
 * O(R). Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * Replicates candidate = bootstrap.replicates(List.of(BinaryMetrics.F1), ofCandidate).get("f1");
 * double median = candidate.quantile(0.5);
 * Replicates difference = candidate.minus(baseline); // of one bootstrap, so that rows count the same in both
 * }</pre>
 *
 * <p>Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapters 13 and 14; B. Efron, JASA 82
 * (1987), doi:10.1080/01621459.1987.10478410.
 *
 * @since 0.1
 */
public final class Replicates {

    private static final double FEWEST_VALID = 0.9;

    private final Scheme scheme;
    private final double[] values;
    private final OptionalDouble approximationError;
    private final double[] sorted;

    private Replicates(Scheme scheme, double[] values, OptionalDouble approximationError) {
        this.scheme = scheme;
        this.values = values;
        this.approximationError = approximationError;
        this.sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /**
     * {@return replicates of the row-hashed scheme}
     *
     * @param values one value a replicate, NaN where the metric is undefined; copied
     */
    public static Replicates of(double[] values) {
        return of(Scheme.ROW_HASHED, values);
    }

    /**
     * {@return replicates}
     *
     * @param scheme how they got their weights
     * @param values one value a replicate, NaN where the metric is undefined; copied
     */
    public static Replicates of(Scheme scheme, double[] values) {
        return new Replicates(scheme, values.clone(), OptionalDouble.empty());
    }

    Replicates withApproximationError(double error) {
        return Double.isNaN(error) ? this : new Replicates(scheme, values, OptionalDouble.of(error));
    }

    /** {@return how the replicates got their weights} */
    public Scheme scheme() {
        return scheme;
    }

    /**
     * {@return what an approximate scheme changes in the value on all rows, in the metric's unit; empty for schemes
     * that approximate nothing}
     */
    public OptionalDouble approximationError() {
        return approximationError;
    }

    /** {@return how many replicates have a value} */
    public int defined() {
        return sorted.length;
    }

    /** {@return how many replicates have none} */
    public int undefined() {
        return values.length - sorted.length;
    }

    /** {@return the mean of the replicates that have a value; NaN without any} */
    public double mean() {
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    /** {@return the standard deviation of the replicates, with divisor n - 1; NaN for fewer than two} */
    public double standardError() {
        double mean = mean();
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return sorted.length < 2 ? Double.NaN : Math.sqrt(squares / (sorted.length - 1));
    }

    /**
     * {@return the quantile by linear interpolation between order statistics (type 7, as R and NumPy have it); NaN
     * without any}
     *
     * @param probability in [0, 1]
     */
    public double quantile(double probability) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = probability * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /**
     * {@return the differences replicate by replicate; meaningful where both come from the same seed and row keys}
     *
     * @param other replicates of the model to subtract
     * @throws IllegalArgumentException if the numbers of replicates differ, or rows did not share their weights because
     *     the scheme is one for a single model
     */
    public Replicates minus(Replicates other) {
        if (!scheme.pairs() || scheme != other.scheme) {
            throw new IllegalArgumentException("differences need replicates in which both models share the weights of"
                    + " rows, got " + scheme.title() + " and " + other.scheme.title() + " ones; use row-hashed ones");
        }
        if (values.length != other.values.length) {
            throw new IllegalArgumentException(
                    "there are " + values.length + " replicates but the other model has " + other.values.length);
        }
        double[] differences = new double[values.length];
        for (int b = 0; b < differences.length; b++) {
            differences[b] = values[b] - other.values[b];
        }
        return new Replicates(scheme, differences, OptionalDouble.empty());
    }

    /**
     * {@return the two-sided p-value of "the true value is 0": {@code 2 (1 + min(count <= 0, count >= 0)) / (B + 1)},
     * at most 1}
     */
    public double signProbability() {
        long notAbove = Arrays.stream(sorted).filter(value -> value <= 0).count();
        long notBelow = Arrays.stream(sorted).filter(value -> value >= 0).count();
        return Math.min(1, 2.0 * (1 + Math.min(notAbove, notBelow)) / (sorted.length + 1));
    }

    /**
     * {@return the percentile interval; empty if too many replicates have no value}
     *
     * @param value the value on all rows
     * @param level the confidence level in (0, 1)
     */
    public Optional<BootstrapInterval> percentile(double value, double level) {
        double tail = (1 - level) / 2;
        return isUsable() ? Optional.of(interval(value, level, tail, 1 - tail, "percentile")) : Optional.empty();
    }

    /**
     * {@return the bias-corrected and accelerated interval; the percentile interval where its correction leaves the
     * replicates; empty if too many replicates have no value}
     *
     * @param value the value on all rows
     * @param acceleration the skewness term, 0 for a metric without influence values
     * @param level the confidence level in (0, 1)
     */
    public Optional<BootstrapInterval> bca(double value, double acceleration, double level) {
        if (!isUsable()) {
            return Optional.empty();
        }
        double bias = Quantiles.normal(shareBelow(value));
        double lower = corrected((1 - level) / 2, bias, acceleration);
        double upper = corrected((1 + level) / 2, bias, acceleration);
        double least = 1.0 / sorted.length;
        boolean inside = lower >= least && upper <= 1 - least && lower < upper;
        return inside ? Optional.of(interval(value, level, lower, upper, "bca")) : percentile(value, level);
    }

    /**
     * {@return the normal interval on the metric's scale, {@code from(to(value) -/+ z se slope)}, which stays inside
     * the metric's range and needs few replicates; empty if too many replicates have no value, or the value is at an
     * end of the scale}
     *
     * @param metric the metric that these are replicates of
     * @param value the value on all rows
     * @param level the confidence level in (0, 1)
     */
    public Optional<BootstrapInterval> normal(Metric<?> metric, double value, double level) {
        Scale scale = Scale.of(metric);
        Variance variance = new Variance(standardError() * standardError(), Double.POSITIVE_INFINITY);
        if (!isUsable() || !Double.isFinite(scale.slope(value, metric.range()))) {
            return Optional.empty();
        }
        String method = scale.method("bootstrap", "normal");
        return Optional.of(around(value, scale.interval(value, variance, level, metric.range(), method)));
    }

    /**
     * {@return the basic interval, {@code 2 value - q}: the percentile interval turned around the value; empty if too
     * many replicates have no value}
     *
     * <p>For comparison with other programs: it covers least of all, and may leave the range of the metric.
     *
     * @param value the value on all rows
     * @param level the confidence level in (0, 1)
     */
    public Optional<BootstrapInterval> basic(double value, double level) {
        double tail = (1 - level) / 2;
        return isUsable()
                ? Optional.of(around(
                        value,
                        new Interval(2 * value - quantile(1 - tail), 2 * value - quantile(tail), level, "basic")))
                : Optional.empty();
    }

    /**
     * The standard deviation of a quantile over other seeds, from the order statistics one binomial error around it.
     */
    double quantileError(double probability) {
        double spread = Math.sqrt(probability * (1 - probability) / sorted.length);
        return (quantile(Math.min(1, probability + spread)) - quantile(Math.max(0, probability - spread))) / 2;
    }

    boolean isUsable() {
        return sorted.length >= 2 && sorted.length >= FEWEST_VALID * values.length;
    }

    private double shareBelow(double value) {
        double below = 0;
        for (double replicate : sorted) {
            below += replicate < value ? 1 : replicate == value ? 0.5 : 0;
        }
        return below / sorted.length;
    }

    private static double corrected(double probability, double bias, double acceleration) {
        double z = bias + Quantiles.normal(probability);
        return Quantiles.normalProbability(bias + z / (1 - acceleration * z));
    }

    private BootstrapInterval interval(double value, double level, double from, double to, String method) {
        return around(value, new Interval(quantile(from), quantile(to), level, method));
    }

    BootstrapInterval around(double value, Interval interval) {
        return new BootstrapInterval(
                interval,
                defined(),
                undefined(),
                mean() - value,
                standardError(),
                monteCarloError(interval.level()),
                scheme.title(),
                approximationError);
    }

    /** {@code sqrt(a (1-a) / B) / phi(z_a)} standard errors, a being the tail: the spread of an end over seeds. */
    private double monteCarloError(double level) {
        double tail = (1 - level) / 2;
        double density = Quantiles.normalDensity(Quantiles.normal(tail));
        return Math.sqrt(tail * (1 - tail) / sorted.length) / density * standardError();
    }
}
