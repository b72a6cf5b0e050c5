package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.multiclass.RandomMulticlass;
import io.github.tiercel.metrics.ranking.RandomRankings;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.metrics.regression.RandomRegression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BootstrapProperties {

    private static final int REPLICATES = 7;

    /** A metric of no known kind, so that nothing but its own code can compute it: the Brier score in disguise. */
    private static final Metric<BinaryPredictions> OWN = new Metric<>() {

        @Override
        public Class<BinaryPredictions> reads() {
            return BinaryPredictions.class;
        }

        @Override
        public String name() {
            return "own";
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public Range range() {
            return Range.UNIT;
        }

        @Override
        public Value value(BinaryPredictions predictions) {
            return BinaryMetrics.BRIER.value(predictions);
        }
    };

    @Provide
    Arbitrary<BinaryPredictions> binary() {
        return RandomPredictions.probabilities();
    }

    @Provide
    Arbitrary<MulticlassPredictions> multiclass() {
        return RandomMulticlass.any();
    }

    @Provide
    Arbitrary<RegressionPredictions> regression() {
        return RandomRegression.any();
    }

    @Provide
    Arbitrary<RankingPredictions> rankings() {
        return RandomRankings.any();
    }

    @Property(tries = 300, seed = "4")
    void aReplicateIsTheMetricOnReweightedRows(@ForAll("binary") BinaryPredictions predictions, @ForAll long seed) {
        List<Metric<BinaryPredictions>> metrics = new ArrayList<>(MetricFamily.BINARY.all());
        metrics.add(OWN);
        assertReweighted(metrics, predictions, rowKeys(predictions), seed);
    }

    @Property(tries = 150, seed = "5")
    void soItIsWithSeveralClasses(@ForAll("multiclass") MulticlassPredictions predictions, @ForAll long seed) {
        List<Metric<MulticlassPredictions>> metrics = new ArrayList<>(MetricFamily.MULTICLASS.all());
        metrics.add(MulticlassMetrics.recall(predictions.classes().get(0)));
        assertReweighted(metrics, predictions, rowKeys(predictions), seed);
    }

    @Property(tries = 150, seed = "6")
    void soItIsWithNumbersInClusters(
            @ForAll("regression") RegressionPredictions predictions,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int clusters) {
        long[] keys = rowKeys(predictions);
        Arrays.setAll(keys, row -> row % clusters);
        assertReweighted(MetricFamily.REGRESSION.all(), predictions, keys, seed);
    }

    @Property(tries = 150, seed = "7")
    void soItIsWithQueries(@ForAll("rankings") RankingPredictions predictions, @ForAll long seed) {
        long[] keys = rowKeys(predictions);
        Arrays.setAll(keys, row -> -3L * predictions.query(row));
        assertReweighted(MetricFamily.RANKING.all(), predictions, keys, seed);
    }

    private static long[] rowKeys(Predictions predictions) {
        long[] keys = new long[predictions.rows()];
        Arrays.setAll(keys, row -> 31L * row);
        return keys;
    }

    private static <P extends Predictions> void assertReweighted(
            List<Metric<P>> metrics, P predictions, long[] keys, long seed) {
        Map<String, Replicates> replicates =
                Bootstrap.of(keys, seed, REPLICATES).replicates(metrics, predictions);
        for (Metric<P> metric : metrics) {
            Replicates expected = byHand(metric, predictions, keys, PoissonWeights.of(seed));
            Replicates actual = Objects.requireNonNull(replicates.get(metric.name()));
            Replicates distance = actual.minus(expected);
            assertEquals(expected.undefined(), actual.undefined(), metric.name());
            assertEquals(expected.undefined(), distance.undefined(), metric.name());
            if (distance.defined() > 0) {
                // Another order of summation, and a kappa divides by a small number.
                double largest = Math.max(Math.abs(expected.quantile(0)), Math.abs(expected.quantile(1)));
                double tolerance = 1e-9 * Math.max(1, largest);
                assertEquals(0, distance.quantile(0), tolerance, metric.name());
                assertEquals(0, distance.quantile(1), tolerance, metric.name());
            }
        }
    }

    private static <P extends Predictions> Replicates byHand(
            Metric<P> metric, P predictions, long[] keys, PoissonWeights weights) {
        double[] values = new double[REPLICATES];
        Arrays.fill(values, Double.NaN);
        boolean possible = metric.isBootstrapped() && metric.value(predictions).isDefined();
        for (int b = 0; possible && b < REPLICATES; b++) {
            double[] reweighted = new double[keys.length];
            for (int row = 0; row < reweighted.length; row++) {
                reweighted[row] = predictions.weight(row) * weights.weight(keys[row], b);
            }
            P replicate = metric.reads().cast(predictions.withWeights(reweighted));
            values[b] = metric.value(replicate).orNaN();
        }
        return Replicates.of(values);
    }
}
