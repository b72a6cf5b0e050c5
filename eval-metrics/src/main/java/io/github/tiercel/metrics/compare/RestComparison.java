package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.Linearisation;
import io.github.tiercel.metrics.interval.Quantiles;
import io.github.tiercel.metrics.interval.Variance;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The difference of one model's metric between some of the rows and the rest of them: {@code value(part) -
 * value(rest)}.
 *
 * <p>Interval and p-value are {@code d -/+ t se}, where {@code se²} is the variance of the joined influence values
 * under the design: those of the part count {@code W / W_part}, those of the rest {@code -W / W_rest}, and each half is
 * stretched by {@code 1 + 1 / df} for the few rows it may rest on. The part's variance is taken to be at least what as
 * many units of the rest have: a part on which no decision is right shows no spread, and is no proof for that. A
 * cluster that lies in both halves counts in both, so that what its rows share cancels as it should; a stratified
 * sample counts with its weights. Degrees of freedom are Welch's from those of the halves: one less than the rarer
 * class for rank metrics, than the positives for areas under the precision-recall curve. Source: B. L. Welch,
 * Biometrika 34 (1947), doi:10.1093/biomet/34.1-2.28.
 *
 * <p>There is no interval for a metric without influence values, where a half has fewer than two units (in a sample of
 * clusters: fewer than 30), and where its rows show no spread at all. Immutable, and safe for use by several threads.
 * O(rows) after the sort of each half, 40 bytes a row while it runs.
 *
 * <pre>{@code
 * var comparison = RestComparison.of(Design.independent(predictions.rows()), 0.95);
 * Difference mornings = comparison.difference(BinaryMetrics.ROC_AUC, predictions, rowsOfMornings);
 * }</pre>
 *
 * @since 0.1
 */
public final class RestComparison {

    private static final String METHOD = "rest-influence-t";

    /** A standard error below this share of the difference is rounding, not spread. */
    private static final double ROUNDING = 1e-14;

    private final Design design;
    private final double level;

    private RestComparison(Design design, double level) {
        this.design = design;
        this.level = level;
    }

    /**
     * {@return a comparison}
     *
     * @param design how the rows came to be
     * @param level the two-sided confidence level in (0, 1)
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public static RestComparison of(Design design, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
        return new RestComparison(design, level);
    }

    /**
     * {@return the difference, part minus rest, which is not a paired one; undefined where the metric is undefined on
     * one of them}
     *
     * @param <P> the kind of predictions
     * @param metric any metric; without influence values the difference has no error
     * @param predictions as many rows as the design has
     * @param part the rows of the part; the others are the rest
     * @throws IllegalArgumentException if predictions and design differ in rows, or the part has rows beyond them
     */
    public <P extends Predictions> Difference difference(Metric<P> metric, P predictions, BitSet part) {
        if (part.length() > predictions.rows()) {
            throw new IllegalArgumentException(
                    "part must hold rows below " + predictions.rows() + ", got " + (part.length() - 1));
        }
        Design units = design.withUnitsOf(predictions);
        Half<P> some = Half.of(metric, predictions, part);
        Half<P> rest = Half.of(metric, predictions, complement(part, predictions.rows()));
        if (!some.value().isDefined() || !rest.value().isDefined()) {
            return without(metric, some.value().isDefined() ? rest.value() : some.value());
        }
        double difference = some.value().orNaN() - rest.value().orNaN();
        return metric instanceof SmoothMetric<P> smooth
                ? withError(smooth, difference, joined(smooth, predictions, units, some, rest))
                : without(metric, Value.of(difference));
    }

    private static BitSet complement(BitSet part, int rows) {
        BitSet rest = new BitSet(rows);
        rest.set(0, rows);
        rest.andNot(part);
        return rest;
    }

    /** The variance of the difference with its degrees of freedom; NaN where a half has no error. */
    private static <P extends Predictions> Variance joined(
            SmoothMetric<P> metric, P predictions, Design units, Half<P> some, Half<P> rest) {
        HalfInfluence one = HalfInfluence.of(metric, some, units);
        HalfInfluence other = HalfInfluence.of(metric, rest, units);
        if (!one.hasError() || !other.hasError()) {
            return new Variance(Double.NaN, Double.NaN);
        }
        double[] influence = new double[predictions.rows()];
        double all = one.weight() + other.weight();
        one.addTo(influence, all / one.weight());
        other.addTo(influence, -all / other.weight());
        Variance joined = Linearisation.variance(units, predictions, influence);
        Variance guarded = one.atLeastLike(other);
        double shown = one.variance().value() + other.variance().value();
        double stretch = shown > 0 ? (guarded.value() + other.variance().value()) / shown : 1;
        double widening = Math.max(one.widening(), other.widening());
        double df = Math.min(joined.degreesOfFreedom(), welch(guarded, other.variance()));
        return new Variance(joined.value() * stretch * widening, df);
    }

    private static double welch(Variance one, Variance other) {
        double sum = one.value() + other.value();
        double spread = one.value() * one.value() / one.degreesOfFreedom()
                + other.value() * other.value() / other.degreesOfFreedom();
        return spread == 0 ? Double.POSITIVE_INFINITY : sum * sum / spread;
    }

    private Difference withError(Metric<?> metric, double difference, Variance variance) {
        double se = variance.standardError();
        double df = variance.degreesOfFreedom();
        if (!(se > ROUNDING * Math.abs(difference)) || !(df >= 1)) {
            return without(metric, Value.of(difference));
        }
        double margin = Quantiles.student((1 + level) / 2, df) * se;
        return new Difference(
                metric.name(),
                metric.direction(),
                Value.of(difference),
                Optional.of(new Interval(difference - margin, difference + margin, level, METHOD)),
                OptionalDouble.of(Quantiles.twoSided(difference / se, df)),
                Optional.of(METHOD),
                OptionalDouble.of(se),
                df,
                false);
    }

    private static Difference without(Metric<?> metric, Value value) {
        return new Difference(
                metric.name(),
                metric.direction(),
                value,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false);
    }
}
