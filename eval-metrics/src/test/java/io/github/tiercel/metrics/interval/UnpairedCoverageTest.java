package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.compare.UnpairedDifference;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Unpaired intervals at level 0.95 hold the true difference of two known worlds about as often as they say, on rows of
 * their own: 1000 times 500 rows, 10 % positive, against 300 rows, 30 % positive. Bounds are 3.3 binomial standard
 * deviations (0.023) around 0.95: a right interval fails one such test of a thousand, and the seed is fixed. Those of
 * decisions may hold it more often, since gates read an interval of Clopper and Pearson, which is never too short.
 */
class UnpairedCoverageTest {

    private static final Binormal FEW = new Binormal(0.1);
    private static final Binormal MANY = new Binormal(0.3);
    private static final int SETS = 1000;
    private static final int ROWS = 500;
    private static final int OTHER_ROWS = 300;
    private static final double THRESHOLD = 0.15;

    static Stream<Arguments> metrics() {
        return Stream.of(
                Arguments.of(BinaryMetrics.ROC_AUC, FEW.auc() - MANY.auc(), 0.973),
                Arguments.of(
                        BinaryMetrics.ACCURACY.at(THRESHOLD), FEW.accuracy(THRESHOLD) - MANY.accuracy(THRESHOLD), 0.98),
                Arguments.of(BinaryMetrics.LOG_LOSS, FEW.logLoss() - MANY.logLoss(), 0.973));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void intervalsHoldTheTruthAsOftenAsTheySay(Metric<BinaryPredictions> metric, double truth, double most) {
        double coverage = coverage(metric, truth, (random, drawn) -> MANY.draw(OTHER_ROWS, random));
        assertTrue(coverage >= 0.927 && coverage <= most, metric.name() + " held the truth in " + coverage);
    }

    /** Where the rows are the same, all that is lost is certainty: a model never differs from itself. */
    @ParameterizedTest
    @MethodSource("metrics")
    void onTheSameRowsTheyAreNeverTooShort(Metric<BinaryPredictions> metric) {
        assertTrue(coverage(metric, 0, (random, drawn) -> drawn) == 1, metric.name());
    }

    private static double coverage(
            Metric<BinaryPredictions> metric,
            double truth,
            BiFunction<Random, BinaryPredictions, BinaryPredictions> other) {
        Random random = new Random(20_260_101);
        int held = 0;
        for (int set = 0; set < SETS; set++) {
            BinaryPredictions candidate = FEW.draw(ROWS, random);
            BinaryPredictions baseline = other.apply(random, candidate);
            boolean holds = UnpairedDifference.of(
                            IntervalEstimator.of(Design.independent(candidate.rows()), 0.95)
                                    .estimate(metric, candidate),
                            IntervalEstimator.of(Design.independent(baseline.rows()), 0.95)
                                    .estimate(metric, baseline))
                    .interval()
                    .orElseThrow()
                    .contains(truth);
            held += holds ? 1 : 0;
        }
        return (double) held / SETS;
    }
}
