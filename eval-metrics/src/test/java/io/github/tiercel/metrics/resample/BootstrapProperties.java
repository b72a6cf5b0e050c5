package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.probabilities();
    }

    @Property(tries = 300, seed = "4")
    void aReplicateIsTheMetricOnReweightedRows(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll long seed) {
        List<Metric<BinaryPredictions>> metrics = new ArrayList<>(BinaryMetrics.all());
        metrics.add(OWN);
        long[] keys = new long[predictions.rows()];
        Arrays.setAll(keys, row -> 31L * row);
        Map<String, Replicates> replicates =
                Bootstrap.of(keys, seed, REPLICATES).replicates(metrics, predictions);
        for (Metric<BinaryPredictions> metric : metrics) {
            Replicates expected = byHand(metric, predictions, keys, PoissonWeights.of(seed));
            Replicates actual = Objects.requireNonNull(replicates.get(metric.name()));
            Replicates distance = actual.minus(expected);
            assertEquals(expected.undefined(), actual.undefined(), metric.name());
            assertEquals(expected.undefined(), distance.undefined(), metric.name());
            if (distance.defined() > 0) {
                // Another order of summation, and a kappa divides by a small number.
                assertEquals(0, distance.quantile(0), 1e-9, metric.name());
                assertEquals(0, distance.quantile(1), 1e-9, metric.name());
            }
        }
    }

    private static Replicates byHand(
            Metric<BinaryPredictions> metric, BinaryPredictions predictions, long[] keys, PoissonWeights weights) {
        double[] values = new double[REPLICATES];
        for (int b = 0; b < REPLICATES; b++) {
            double[] reweighted = new double[keys.length];
            for (int row = 0; row < reweighted.length; row++) {
                reweighted[row] = predictions.weight(row) * weights.weight(keys[row], b);
            }
            values[b] = metric.value(predictions.withWeights(reweighted)).orNaN();
        }
        return Replicates.of(values);
    }
}
