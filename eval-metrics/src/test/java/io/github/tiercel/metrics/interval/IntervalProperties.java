package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IntervalProperties {

    /** Rounding of a logit there and back. */
    private static final double ROUNDING = 1e-12;

    @Provide
    Arbitrary<Metric<BinaryPredictions>> metrics() {
        return Arbitraries.of(BinaryMetrics.all());
    }

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.probabilities();
    }

    @Property(tries = 1000, seed = "1")
    void intervalsHoldTheEstimateAndStayInTheRange(
            @ForAll("metrics") Metric<BinaryPredictions> metric, @ForAll("predictions") BinaryPredictions predictions) {
        for (Case one : cases(predictions)) {
            Estimate estimate = IntervalEstimator.of(one.design(), 0.95).estimate(metric, one.predictions());
            intervals(estimate).forEach(interval -> {
                double value = estimate.value().orNaN();
                assertTrue(interval.lower() <= value + ROUNDING && interval.upper() >= value - ROUNDING);
                assertTrue(metric.range().contains(interval.lower()));
                assertTrue(metric.range().contains(interval.upper()));
                assertEquals(0.95, interval.level());
            });
        }
    }

    @Property(tries = 1000, seed = "2")
    void intervalsWidenWithTheLevel(
            @ForAll("metrics") Metric<BinaryPredictions> metric, @ForAll("predictions") BinaryPredictions predictions) {
        for (Case one : cases(predictions)) {
            List<Interval> narrow = intervals(
                            IntervalEstimator.of(one.design(), 0.8).estimate(metric, one.predictions()))
                    .toList();
            List<Interval> wide = intervals(
                            IntervalEstimator.of(one.design(), 0.99).estimate(metric, one.predictions()))
                    .toList();
            assertEquals(narrow.size(), wide.size());
            for (int i = 0; i < narrow.size(); i++) {
                assertTrue(wide.get(i).lower() <= narrow.get(i).lower() + ROUNDING);
                assertTrue(wide.get(i).upper() >= narrow.get(i).upper() - ROUNDING);
            }
        }
    }

    @Property(tries = 500, seed = "3")
    void everyRowAClusterOfItsOwnIsNoCluster(@ForAll("predictions") BinaryPredictions predictions) {
        double[] influence = new double[predictions.rows()];
        Arrays.setAll(influence, row -> predictions.score(row) - row % 3);
        int[] clusters = new int[predictions.rows()];
        Arrays.setAll(clusters, row -> row);
        Design design = Design.independent(clusters.length);
        assertEquals(
                Linearisation.variance(design, predictions, influence),
                Linearisation.variance(design.withClusters(clusters), predictions, influence));
    }

    private record Case(Design design, BinaryPredictions predictions) {}

    /** The rows as they are, in clusters of three, and as a sample of three times as many, stratified by class. */
    private static List<Case> cases(BinaryPredictions predictions) {
        int rows = predictions.rows();
        int[] clusters = new int[rows];
        Arrays.setAll(clusters, row -> row / 3);
        int[] strata = new int[rows];
        int[] sampled = new int[2];
        for (int row = 0; row < rows; row++) {
            strata[row] = predictions.label(row) ? 1 : 0;
            sampled[strata[row]]++;
        }
        Design sample = Design.stratified(strata, sampled, new int[] {3 * sampled[0], 3 * sampled[1]});
        double[] weights = new double[rows];
        Arrays.fill(weights, 3);
        Design independent = Design.independent(rows);
        return List.of(
                new Case(independent, predictions),
                new Case(independent.withClusters(clusters), predictions),
                new Case(sample, predictions),
                new Case(sample, predictions.withWeights(weights)));
    }

    private static Stream<Interval> intervals(Estimate estimate) {
        return Stream.of(estimate.population(), estimate.fullSet(), estimate.gate())
                .flatMap(Optional::stream);
    }
}
