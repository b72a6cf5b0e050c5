package io.github.tiercel.metrics.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.compare.PairedComparison;
import io.github.tiercel.metrics.interval.Binormal;
import io.github.tiercel.metrics.interval.Design;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Intervals of the difference of two models on the same rows hold the true difference about as often as they say: 1,000
 * sets of 500 rows, 10 % positive. The second model sees the score of the first with noise. Bounds are 3.3 standard
 * deviations (0.023) around 0.95; a right interval fails one such test of a thousand, and the seed is fixed.
 */
class DifferenceCoverageTest {

    private static final double SHARE = 0.1;
    private static final double NOISE = 0.75;
    private static final Binormal SHARP = new Binormal(SHARE, 1);
    private static final Binormal BLURRED = new Binormal(SHARE, 1 / Math.sqrt(1 + NOISE * NOISE));
    private static final double THRESHOLD = 0.15;
    private static final int SETS = 1_000;
    private static final int ROWS = 500;

    static Stream<Arguments> metrics() {
        return Stream.of(
                Arguments.of(BinaryMetrics.ROC_AUC, SHARP.auc() - BLURRED.auc()),
                Arguments.of(BinaryMetrics.AVERAGE_PRECISION, SHARP.averagePrecision() - BLURRED.averagePrecision()),
                Arguments.of(BinaryMetrics.LOG_LOSS, SHARP.logLoss() - BLURRED.logLoss()),
                Arguments.of(
                        BinaryMetrics.ACCURACY.at(THRESHOLD), SHARP.accuracy(THRESHOLD) - BLURRED.accuracy(THRESHOLD)),
                Arguments.of(BinaryMetrics.F1.at(THRESHOLD), SHARP.f1(THRESHOLD) - BLURRED.f1(THRESHOLD)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void intervalsHoldTheTrueDifferenceAsOftenAsTheySay(Metric<BinaryPredictions> metric, double truth) {
        Random random = new Random(20_240_608);
        PairedComparison comparison = PairedComparison.of(Design.independent(ROWS), 0.95);
        Tally tally = new Tally(truth);
        for (int set = 0; set < SETS; set++) {
            boolean[] labels = new boolean[ROWS];
            double[] sharp = new double[ROWS];
            double[] blurred = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                labels[row] = random.nextDouble() < SHARE;
                double x = random.nextGaussian() + (labels[row] ? 1 : 0);
                sharp[row] = SHARP.probability(x);
                // Divided by its deviation, the noisy score is standard normal again for negative rows.
                blurred[row] = BLURRED.probability((x + NOISE * random.nextGaussian()) / Math.sqrt(1 + NOISE * NOISE));
            }
            tally.add(comparison
                    .difference(metric, BinaryPredictions.wrap(labels, sharp), BinaryPredictions.wrap(labels, blurred))
                    .interval());
        }
        assertTrue(
                tally.coverage() >= 0.927 && tally.coverage() <= 0.973, () -> metric.name() + " difference " + tally);
    }
}
