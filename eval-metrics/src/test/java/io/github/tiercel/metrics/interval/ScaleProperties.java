package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ScaleProperties {

    private static final Range BELOW_ONE = new Range(Double.NEGATIVE_INFINITY, 1);
    private static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    @Provide
    Arbitrary<Range> ranges() {
        return Arbitraries.of(
                Range.UNIT, Range.CORRELATION, new Range(-3, 5), Range.NON_NEGATIVE, new Range(2, 1e9), BELOW_ONE, ANY);
    }

    @Property(tries = 300, seed = "21")
    void aValueComesBackAndItsSlopeIsTheDerivative(
            @ForAll("ranges") Range range, @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        Scale scale = Scale.of(metric(range, Direction.HIGHER_IS_BETTER));
        double value = at(range, share);
        assertEquals(value, scale.from(scale.to(value, range), range), 1e-11 * Math.max(1, Math.abs(value)));
        double step = 1e-5 * Math.min(1, share * (1 - share));
        double slope = (scale.to(value + step, range) - scale.to(value - step, range)) / (2 * step);
        assertEquals(1, slope / scale.slope(value, range), 1e-4);
        assertTrue(scale.slope(value, range) > 0);
    }

    @Property(tries = 100, seed = "22")
    void fishersScaleIsHalfTheLogitOfTheRange(@ForAll @DoubleRange(min = -0.99, max = 0.99) double value) {
        assertEquals(
                Scale.LOGIT.to(value, Range.CORRELATION),
                2 * Scale.FISHER.to(value, Range.CORRELATION),
                1e-12 * Math.max(1, Math.abs(Scale.LOGIT.to(value, Range.CORRELATION))));
    }

    @Example
    void theRangeDecidesUnlessTheMetricIsAMeanOrHasNoBetterEnd() {
        assertEquals(Scale.LOGIT, Scale.of(metric(Range.UNIT, Direction.HIGHER_IS_BETTER)));
        assertEquals(Scale.LOGIT, Scale.of(metric(new Range(0, 2), Direction.HIGHER_IS_BETTER)));
        assertEquals(Scale.FISHER, Scale.of(metric(Range.CORRELATION, Direction.HIGHER_IS_BETTER)));
        assertEquals(Scale.LOG, Scale.of(metric(Range.NON_NEGATIVE, Direction.LOWER_IS_BETTER)));
        assertEquals(Scale.LOG_BELOW, Scale.of(metric(BELOW_ONE, Direction.HIGHER_IS_BETTER)));
        assertEquals(Scale.IDENTITY, Scale.of(metric(ANY, Direction.HIGHER_IS_BETTER)));
        assertEquals(Scale.IDENTITY, Scale.of(metric(Range.UNIT, Direction.NEITHER)));
        Stream.of(MetricFamily.BINARY, MetricFamily.MULTICLASS, MetricFamily.REGRESSION, MetricFamily.RANKING)
                .flatMap(family -> family.all().stream())
                .filter(metric -> metric instanceof MeanMetric)
                .filter(metric -> metric.name().matches("log_loss|brier|mae|mse|ndcg@10|map|mrr"))
                .forEach(metric -> assertEquals(Scale.IDENTITY, Scale.of(metric), metric.name()));
    }

    /** A point inside the range. */
    private static double at(Range range, double share) {
        boolean below = Double.isFinite(range.lower());
        boolean above = Double.isFinite(range.upper());
        if (below && above) {
            return range.lower() + share * Math.min(10, range.upper() - range.lower());
        }
        return below ? range.lower() + 10 * share : (above ? range.upper() : 5) - 10 * share;
    }

    private static Metric<RegressionPredictions> metric(Range range, Direction direction) {
        return Metric.of(
                RegressionPredictions.class, "any", direction, range, rows -> Value.undefined(UndefinedReason.EMPTY));
    }
}
