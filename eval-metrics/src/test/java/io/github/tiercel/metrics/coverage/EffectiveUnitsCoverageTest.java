package io.github.tiercel.metrics.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Binormal;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Intervals of weighted and of clustered rows hold the truth about as often as they say: 1,000 sets. Bounds are 3.3
 * standard deviations (0.023) around 0.95 and one percent more below, since an effective number of units is no number
 * of units; a right interval fails one such test of a thousand, and the seed is fixed. Average precision may hold it
 * more often, because it is guarded where ten users or so hold a positive row.
 */
class EffectiveUnitsCoverageTest {

    private static final Binormal WORLD = new Binormal(0.2);
    private static final int SETS = 1_000;
    private static final int ROWS = 500;
    private static final int ROWS_OF_A_USER = 10;
    private static final double THRESHOLD = 0.25;

    static Stream<Arguments> metrics() {
        return Stream.of(
                Arguments.of(BinaryMetrics.ROC_AUC, WORLD.auc()),
                Arguments.of(BinaryMetrics.AVERAGE_PRECISION, WORLD.averagePrecision()),
                Arguments.of(BinaryMetrics.ACCURACY.at(THRESHOLD), WORLD.accuracy(THRESHOLD)));
    }

    /** Log-normal weights with sigma 1, that have nothing to do with labels and scores. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void weightedRows(Metric<BinaryPredictions> metric, double truth) {
        Random random = new Random(20_261_128);
        IntervalEstimator estimator = IntervalEstimator.of(Design.independent(ROWS), 0.95);
        Tally tally = new Tally(truth);
        for (int set = 0; set < SETS; set++) {
            double[] weights = DoubleStream.generate(() -> Math.exp(random.nextGaussian()))
                    .limit(ROWS)
                    .toArray();
            tally.add(estimator
                    .estimate(metric, WORLD.draw(ROWS, random).withWeights(weights))
                    .population());
        }
        assertHolds(metric, tally);
    }

    /** Fifty users with ten rows each, who share a label and half of the variance of their scores. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void rowsOfUsers(Metric<BinaryPredictions> metric, double truth) {
        Random random = new Random(20_261_129);
        int[] users = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            users[row] = row / ROWS_OF_A_USER;
        }
        IntervalEstimator estimator =
                IntervalEstimator.of(Design.independent(ROWS).withClusters(users), 0.95);
        Tally tally = new Tally(truth);
        for (int set = 0; set < SETS; set++) {
            tally.add(estimator.estimate(metric, rowsOfUsers(random)).population());
        }
        assertHolds(metric, tally);
    }

    private static BinaryPredictions rowsOfUsers(Random random) {
        boolean[] labels = new boolean[ROWS];
        double[] scores = new double[ROWS];
        for (int first = 0; first < ROWS; first += ROWS_OF_A_USER) {
            boolean label = random.nextDouble() < WORLD.prevalence();
            double user = random.nextGaussian();
            for (int row = first; row < first + ROWS_OF_A_USER; row++) {
                labels[row] = label;
                double noise = (user + random.nextGaussian()) / Math.sqrt(2);
                scores[row] = WORLD.probability(noise + (label ? WORLD.distance() : 0));
            }
        }
        return BinaryPredictions.wrap(labels, scores);
    }

    private static void assertHolds(Metric<BinaryPredictions> metric, Tally tally) {
        assertTrue(tally.none() <= SETS / 100, () -> tally.none() + " sets without an interval");
        double most = metric == BinaryMetrics.AVERAGE_PRECISION ? 1 : 0.985;
        assertTrue(tally.coverage() >= 0.917 && tally.coverage() <= most, () -> metric.name() + " " + tally);
    }
}
