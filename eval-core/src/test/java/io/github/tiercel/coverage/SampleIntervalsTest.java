package io.github.tiercel.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.PairedComparison;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.sampling.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Intervals of samples hold their target about as often as they say, and a stratified sample is closer to it than a
 * random one: the small version of {@link SampleStudy}, with fixed seeds.
 *
 * <p>An interval of level 0.95 that holds its target in .93 of samples, the least that docs/coverage.md states as a
 * rule, is below the bound for 200 rounds with probability 1e-4; one that holds it in .95 with probability 1e-7.
 */
@Tag("long")
class SampleIntervalsTest {

    private static final int ROWS = 20_000;
    private static final int ROUNDS = 200;
    private static final int[] PREFIXES = {1_024, 4_096, ROWS};

    /** The 1e-4 quantile of 200 draws with probability .93. */
    private static final double LEAST = 0.855;

    static List<BinarySamples> binary() {
        return BinarySamples.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("binary")
    void intervalsOfLabelsHoldWhatTheySay(BinarySamples world) {
        assertCoverage(world.prefixes(ROWS, PREFIXES).run(ROUNDS, 11));
    }

    @Test
    void intervalsOfNumbersHoldWhatTheySay() {
        assertCoverage(new RegressionSamples(false).prefixes(ROWS, PREFIXES).run(ROUNDS, 12));
    }

    private static <P extends Predictions> void assertCoverage(PrefixSamples<P> samples) {
        for (Measured<P> measured : samples.metrics()) {
            for (int i = 0; i < samples.prefixes(); i++) {
                String where = measured.name() + " at " + samples.prefix(i) + " rows";
                if (samples.prefix(i) < ROWS) {
                    assertHeld(where + ", full set", measured.estimate(i).fullSet());
                }
                assertHeld(where + ", world", measured.estimate(i).population());
                if (samples.prefix(i) < ROWS) {
                    assertHeld(where + ", difference", measured.difference(i).population());
                }
            }
        }
    }

    /** Where few samples have an interval at all, those that do are no fair draw. */
    private static void assertHeld(String where, PrefixTally.Side side) {
        if (side.intervals() > 0.9 * ROUNDS) {
            double held = (double) side.held() / side.intervals();
            assertTrue(held >= LEAST, () -> where + ": " + side);
        }
    }

    /**
     * Distances to the value on all rows as docs/coverage.md has them for 1 % positive rows, from 1,000 rounds; those
     * of accuracy 0.773 as arithmetic has them, {@code sqrt(0.773 * 0.227 / n)}. With 40 rounds a normal root mean
     * square leaves a factor of 1.6 once in 10,000 times; average precision has a long tail and is given a factor of 2.
     */
    @Test
    void stratifiedSamplesAreCloserThanRandomOnes() {
        var samples =
                new BinarySamples(0.01, 0.25).prefixes(200_000, 1_024, 4_096).run(40, 13);
        assertDistance(0.018, 0.0087, 0.064, 0.030, 1.6, samples.metric("roc_auc"));
        assertDistance(0.053, 0.024, 0.11, 0.051, 2, samples.metric("average_precision"));
        assertDistance(0.0015, 0.00075, 0.011, 0.0057, 1.6, samples.metric("log_loss"));
        assertDistance(0.0137, 0.0068, 0.0131, 0.0065, 1.6, samples.metric("accuracy at 0.01"));
    }

    private static void assertDistance(
            double small, double middling, double smallRandom, double random, double factor, Measured<?> measured) {
        assertNear(small, factor, measured.estimate(0).rootMeanSquare(), measured.name());
        assertNear(middling, factor, measured.estimate(1).rootMeanSquare(), measured.name());
        assertNear(smallRandom, factor, measured.firstRows(0).rootMeanSquare(), measured.name() + ", random");
        assertNear(random, factor, measured.firstRows(1).rootMeanSquare(), measured.name() + ", random");
    }

    private static void assertNear(double expected, double factor, double actual, String what) {
        assertTrue(
                actual > expected / factor && actual < expected * factor,
                () -> what + ": expected about " + expected + ", got " + actual);
    }

    @Test
    void anEvaluationGivesTheseIntervalsToTheLastBit() {
        PairedRows rows = new BinormalWorld(0.05).draw(ROWS, new Random(14));
        EvaluationSet set = rows.labels().seed(14).build();
        Sample sample = set.order().sample(1_024);
        ModelResult result = Evaluator.of(set)
                .build()
                .evaluate(
                        Tier.fast()
                                .withRows(new SampleRows.Exactly(1_024))
                                .withMetrics(
                                        List.of("roc_auc", "average_precision", "log_loss", "accuracy", "f1", "mcc")),
                        List.of(rows.first()),
                        Optional.of(rows.second()))
                .model();
        var first = (BinaryPredictions) set.predictions(rows.first(), sample);
        var second = (BinaryPredictions) set.predictions(rows.second(), sample);
        Stream.of(
                        BinaryMetrics.ROC_AUC,
                        BinaryMetrics.AVERAGE_PRECISION,
                        BinaryMetrics.LOG_LOSS,
                        BinaryMetrics.ACCURACY,
                        BinaryMetrics.F1,
                        BinaryMetrics.MCC)
                .forEach(metric -> {
                    Estimate estimate =
                            IntervalEstimator.of(set.design(sample), 0.95).estimate(metric, first);
                    Difference difference =
                            PairedComparison.of(set.design(sample), 0.95).difference(metric, first, second);
                    assertEquals(estimate, result.metric(metric.name()));
                    assertEquals(difference, result.comparison().get(metric.name()));
                });
    }
}
