package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Rows that count one each have their moments summed by group, cell or block. What comes of it is what an array of
 * influence values gives, and what the same rows give that are said to weigh 1.
 */
class InfluenceMomentsProperties {

    /** Of the sum of the terms' sizes: sums in another order. */
    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<Metric<BinaryPredictions>> metrics() {
        return Arbitraries.of(BinaryMetrics.all());
    }

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return Arbitraries.oneOf(
                RandomPredictions.probabilities().filter(predictions -> !predictions.isWeighted()), larger());
    }

    /** Several blocks of groups and of rows, tied or not. */
    private static Arbitrary<BinaryPredictions> larger() {
        return Combinators.combine(
                        Arbitraries.integers().between(300, 2500),
                        Arbitraries.doubles().between(0.02, 0.9),
                        Arbitraries.of(20.0, 1000.0, 1e300),
                        Arbitraries.longs())
                .as((rows, prevalence, levels, seed) -> {
                    BinaryPredictions drawn = new Binormal(prevalence).draw(rows, new Random(seed));
                    double[] scores = new double[rows];
                    Arrays.setAll(scores, row -> Math.rint(drawn.score(row) * levels) / levels);
                    return drawn.withScores(scores);
                })
                // The edge cases of nested choices are many and dull; those that matter are drawn often enough.
                .withoutEdgeCases();
    }

    @Property(tries = 1000, seed = "1")
    void momentsAreThoseOfTheArray(
            @ForAll("metrics") Metric<BinaryPredictions> any, @ForAll("predictions") BinaryPredictions predictions) {
        Value value = any.value(predictions);
        if (!(any instanceof SmoothMetric<BinaryPredictions> metric) || !value.isDefined()) {
            return;
        }
        double[] influence = metric.influence(predictions);
        double positiveSquares = 0;
        double negativeSquares = 0;
        double cubes = 0;
        double sizes = 0;
        for (int row = 0; row < influence.length; row++) {
            double square = influence[row] * influence[row];
            positiveSquares += predictions.label(row) ? square : 0;
            negativeSquares += predictions.label(row) ? 0 : square;
            cubes += square * influence[row];
            sizes += square * Math.abs(influence[row]);
        }
        InfluenceMoments moments = InfluenceMoments.of(
                        Design.independent(influence.length), metric, predictions, value.orNaN())
                .orElseThrow(() -> new AssertionError("all smooth binary metrics have moments"));
        double squares = positiveSquares + negativeSquares;
        double ofCubes = moments.positives().cubes() + moments.negatives().cubes();
        assertEquals(positiveSquares, moments.positives().squares(), TOLERANCE * squares);
        assertEquals(negativeSquares, moments.negatives().squares(), TOLERANCE * squares);
        assertEquals(cubes, ofCubes, TOLERANCE * sizes);
        assertEquals(influence.length, moments.totalWeight());
        assertAcceleration(metric, predictions, influence);
        if (!(metric instanceof ConfusionMetric)) {
            assertEquals(influence.length, moments.contributions().units());
        }
    }

    private static void assertAcceleration(
            SmoothMetric<BinaryPredictions> metric, BinaryPredictions predictions, double[] influence) {
        Design design = Design.independent(predictions.rows());
        double expected = Linearisation.acceleration(design, predictions, influence);
        double value = metric.value(predictions).orNaN();
        // Cubes cancel where the skewness is small; it is at most 1/6.
        assertEquals(expected, Linearisation.acceleration(design, metric, predictions, value), TOLERANCE);
    }

    @Property(tries = 1500, seed = "2")
    void rowsThatAreSaidToWeighOneGiveTheSameIntervals(
            @ForAll("metrics") Metric<BinaryPredictions> metric, @ForAll("predictions") BinaryPredictions predictions) {
        IntervalEstimator estimator = IntervalEstimator.of(Design.independent(predictions.rows()), 0.95);
        double[] ones = new double[predictions.rows()];
        Arrays.fill(ones, 1);
        Estimate counted = estimator.estimate(metric, predictions);
        Estimate weighed = estimator.estimate(metric, predictions.withWeights(ones));
        assertEquals(counted.value().isDefined(), weighed.value().isDefined());
        assertEquals(counted.value().reason(), weighed.value().reason());
        assertClose(counted.value().orNaN(), weighed.value().orNaN());
        assertEquals(counted.flags(), weighed.flags());
        assertEquals(counted.rows(), weighed.rows());
        assertEquals(
                counted.standardError().isPresent(), weighed.standardError().isPresent());
        assertClose(counted.standardError().orElse(0), weighed.standardError().orElse(0));
        assertClose(counted.population(), weighed.population());
        assertClose(counted.gate(), weighed.gate());
        assertTrue(weighed.fullSet().isEmpty());
    }

    private static void assertClose(Optional<Interval> expected, Optional<Interval> actual) {
        assertEquals(expected.map(Interval::method), actual.map(Interval::method));
        if (expected.isPresent() && actual.isPresent()) {
            assertClose(expected.get().lower(), actual.get().lower());
            assertClose(expected.get().upper(), actual.get().upper());
        }
    }

    private static void assertClose(double expected, double actual) {
        if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
            assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)));
        }
    }
}
