package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** A plan is made by the formula of the interval: at the sizes of its own sample it is that interval. */
class ErrorPlanProperties {

    private static final double LEVEL = 0.95;

    /** Sums in another order, and iterative quantiles at degrees of freedom that differ by that. */
    private static final double TOLERANCE = 1e-8;

    @Provide
    Arbitrary<Metric<BinaryPredictions>> metrics() {
        return Arbitraries.of(BinaryMetrics.all());
    }

    @Provide
    Arbitrary<DrawnSample> samples() {
        Arbitrary<int[]> sampled =
                Arbitraries.integers().between(10, 300).array(int[].class).ofSize(4);
        Arbitrary<int[]> more =
                Arbitraries.integers().between(0, 3000).array(int[].class).ofSize(4);
        return Combinators.combine(
                        sampled,
                        more,
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                .as(ErrorPlanProperties::sample)
                .withoutEdgeCases();
    }

    private static DrawnSample sample(
            int[] sampled, int[] more, int parts, boolean clustered, boolean weighted, long seed) {
        int[] some = new int[2 * parts];
        int[] all = new int[2 * parts];
        for (int h = 0; h < some.length; h++) {
            some[h] = sampled[h];
            all[h] = sampled[h] + more[h];
        }
        return DrawnSample.of(some, all, parts, clustered, weighted, seed);
    }

    @Property(tries = 600, seed = "1")
    void atItsOwnSizesThePlanIsTheInterval(
            @ForAll("metrics") Metric<BinaryPredictions> metric, @ForAll("samples") DrawnSample sample) {
        Estimate estimate = IntervalEstimator.of(sample.design(), LEVEL).estimate(metric, sample.predictions());
        Optional<ErrorPlan> plan = plan(metric, sample);
        assertEquals(estimate.fullSet().isPresent(), plan.isPresent(), metric.name());
        if (plan.isPresent()) {
            double fullSet = estimate.fullSet().orElseThrow().width() / 2;
            double population = estimate.population().orElseThrow().width() / 2;
            boolean edge = estimate.fullSet().orElseThrow().method().equals("edge");
            // A whole set has no error around itself, which the rule for values at the end does not know.
            boolean whole = sample.grown(0)[0] == sample.population()[0] && isWhole(sample);
            double expected = whole && edge ? 0 : fullSet;
            assertEquals(expected, plan.get().fullSetHalfWidth(sample.sampled()), TOLERANCE * fullSet, metric.name());
            assertEquals(population, plan.get().populationHalfWidth(sample.sampled()), TOLERANCE * population);
        }
    }

    private static boolean isWhole(DrawnSample sample) {
        int[] sampled = sample.sampled();
        int[] population = sample.population();
        for (int h = 0; h < sampled.length; h++) {
            if (sampled[h] < population[h]) {
                return false;
            }
        }
        return true;
    }

    @Property(tries = 300, seed = "2")
    void moreRowsNeverMakeAnIntervalWider(
            @ForAll("metrics") Metric<BinaryPredictions> metric,
            @ForAll("samples") DrawnSample sample,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Optional<ErrorPlan> plan = plan(metric, sample);
        if (plan.isPresent()) {
            int[] fewer = sample.grown(Math.min(one, other));
            int[] more = sample.grown(Math.max(one, other));
            double before = plan.get().fullSetHalfWidth(fewer);
            double after = plan.get().fullSetHalfWidth(more);
            assertTrue(after <= before * (1 + 1e-9), metric.name() + ": " + before + " became " + after);
            assertTrue(plan.get().populationHalfWidth(more) <= plan.get().populationHalfWidth(fewer) * (1 + 1e-9));
        }
    }

    @Property(tries = 200, seed = "3")
    void allRowsLeaveNoErrorAroundTheirOwnValueButOneForTheWorld(
            @ForAll("metrics") Metric<BinaryPredictions> metric, @ForAll("samples") DrawnSample sample) {
        Optional<ErrorPlan> plan = plan(metric, sample);
        if (plan.isPresent()) {
            assertEquals(0, plan.get().fullSetHalfWidth(sample.population()));
            assertTrue(plan.get().populationHalfWidth(sample.population()) > 0);
        }
    }

    private static Optional<ErrorPlan> plan(Metric<BinaryPredictions> metric, DrawnSample sample) {
        return IntervalEstimator.of(sample.design(), LEVEL)
                .plan(metric, sample.predictions(), metric.value(sample.predictions()));
    }
}
