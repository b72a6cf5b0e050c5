package io.github.tiercel.metrics.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Design;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PairedComparisonProperties {

    @Provide
    Arbitrary<Metric<BinaryPredictions>> metrics() {
        return Arbitraries.of(BinaryMetrics.all());
    }

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.probabilities();
    }

    @Property(seed = "5")
    void exchangingTheModelsTurnsTheSign(
            @ForAll("metrics") Metric<BinaryPredictions> metric,
            @ForAll("predictions") BinaryPredictions candidate,
            @ForAll long seed) {
        BinaryPredictions baseline = rescored(candidate, seed);
        PairedComparison comparison = PairedComparison.of(Design.independent(candidate.rows()), 0.9);
        Difference there = comparison.difference(metric, candidate, baseline);
        Difference back = comparison.difference(metric, baseline, candidate);
        assertEquals(there.value().orNaN(), 0 - back.value().orNaN());
        assertEquals(there.pValue(), back.pValue());
        assertEquals(there.standardError(), back.standardError());
        assertEquals(there.interval().isPresent(), back.interval().isPresent());
        there.interval().ifPresent(interval -> {
            assertEquals(interval.lower(), 0 - back.interval().orElseThrow().upper());
            assertEquals(interval.upper(), 0 - back.interval().orElseThrow().lower());
        });
    }

    @Property(seed = "6")
    void aModelWithItselfDiffersByNothing(
            @ForAll("metrics") Metric<BinaryPredictions> metric, @ForAll("predictions") BinaryPredictions model) {
        Difference difference =
                PairedComparison.of(Design.independent(model.rows()), 0.9).difference(metric, model, model);
        difference.interval().ifPresent(interval -> {
            assertEquals(0, difference.value().orNaN());
            assertEquals(0, interval.lower());
            assertEquals(0, interval.upper());
            assertEquals(1, difference.pValue().orElseThrow());
        });
        assertEquals(metric.value(model).isDefined(), difference.value().isDefined());
    }

    /** The same rows with other scores, some of them the same. */
    private static BinaryPredictions rescored(BinaryPredictions predictions, long seed) {
        boolean[] labels = new boolean[predictions.rows()];
        double[] scores = new double[labels.length];
        double[] weights = new double[labels.length];
        Random random = new Random(seed);
        Arrays.setAll(scores, row -> random.nextInt(3) == 0 ? random.nextDouble() : predictions.score(row));
        for (int row = 0; row < labels.length; row++) {
            labels[row] = predictions.label(row);
            weights[row] = predictions.weight(row);
        }
        return BinaryPredictions.of(labels, scores, weights);
    }
}
